namespace PowerIntegration.Gateway.Wbs.Mapping;

/// <summary>A WBS code in use, with what the mapping says of it on a day.</summary>
/// <param name="Key">Its key, which tells it from every other code.</param>
/// <param name="Code">The code as Procore shows it.</param>
/// <param name="CostCode">Cost code, or null.</param>
/// <param name="CostType">Cost type, or null.</param>
/// <param name="SubJob">Sub job, or null.</param>
/// <param name="TaskSegmentCode">Code of the task segment, or null.</param>
/// <param name="OtherSegments">Other custom segments, or null.</param>
/// <param name="State">Covered, CatchAll, Stale, Ambiguous or Uncovered.</param>
/// <param name="Rule">The rule that decides, or the rules that fit equally, or null.</param>
/// <param name="TaskNumber">The Oracle task, or null.</param>
/// <param name="ExpenditureType">The expenditure type, or null.</param>
/// <param name="ExpenditureOrganization">The organization, or null.</param>
/// <param name="Message">Why it is not covered and what to do, or null.</param>
/// <param name="Committed">Committed on it, in the currency of the commitments.</param>
/// <param name="Billed">Billed on it.</param>
internal sealed record WbsCodeChoice(
    string Key,
    string Code,
    string? CostCode,
    string? CostType,
    string? SubJob,
    string? TaskSegmentCode,
    string? OtherSegments,
    MappingState State,
    string? Rule,
    string? TaskNumber,
    string? ExpenditureType,
    string? ExpenditureOrganization,
    string? Message,
    decimal Committed,
    decimal Billed
);
