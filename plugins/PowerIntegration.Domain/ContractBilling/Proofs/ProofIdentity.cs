namespace PowerIntegration.Domain.ContractBilling.Proofs;

/// <summary>One figure calculated in two ways.</summary>
/// <param name="Name">What must hold, as a sentence.</param>
/// <param name="Left">The first way.</param>
/// <param name="Right">The second way.</param>
public sealed record ProofIdentity(string Name, decimal Left, decimal Right)
{
    /// <summary>Left less right.</summary>
    public decimal Residual => Left - Right;
}
