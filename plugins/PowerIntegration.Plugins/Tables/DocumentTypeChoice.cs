namespace PowerIntegration.Plugins.Tables;

/// <summary>Values of the global choice <c>pint_documenttype</c>.</summary>
internal static class DocumentTypeChoice
{
    /// <summary>Subcontractor invoice.</summary>
    public const int SubcontractorInvoice = 723100000;
}
