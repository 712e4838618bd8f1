namespace PowerIntegration.Domain.Ownership;

/// <summary>Where a document is approved. The order is the order of the choice <c>pint_approvalplace</c>.</summary>
public enum ApprovalPlace
{
    /// <summary>In Procore; not again in Oracle.</summary>
    Procore,

    /// <summary>In Oracle's approval workflow.</summary>
    Oracle,

    /// <summary>In Teams.</summary>
    Teams,

    /// <summary>In Procore, and Oracle asks again: for what Oracle always asks.</summary>
    ProcoreThenOracle,
}
