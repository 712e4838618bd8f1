namespace PowerIntegration.Domain.Attachments;

/// <summary>What may be attached.</summary>
/// <param name="Types">Endings of file names, lower case, without the period.</param>
/// <param name="FileBytesMax">Most bytes of one file.</param>
/// <param name="InvoiceBytesMax">Most bytes of all files of one invoice.</param>
public sealed record AttachmentLimits(IReadOnlyList<string> Types, long FileBytesMax, long InvoiceBytesMax);
