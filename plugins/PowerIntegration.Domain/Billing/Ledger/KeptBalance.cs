namespace PowerIntegration.Domain.Billing;

/// <summary>A balance that few lines have, kept beside the line and not in it.</summary>
/// <param name="Balance">The balance.</param>
internal sealed record KeptBalance(LineBalance Balance)
{
    /// <summary>The balance where there is one.</summary>
    public static KeptBalance? Of(LineBalance? balance) => balance is { } kept ? new KeptBalance(kept) : null;
}
