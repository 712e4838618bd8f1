namespace PowerIntegration.Tool.Duplicates;

/// <summary>A row of the result.</summary>
/// <param name="Invoice">The new invoice.</param>
/// <param name="OtherInvoice">The invoice that it may repeat.</param>
/// <param name="Reason">What is the same.</param>
internal sealed record DuplicateRow(string Invoice, string OtherInvoice, string Reason);
