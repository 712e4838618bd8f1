using PowerIntegration.Domain.Dates;

namespace PowerIntegration.Domain.Documents.Content;

/// <summary>
/// Writes frozen content as text that is the same for the same facts on every machine. A field without a value is left out.
/// <see cref="ContentReader"/> reads what was written, in the same order.
/// </summary>
public sealed class ContentWriter
{
    // Every decimal there is, and two at least: 100 and 100.00 are one text, and what leaves reads like money.
    private const string NumberFormat = "0.00##########################";

    private readonly CanonicalText text = new();

    /// <summary>Begins a group of fields, such as one line.</summary>
    public void Section(string name) => text.Section(name);

    /// <summary>A text.</summary>
    public void Field(string name, string? value)
    {
        if (value is not null)
        {
            text.Field(name, value);
        }
    }

    /// <summary>An amount or a rate.</summary>
    public void Field(string name, decimal? value)
    {
        if (value is { } amount)
        {
            text.Field(name, amount.ToString(NumberFormat, CultureInfo.InvariantCulture));
        }
    }

    /// <summary>A whole number.</summary>
    public void Field(string name, int? value)
    {
        if (value is not null)
        {
            text.Field(name, value);
        }
    }

    /// <summary>A day.</summary>
    public void Field(string name, CalendarDate? value)
    {
        if (value is not null)
        {
            text.Field(name, value);
        }
    }

    /// <summary>Yes or no.</summary>
    public void Field(string name, bool value) => text.Field(name, value);

    /// <summary>A value of an enumeration, by its name.</summary>
    public void Choice(string name, Enum? value) => Field(name, value?.ToString());

    /// <summary>What was written.</summary>
    public override string ToString() => text.ToString();

    internal string Sha256() => text.Sha256();
}
