namespace PowerIntegration.Domain.ContractBilling.Terms;

/// <summary>What is measured against the contract sum to decide whether a threshold is reached.</summary>
public enum BilledMeasure
{
    /// <summary>Total completed and stored to date.</summary>
    CompletedAndStored,

    /// <summary>Completed work only; stored materials do not count.</summary>
    CompletedWork,
}
