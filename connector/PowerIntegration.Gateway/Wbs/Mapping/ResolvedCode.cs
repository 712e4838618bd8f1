namespace PowerIntegration.Gateway.Wbs.Mapping;

/// <summary>What the mapping says of a code on a day.</summary>
/// <param name="State">Resolved or Refused.</param>
/// <param name="ReasonCode">Code of the reason there is no coding, or null.</param>
/// <param name="Message">Message to show to a person.</param>
/// <param name="TaskNumber">The Oracle task, or null.</param>
/// <param name="ExpenditureType">The expenditure type, or null.</param>
/// <param name="ExpenditureOrganization">The organization, or null.</param>
/// <param name="Rule">The rule that decided, or null.</param>
/// <param name="Trail">A sentence for each rule that fits the code: which one decided, and why the others did not.</param>
internal sealed record ResolvedCode(
    ResolutionState State,
    string? ReasonCode,
    string Message,
    string? TaskNumber,
    string? ExpenditureType,
    string? ExpenditureOrganization,
    string? Rule,
    IReadOnlyList<string> Trail
);
