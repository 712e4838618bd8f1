using PowerIntegration.Domain.Dates;

namespace PowerIntegration.Domain.Wbs;

/// <summary>What the mapping says of one code on one day: the rules that fit best, their coding, and what is wrong with it.</summary>
public sealed record CodeDecision
{
    private CodeDecision(RuleMatch match, TaskCoding? coding, CodingFault? fault)
    {
        Match = match;
        Coding = coding;
        Fault = fault;
    }

    /// <summary>The most specific rules that fit.</summary>
    public RuleMatch Match { get; }

    /// <summary>
    /// The coding of the rule that decides, valid or not; its task is empty where none is named. Null where no rule or several decide.
    /// </summary>
    public TaskCoding? Coding { get; }

    /// <summary>What is wrong; null where the code has exactly one valid coding.</summary>
    public CodingFault? Fault { get; }

    /// <summary>Decides.</summary>
    /// <param name="codes">The code's segment values.</param>
    /// <param name="use">What it is used for.</param>
    /// <param name="mapping">Rules of the project, and what of Oracle was read.</param>
    /// <param name="day">Expenditure item date.</param>
    /// <param name="asItWas">True to take a task as it was before the day on which it stopped being a chargeable lowest-level task.</param>
    public static CodeDecision Of(SegmentCodes codes, CodeUse use, WbsMapping mapping, CalendarDate day, bool asItWas = false)
    {
        var match = mapping.Rules.On(codes, day);
        if (match.Winner is not { } rule)
        {
            return new CodeDecision(match, null, match.IsAmbiguous ? CodingFault.TwoRows : CodingFault.NoRow);
        }

        var coding = CodingOf(rule, codes, use, mapping);
        return new CodeDecision(match, coding, CodingCheck.First(coding, use, mapping, day, asItWas));
    }

    /// <summary>The coding that a rule gives a code, whether Oracle takes it or not.</summary>
    internal static TaskCoding CodingOf(WbsMappingRule rule, SegmentCodes codes, CodeUse use, WbsMapping mapping) =>
        new(
            mapping.ProjectNumber,
            TaskOf(rule, codes, mapping.TaskSource) ?? "",
            rule.ExpenditureType,
            OrganizationOf(rule.Organization, use, mapping)
        );

    private static string? TaskOf(WbsMappingRule rule, SegmentCodes codes, TaskSource source) =>
        source == TaskSource.Rule ? rule.TaskNumber
        : source == TaskSource.SegmentOrRule && string.IsNullOrEmpty(codes.TaskSegment) ? rule.TaskNumber
        : codes.TaskSegment;

    // A unit without a default organization gives an empty name, which no organization has.
    private static string OrganizationOf(OrganizationRule rule, CodeUse use, WbsMapping mapping) =>
        rule.FixedName
        ?? (
            rule.IsVendorUnit ? mapping.Catalog?.DefaultOf(use.VendorUnit ?? mapping.BusinessUnit ?? "")?.Name ?? "" : mapping.ExpenditureOrganization
        );
}
