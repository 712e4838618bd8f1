namespace PowerIntegration.Domain.ContractBilling.Applications;

/// <summary>What the amount of a cut reduces.</summary>
public enum CutKind
{
    /// <summary>The gross: work this period. The retainage on it falls too.</summary>
    Gross,

    /// <summary>The payment due, line 8: an architect certifies that much less. The gross cut is worked out.</summary>
    Net,
}
