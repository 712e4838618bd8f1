using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Documents;

/// <summary>
/// The mark of records that this product made in another system: a short digest of the document's key and of the part of it that the record is.
/// Numbers do not tell that: a vendor may give one number to two bills, and a person may enter one of them by hand.
/// </summary>
public static class RecordMark
{
    private const string Prefix = "PI-";

    // 48 bits: among a million records the chance that two carry one mark is below one in five hundred, and they would also need one number.
    private const int DigestLength = 12;

    /// <summary>The mark of one part.</summary>
    /// <param name="documentKey">Key of the document.</param>
    /// <param name="part">Number of the part, from 1.</param>
    public static string Of(string documentKey, int part) =>
        Prefix
        + new CanonicalText()
            .Section("mark")
            .Field("document", documentKey)
            .Field("part", part)
            .Sha256()
            .Substring(0, DigestLength)
            .ToUpperInvariant();

    /// <summary>The mark of a file that is attached to what the document made.</summary>
    /// <param name="documentKey">Key of the document.</param>
    /// <param name="fileId">The source's id of the file.</param>
    public static string OfFile(string documentKey, string fileId) =>
        Prefix
        + new CanonicalText()
            .Section("file")
            .Field("document", documentKey)
            .Field("file", fileId)
            .Sha256()
            .Substring(0, DigestLength)
            .ToUpperInvariant();

    /// <summary>A text with the mark at its end. What does not fit is cut from the text, never from the mark.</summary>
    public static string Append(string text, string mark, int lengthMax)
    {
        var end = $" [{mark}]";
        var room = lengthMax - end.Length;
        return WholeText.Start(text, room) + end;
    }

    /// <summary>True where the text carries the mark, wherever someone has moved it.</summary>
    public static bool IsIn(string? text, string mark) => text?.IndexOf(mark, StringComparison.Ordinal) is >= 0;
}
