namespace PowerIntegration.Domain.ContractBilling.Terms;

/// <summary>How stored materials carry into the next application.</summary>
public enum StoredMaterials
{
    /// <summary>They stay in column F until a person removes them: D is the work of the previous application.</summary>
    Manual,

    /// <summary>They move to previous work automatically: D is work and stored materials of the previous application, F starts empty.</summary>
    AutoMove,
}
