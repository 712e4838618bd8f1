namespace PowerIntegration.Domain.ContractBilling.Terms;

/// <summary>What becomes of stored materials in the next application.</summary>
public enum StoredMaterials
{
    /// <summary>They stay in column F until somebody takes them out: D is the work of the previous application.</summary>
    Manual,

    /// <summary>They move to previous work by themselves: D is work and stored materials of the previous application, F starts empty.</summary>
    AutoMove,
}
