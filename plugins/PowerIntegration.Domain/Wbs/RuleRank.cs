namespace PowerIntegration.Domain.Wbs;

/// <summary>
/// How specific a mapping rule is: project before company, then more exact segments, then more beginnings, then longer beginnings. Rules that are
/// equal in all four are equally specific.
/// </summary>
internal static class RuleRank
{
    // Each part has room for what a column can hold: at most a few dozen segments with at most a few hundred characters each.
    private const long Exact = 1L << 40;
    private const long Project = Exact << 16;
    private const long Beginning = 1L << 24;

    /// <summary>The rank; the higher one wins.</summary>
    public static long Of(WbsMappingRule rule)
    {
        var rank = rule.IsOfProject ? Project : 0L;
        foreach (var pattern in rule.Patterns)
        {
            rank +=
                pattern.IsExact ? Exact
                : pattern.IsPrefix ? Beginning + pattern.Text.Length
                : 0L;
        }

        return rank;
    }
}
