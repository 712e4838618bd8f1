namespace PowerIntegration.Domain.Findings;

/// <summary>How much a finding matters. The order is the order of the choice <c>pint_severity</c>.</summary>
public enum FindingSeverity
{
    /// <summary>Good to know.</summary>
    Notice,

    /// <summary>Someone should look; the product continues trying.</summary>
    Warning,

    /// <summary>Nothing continues until a person acts, or it has failed for long.</summary>
    Error,
}
