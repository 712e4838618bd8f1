namespace PowerIntegration.Domain.ContractBilling.Proofs;

/// <summary>Why the figures are right: identities with both sides, and where each figure comes from.</summary>
public sealed record Proof
{
    /// <summary>The identities; each has a residual of zero.</summary>
    public required IReadOnlyList<ProofIdentity> Identities { get; init; }

    /// <summary>Where each figure of the header comes from.</summary>
    public required IReadOnlyList<FigureOrigin> Origins { get; init; }

    /// <summary>The sum of all residuals without sign; zero in every proof that is handed out.</summary>
    public decimal Residual
    {
        get
        {
            var sum = 0m;
            foreach (var identity in Identities)
            {
                sum += System.Math.Abs(identity.Residual);
            }

            return sum;
        }
    }
}
