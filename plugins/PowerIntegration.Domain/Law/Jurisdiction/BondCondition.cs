namespace PowerIntegration.Domain.Law.Jurisdiction;

/// <summary>The bond condition of a rule.</summary>
public enum BondCondition
{
    /// <summary>The rule applies where the required bond is furnished.</summary>
    Bonded,

    /// <summary>The rule applies where the required bond is not furnished.</summary>
    NotBonded,
}
