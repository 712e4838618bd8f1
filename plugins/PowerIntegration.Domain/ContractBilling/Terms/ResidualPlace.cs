namespace PowerIntegration.Domain.ContractBilling.Terms;

/// <summary>Which line takes the rounding difference between a certified header and its lines.</summary>
public enum ResidualPlace
{
    /// <summary>The line with the largest amount; tie: lowest id.</summary>
    LargestLine,

    /// <summary>The first line that may take it.</summary>
    FirstLine,

    /// <summary>All lines, by largest remainder of the unrounded amounts.</summary>
    LargestRemainder,
}
