namespace PowerIntegration.Audit.Contracts;

/// <summary>What is taken from the payment after line 8.</summary>
public enum DeductionKind
{
    /// <summary>Cost that is charged back to the subcontractor.</summary>
    BackCharge,

    /// <summary>Paid by the owner or contractor directly to a supplier.</summary>
    DirectPayment,

    /// <summary>Paid by a check to subcontractor and supplier together.</summary>
    JointCheck,
}
