using System.IO;
using System.IO.Compression;
using System.Text;

namespace PowerIntegration.Domain.Documents;

/// <summary>A piece of evidence as its column keeps it: as it is, or compressed where it is long.</summary>
public static class EvidenceText
{
    /// <summary>Texts up to this length are kept as they are, so that a person can read them.</summary>
    public const int PlainLengthMax = 100_000;

    private const string Mark = "gzip+base64:";

    private const string Cut = "\n[cut: the hash is of the whole]";

    /// <summary>The text of the column; cut, and saying so, where it does not even fit compressed.</summary>
    public static string Write(string content, int lengthMax)
    {
        if (content.Length <= PlainLengthMax)
        {
            return content;
        }

        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
        {
            var bytes = Encoding.UTF8.GetBytes(content);
            zip.Write(bytes, 0, bytes.Length);
        }

        var text = Mark + Convert.ToBase64String(packed.ToArray());
        return text.Length <= lengthMax ? text : content.Substring(0, lengthMax - Cut.Length) + Cut;
    }

    /// <summary>The content of a column.</summary>
    public static string Read(string text)
    {
        if (!text.StartsWith(Mark, StringComparison.Ordinal))
        {
            return text;
        }

        using var zip = new GZipStream(new MemoryStream(Convert.FromBase64String(text.Substring(Mark.Length))), CompressionMode.Decompress);
        using var reader = new StreamReader(zip, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>SHA-256 of the whole content in lower-case hexadecimal.</summary>
    public static string Hash(string content) => CanonicalText.Sha256Of(content);
}
