namespace PowerIntegration.Domain.ContractBilling.Proofs;

/// <summary>The proof of the figures: identities with both sides, and the origin of each figure.</summary>
public sealed record Proof
{
    /// <summary>The identities; each has a residual of zero.</summary>
    public required IReadOnlyList<ProofIdentity> Identities { get; init; }

    /// <summary>Where each figure of the header comes from.</summary>
    public required IReadOnlyList<FigureOrigin> Origins { get; init; }

    /// <summary>The sum of all residuals without sign; zero in every proof that is returned.</summary>
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
