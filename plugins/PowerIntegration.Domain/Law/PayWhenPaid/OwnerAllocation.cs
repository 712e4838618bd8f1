namespace PowerIntegration.Domain.Law.PayWhenPaid;

/// <summary>What the owner's certificate says about a payment that is short. What is identified stands before what is shared.</summary>
public abstract record OwnerAllocation
{
    private OwnerAllocation() { }

    /// <summary>The certificate says nothing: the payment is shared in proportion to what is outstanding.</summary>
    public sealed record ProRata : OwnerAllocation;

    /// <summary>
    /// The certificate names the scope that was paid short: every other share is paid in full, the named ones share what is missing.
    /// </summary>
    /// <param name="Keys">The shares that were paid short.</param>
    public sealed record ShortPaidScope(IReadOnlyList<string> Keys) : OwnerAllocation;

    /// <summary>The certificate names the scope and the amounts.</summary>
    /// <param name="Amounts">What was not paid, by share.</param>
    public sealed record ShortPaid(IReadOnlyList<ShortPaidAmount> Amounts) : OwnerAllocation;
}
