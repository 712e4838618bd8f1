namespace PowerIntegration.Domain.ContractBilling.Proofs;

/// <summary>
/// The proof of the figures: identities with both sides, the origin of each figure, and the checks of the input that they were calculated from.
/// </summary>
public sealed record Proof
{
    /// <summary>The identities; each has a residual of zero.</summary>
    public required IReadOnlyList<ProofIdentity> Identities { get; init; }

    /// <summary>Where each figure of the header comes from.</summary>
    public required IReadOnlyList<FigureOrigin> Origins { get; init; }

    /// <summary>The checks of the input; none where there is no input, as with a reversal.</summary>
    public IReadOnlyList<CheckedInput> Inputs { get; init; } = [];

    /// <summary>How many checks of the input failed.</summary>
    public int InputsFailed => Inputs.Count(input => input.State == InputState.Failed);

    /// <summary>True where the arithmetic and the input are right; a residual is shown only then.</summary>
    public bool IsComplete => Residual == 0m && InputsFailed == 0;

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
