namespace PowerIntegration.Local.Oracle;

/// <summary>A file that is attached to an invoice.</summary>
/// <param name="InvoiceNumber">The invoice.</param>
/// <param name="FileName">Name of the file.</param>
/// <param name="Description">Description.</param>
/// <param name="Content">Its bytes.</param>
public sealed record OracleAttachment(string InvoiceNumber, string FileName, string? Description, IReadOnlyList<byte> Content);
