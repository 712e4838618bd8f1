using PowerIntegration.Domain.Wbs;

namespace PowerIntegration.Tool.Mapping;

/// <summary>A row that can be read as a rule.</summary>
/// <param name="Row">The row.</param>
/// <param name="Project">Oracle project number; null for a rule of the whole company.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Note">Name of the rule; empty where none is given.</param>
internal sealed record RowRule(MapRow Row, string? Project, WbsMappingRule Rule, string Note)
{
    /// <summary>The codes that it takes, so that two rules of the same codes have the same text.</summary>
    public string Codes => RuleCodes.Of(Rule);
}
