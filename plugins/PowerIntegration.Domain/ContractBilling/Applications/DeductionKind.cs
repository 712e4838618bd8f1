namespace PowerIntegration.Domain.ContractBilling.Applications;

/// <summary>Why something is deducted after line 8.</summary>
public enum DeductionKind
{
    /// <summary>The payee is charged back.</summary>
    BackCharge,

    /// <summary>A lower tier was paid directly.</summary>
    DirectPayment,

    /// <summary>Part is paid by a check to the payee and a lower tier jointly.</summary>
    JointCheck,
}
