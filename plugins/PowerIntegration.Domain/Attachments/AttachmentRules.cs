using System.Text;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Attachments;

/// <summary>Which files of a record are attached to its invoice. Null means that the file may go; otherwise the sentence says why not.</summary>
public static class AttachmentRules
{
    private const long BytesInMegabyte = 1024L * 1024L;
    private const int PageStartMax = 1024;
    private static readonly string[] PageStarts = ["<!doctype html", "<html", "<?xml version=\"1.0\" encoding=\"utf-8\"?><error"];

    /// <summary>What the name of the file says, before anything is read.</summary>
    public static Refusal? OfName(string name, AttachmentLimits limits) =>
        limits.Types.Contains(TypeOf(name), StringComparer.Ordinal)
            ? null
            : new Refusal(
                AttachmentReasons.TypeNotAllowed,
                $"File '{name}' is not attached because files of type {Sentence.Quoted(TypeOf(name))} are not allowed. "
                    + $"Replace it in Procore with one of {string.Join(", ", limits.Types)}, or attach it in Oracle."
            );

    /// <summary>What its content says.</summary>
    /// <param name="name">Name of the file.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="isPage">True where the answer was declared to be a web page.</param>
    /// <param name="attachedBytes">Bytes that are attached to the invoice already.</param>
    /// <param name="limits">What may be attached.</param>
    public static Refusal? OfContent(string name, byte[] content, bool isPage, long attachedBytes, AttachmentLimits limits)
    {
        if (content.Length == 0)
        {
            return new Refusal(
                AttachmentReasons.Empty,
                $"File '{name}' is not attached because it is empty (0 bytes). Upload it to the Procore invoice again."
            );
        }

        if (isPage || IsPage(content))
        {
            return new Refusal(
                AttachmentReasons.PageInstead,
                $"File '{name}' was not attached because Procore returned a web page instead of the file. It will be tried again automatically. "
                    + "If it keeps failing, open the file in Procore and upload it again."
            );
        }

        return content.Length > limits.FileBytesMax ? TooLarge(name, content.Length, limits)
            : attachedBytes + content.Length > limits.InvoiceBytesMax
                ? new Refusal(
                    AttachmentReasons.TotalTooLarge,
                    $"File '{name}' ({Megabytes(content.Length)}) is not attached because the files of the invoice would then have "
                        + $"{Megabytes(attachedBytes + content.Length)}; the limit is {Megabytes(limits.InvoiceBytesMax)}. "
                        + "Replace it in Procore with a smaller file, or attach it in Oracle."
                )
            : null;
    }

    /// <summary>A file that is larger than one may be.</summary>
    /// <param name="name">Name of the file.</param>
    /// <param name="size">Its bytes; null where they are not known.</param>
    /// <param name="limits">What may be attached.</param>
    public static Refusal TooLarge(string name, long? size, AttachmentLimits limits) =>
        new(
            AttachmentReasons.TooLarge,
            $"File '{name}'{(size is { } bytes ? " (" + Megabytes(bytes) + ")" : "")} is not attached because it is larger than the limit of "
                + $"{Megabytes(limits.FileBytesMax)} for one file. Replace it in Procore with a smaller file, or attach it in Oracle."
        );

    /// <summary>The ending of a file name, lower case, without the period; empty where it has none.</summary>
    public static string TypeOf(string name)
    {
        var period = name.LastIndexOf('.');
        return period < 0 ? "" : name.Substring(period + 1).Trim().ToLowerInvariant();
    }

    // An error page may come with status 200. A file of a type that may be attached does not begin like one.
    private static bool IsPage(byte[] content)
    {
        var start = Encoding.UTF8.GetString(content, 0, Math.Min(content.Length, PageStartMax)).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        return PageStarts.Any(page => start.StartsWith(page, StringComparison.OrdinalIgnoreCase));
    }

    // Rounded up, so that what is above a limit never reads like the limit.
    // Up to the next hundredth, so that what is over a limit never reads like the limit.
    private static string Megabytes(long bytes) => Sentence.Of($"{((bytes * 100L) + BytesInMegabyte - 1L) / BytesInMegabyte / 100m:#,##0.##} MB");
}
