namespace PowerIntegration.Domain.ContractBilling.Documents;

/// <summary>Kind of a document's line.</summary>
public enum BillingLineKind
{
    /// <summary>Gross movement of a schedule-of-values line.</summary>
    Movement,

    /// <summary>Gross of an earlier application that was not posted then.</summary>
    CatchUp,

    /// <summary>Retainage that is withheld; below zero.</summary>
    RetainageWithheld,

    /// <summary>Retainage that is released; above zero.</summary>
    RetainageReleased,

    /// <summary>A deduction after line 8.</summary>
    Deduction,
}
