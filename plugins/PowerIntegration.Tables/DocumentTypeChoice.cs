namespace PowerIntegration.Tables;

/// <summary>Values of the choice <c>pint_documenttype</c>.</summary>
public static class DocumentTypeChoice
{
    /// <summary>Subcontractor invoice.</summary>
    public const int SubcontractorInvoice = 723100000;

    /// <summary>Owner invoice.</summary>
    public const int OwnerInvoice = 723100001;

    /// <summary>Retainage release.</summary>
    public const int RetainageRelease = 723100002;

    /// <summary>Reversal.</summary>
    public const int Reversal = 723100003;
}
