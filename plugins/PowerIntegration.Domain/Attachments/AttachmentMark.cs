using System.Text.RegularExpressions;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Attachments;

/// <summary>
/// What an attachment carries in Oracle, so that it is found again and not attached twice: the mark of its document and file, with size and hash.
/// </summary>
/// <param name="Size">Bytes that were sent.</param>
/// <param name="Sha256">Hash of the bytes that were sent, 64 hexadecimal digits.</param>
public sealed record AttachmentMark(long Size, string Sha256)
{
    /// <summary>Most characters of the description.</summary>
    public const int LengthMax = 255;

    private static readonly Regex Pattern = new("([0-9]{1,18}) bytes, SHA-256 ([0-9a-f]{64})", RegexOptions.CultureInvariant);

    /// <summary>The description of a file in Oracle.</summary>
    /// <param name="documentKey">Key of the document.</param>
    /// <param name="fileId">Procore's id of the file.</param>
    public string Describe(string documentKey, string fileId) =>
        RecordMark.Append(Sentence.Of($"From Procore, {Size} bytes, SHA-256 {Sha256}"), RecordMark.OfFile(documentKey, fileId), LengthMax);

    /// <summary>What a description in Oracle says about a file; null where it is not this file's.</summary>
    /// <param name="description">The description.</param>
    /// <param name="documentKey">Key of the document.</param>
    /// <param name="fileId">Procore's id of the file.</param>
    public static AttachmentMark? Find(string? description, string documentKey, string fileId)
    {
        if (!RecordMark.IsIn(description, RecordMark.OfFile(documentKey, fileId)))
        {
            return null;
        }

        var match = Pattern.Match(description!);
        return match.Success ? new AttachmentMark(long.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), match.Groups[2].Value) : null;
    }
}
