using PowerIntegration.Domain.ContractBilling.Ledger;

namespace PowerIntegration.Domain.ContractBilling.Replay;

/// <summary>The applications of a running contract, to be billed by proposed terms.</summary>
public sealed record ReplayHistory
{
    /// <summary>The ledger before the first application.</summary>
    public required ContractLedger Ledger { get; init; }

    /// <summary>The applications in order.</summary>
    public required IReadOnlyList<ReplayApplication> Applications { get; init; }

    /// <summary>
    /// True where every line says its retainage on work and on stored materials. Each application is then compared as if it were prepared: what was
    /// held is the base of the next one, and a difference within rounding of the source is none.
    /// </summary>
    public bool IsStated { get; init; }
}
