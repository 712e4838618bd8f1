namespace PowerIntegration.Domain.Law.Jurisdiction;

/// <summary>What a rule asks about the bond.</summary>
public enum BondCondition
{
    /// <summary>The rule applies where the bond that it asks for is furnished.</summary>
    Bonded,

    /// <summary>The rule applies where that bond is not furnished.</summary>
    NotBonded,
}
