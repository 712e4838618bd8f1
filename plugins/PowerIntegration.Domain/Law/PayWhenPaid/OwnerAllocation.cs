namespace PowerIntegration.Domain.Law.PayWhenPaid;

/// <summary>How the owner's certificate allocates a short payment. Identified amounts come before shared ones.</summary>
public abstract record OwnerAllocation
{
    private OwnerAllocation() { }

    /// <summary>The certificate is silent: the payment is shared in proportion to the outstanding amounts.</summary>
    public sealed record ProRata : OwnerAllocation;

    /// <summary>
    /// The certificate names the scope that was paid short: every other share is paid in full, and the named ones share the shortfall.
    /// </summary>
    /// <param name="Keys">The shares that were paid short.</param>
    public sealed record ShortPaidScope(IReadOnlyList<string> Keys) : OwnerAllocation;

    /// <summary>The certificate names the scope and the amounts.</summary>
    /// <param name="Amounts">Unpaid amounts, by share.</param>
    public sealed record ShortPaid(IReadOnlyList<ShortPaidAmount> Amounts) : OwnerAllocation;
}
