namespace PowerIntegration.Domain.ContractBilling.Terms;

/// <summary>Who withholds retainage; only one does.</summary>
public enum RetainageKeeper
{
    /// <summary>PowerIntegration sends a line with the retainage account; the purchase order has no retainage rate.</summary>
    Us,

    /// <summary>Oracle withholds at the rate of the purchase order; only gross is sent.</summary>
    Oracle,
}
