using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Law.Tax;

/// <summary>The transfer that keeps the retainage held on a contract in trust for the vendor.</summary>
public sealed record RetentionTrustNote
{
    private RetentionTrustNote() { }

    /// <summary>Into the trust where positive, out of it where negative.</summary>
    public Money Movement { get; private init; }

    /// <summary>The trust balance afterwards: the retainage held.</summary>
    public Money BalanceAfter { get; private init; }

    /// <summary>Journal of the transfer, balanced; empty where there is none.</summary>
    public IReadOnlyList<TaxLeg> Journal { get; private init; } = [];

    /// <summary>The instruction for the person who makes the transfer.</summary>
    public string Text { get; private init; } = "";

    /// <summary>Compares the trust balance with the retainage held.</summary>
    /// <param name="contract">The name of the contract for the text.</param>
    /// <param name="inTrust">The trust balance.</param>
    /// <param name="held">Retainage held after the document.</param>
    public static RetentionTrustNote Of(string contract, Money inTrust, Money held)
    {
        Invariant.Require(held.Amount >= 0m, "Retainage held is not negative.");
        var movement = held - inTrust;
        var way = movement.Amount < 0m ? "out of" : "into";
        return new RetentionTrustNote
        {
            Movement = movement,
            BalanceAfter = held,
            Journal = movement.IsZero
                ? []
                : [new(TaxAccountRole.RetentionTrust, movement.Amount), new(TaxAccountRole.OperatingCash, -movement.Amount)],
            Text = movement.IsZero
                ? $"{contract}: the trust balance of {held} equals the retainage held. No transfer is needed."
                : $"{contract}: move {(movement.Amount < 0m ? -movement : movement)} {way} the retention trust account. "
                    + $"Its balance is then {held}.",
        };
    }
}
