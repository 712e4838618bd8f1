namespace PowerIntegration.Tables;

/// <summary>Values of the global choice <c>pint_matching</c>.</summary>
public static class MatchingChoice
{
    /// <summary>Matched.</summary>
    public const int Matched = 723100000;

    /// <summary>Unmatched.</summary>
    public const int Unmatched = 723100001;
}
