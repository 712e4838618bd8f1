using System.Security.Cryptography;
using System.Text;
using PowerIntegration.Domain.Dates;

namespace PowerIntegration.Domain.Documents;

/// <summary>Text that is the same for the same facts on every machine and framework, and its SHA-256.</summary>
internal sealed class CanonicalText
{
    // Enough digits for every amount and rate; trailing zeros carry no meaning, so 100 and 100.00 are the same text.
    private const string NumberFormat = "0.############################";

    private readonly StringBuilder text = new();

    public CanonicalText Section(string name)
    {
        text.Append('[').Append(name).Append("]\n");
        return this;
    }

    public CanonicalText Field(string name, string? value)
    {
        text.Append(name).Append('=');
        if (value is not null)
        {
            // The length stands before the value, so no value can be built that reads like two fields. Null has none.
            text.Append(value.Length.ToString(CultureInfo.InvariantCulture)).Append(':').Append(value);
        }

        text.Append('\n');
        return this;
    }

    public CanonicalText Field(string name, decimal? value) => Field(name, value?.ToString(NumberFormat, CultureInfo.InvariantCulture));

    public CanonicalText Field(string name, int? value) => Field(name, value?.ToString(CultureInfo.InvariantCulture));

    public CanonicalText Field(string name, CalendarDate? value) => Field(name, value?.ToString());

    public CanonicalText Field(string name, bool value) => Field(name, value ? "true" : "false");

    // Dataverse keeps whole seconds; a fraction must not make a new revision.
    public CanonicalText Instant(string name, DateTime? value) => Field(name, value?.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));

    public override string ToString() => text.ToString();

    public string Sha256() => Sha256(text.ToString());

    public static string Sha256(string text) => Sha256(Encoding.UTF8.GetBytes(text));

    /// <summary>Hash of bytes, in small hexadecimal digits.</summary>
    public static string Sha256(byte[] content)
    {
        using var sha = SHA256.Create();
#pragma warning disable CA1850 // The static method does not exist in .NET Framework 4.6.2.
        var digest = sha.ComputeHash(content);
#pragma warning restore CA1850
        var hex = new StringBuilder(2 * digest.Length);
        foreach (var part in digest)
        {
            hex.Append(part.ToString("x2", CultureInfo.InvariantCulture));
        }

        return hex.ToString();
    }
}
