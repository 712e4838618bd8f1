namespace PowerIntegration.Domain.ContractBilling.Terms;

/// <summary>Where retainage amounts come from.</summary>
public enum RetainageSource
{
    /// <summary>The approved amounts of the application post; the terms check them.</summary>
    Source,

    /// <summary>The terms compute it: previews and documents without retainage amounts.</summary>
    Terms,
}
