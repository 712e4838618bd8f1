namespace PowerIntegration.Domain.ContractBilling.Terms;

/// <summary>Where the retainage of an application comes from.</summary>
public enum RetainageSource
{
    /// <summary>The approved amounts of the application post; the terms check them.</summary>
    Source,

    /// <summary>The terms compute it: previews and documents without amounts of their own.</summary>
    Terms,
}
