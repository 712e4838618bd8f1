namespace PowerIntegration.Tables;

/// <summary>Values of the global choice <c>pint_recordtype</c>.</summary>
public static class RecordTypeChoice
{
    /// <summary>Commitment.</summary>
    public const int Commitment = 723100000;

    /// <summary>Commitment line.</summary>
    public const int CommitmentLine = 723100001;

    /// <summary>Subcontractor invoice.</summary>
    public const int SubcontractorInvoice = 723100002;

    /// <summary>Vendor.</summary>
    public const int Vendor = 723100003;

    /// <summary>Owner invoice.</summary>
    public const int OwnerInvoice = 723100004;

    /// <summary>Retainage release.</summary>
    public const int RetainageRelease = 723100005;

    /// <summary>Reversal.</summary>
    public const int Reversal = 723100006;
}
