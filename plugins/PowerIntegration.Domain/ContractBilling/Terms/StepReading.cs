namespace PowerIntegration.Domain.ContractBilling.Terms;

/// <summary>
/// What a rate reduction at a threshold means. The same facts give four payables; the wording of the contract or the statute decides.
/// </summary>
public enum StepReading
{
    /// <summary>A: the full balance falls to the reduced rate, and the difference is paid now.</summary>
    WholeBalance,

    /// <summary>B1: the reduced rate applies only to what is billed above the threshold.</summary>
    AboveThreshold,

    /// <summary>B2: the reduced rate applies to everything from the application that reaches the threshold.</summary>
    FromCrossing,

    /// <summary>C: nothing more is withheld once the threshold is reached.</summary>
    Stop,
}
