namespace PowerIntegration.Domain.ContractBilling.Proofs;

/// <summary>Two ways to the same figure.</summary>
/// <param name="Name">What must hold, as a sentence.</param>
/// <param name="Left">One way.</param>
/// <param name="Right">The other way.</param>
public sealed record ProofIdentity(string Name, decimal Left, decimal Right)
{
    /// <summary>Left less right.</summary>
    public decimal Residual => Left - Right;
}
