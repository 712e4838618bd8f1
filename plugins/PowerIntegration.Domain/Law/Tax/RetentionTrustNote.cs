using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Law.Tax;

/// <summary>What must be moved so that retention held on a contract lies in trust for the supplier.</summary>
public sealed record RetentionTrustNote
{
    private RetentionTrustNote() { }

    /// <summary>Into the trust where positive, out of it where negative.</summary>
    public Money Movement { get; private init; }

    /// <summary>What lies in trust for the contract afterwards: the retention held.</summary>
    public Money BalanceAfter { get; private init; }

    /// <summary>Journal of the movement, balanced; empty where nothing moves.</summary>
    public IReadOnlyList<TaxLeg> Journal { get; private init; } = [];

    /// <summary>The same for the person who moves the money.</summary>
    public string Text { get; private init; } = "";

    /// <summary>Compares what lies in trust with what is held.</summary>
    /// <param name="contract">How the text names the contract.</param>
    /// <param name="inTrust">What lies in trust.</param>
    /// <param name="held">Retention held after the document.</param>
    public static RetentionTrustNote Of(string contract, Money inTrust, Money held)
    {
        Invariant.Require(held.Amount >= 0m, "Retention held is not negative.");
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
                ? $"{contract}: {held} lies in trust, as is held."
                : $"{contract}: move {(movement.Amount < 0m ? -movement : movement)} {way} the retention trust account; "
                    + $"{held} lies in trust afterwards.",
        };
    }
}
