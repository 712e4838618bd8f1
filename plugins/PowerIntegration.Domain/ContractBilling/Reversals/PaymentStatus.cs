namespace PowerIntegration.Domain.ContractBilling.Reversals;

/// <summary>How far a document is paid.</summary>
public enum PaymentStatus
{
    /// <summary>Nothing was paid.</summary>
    Unpaid,

    /// <summary>A part was paid.</summary>
    PartlyPaid,

    /// <summary>It is paid.</summary>
    Paid,
}
