namespace PowerIntegration.Domain.Findings;

/// <summary>What became of a finding. The order is the order of the choice <c>pint_findingstate</c>.</summary>
public enum FindingState
{
    /// <summary>No one said that they saw it.</summary>
    Open,

    /// <summary>A person saw it; its cause may still be there.</summary>
    Acknowledged,

    /// <summary>Its cause is gone.</summary>
    Closed,
}
