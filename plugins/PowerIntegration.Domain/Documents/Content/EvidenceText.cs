using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Documents.Content;

/// <summary>A piece of evidence as its column keeps it: as it is, or compressed where it is long.</summary>
public static class EvidenceText
{
    /// <summary>Texts up to this length are kept as they are, so that a person can read them.</summary>
    public const int PlainLengthMax = 100_000;

    private const string Mark = "compressed:";

    private const string Cut = "\n[cut: the hash covers the full text]";

    /// <summary>The text of the column; cut, and saying so, where it does not even fit compressed.</summary>
    public static string Write(string content, int lengthMax)
    {
        if (content.Length <= PlainLengthMax)
        {
            return content;
        }

        var text = Mark + StoredContent.Compressed(content);
        return text.Length <= lengthMax ? text : WholeText.Start(content, lengthMax - Cut.Length) + Cut;
    }

    /// <summary>The content of a column; null where it was compressed and is not what was compressed here.</summary>
    public static string? Read(string text) =>
        text.StartsWith(Mark, StringComparison.Ordinal) ? StoredContent.TryExpand(text.Substring(Mark.Length)) : text;

    /// <summary>SHA-256 of the whole content in lower-case hexadecimal.</summary>
    public static string Hash(string content) => CanonicalText.Sha256(content);
}
