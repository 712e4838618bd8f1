namespace PowerIntegration.Domain.Law.Jurisdiction;

/// <summary>Which value decides whether a rule applies.</summary>
public enum RuleValueBasis
{
    /// <summary>The sum of the billed contract.</summary>
    Contract,

    /// <summary>The sum of the prime contract above it.</summary>
    PrimeContract,

    /// <summary>The value of the project.</summary>
    Project,
}
