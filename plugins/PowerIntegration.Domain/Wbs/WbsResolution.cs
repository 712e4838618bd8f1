using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Wbs;

/// <summary>The Oracle coding of one Procore code on one day: either a coding with its rule, or a refusal.</summary>
public sealed record WbsResolution
{
    // Invariant: exactly one of Coding and Refusal is null.
    private WbsResolution(TaskCoding? coding, WbsMappingRule? rule, Refusal? refusal)
    {
        Invariant.Require(coding is null != refusal is null, "A code resolves to a coding or to a refusal.");
        Coding = coding;
        Rule = rule;
        Refusal = refusal;
    }

    /// <summary>The coding; null where the code was refused.</summary>
    public TaskCoding? Coding { get; }

    /// <summary>The rule that was used; null where the code was refused.</summary>
    public WbsMappingRule? Rule { get; }

    /// <summary>Why there is no coding; null where there is one.</summary>
    public Refusal? Refusal { get; }

    /// <summary>
    /// Resolves a code. The rule with the most exact fields wins; two equally exact rules are ambiguous. The task is the value of the custom segment
    /// where the code has one, else the task of the rule; it must be a chargeable lowest-level task that is open on the day.
    /// </summary>
    /// <param name="subject">The beginning of a refusal's sentence.</param>
    /// <param name="codes">The code's segment values.</param>
    /// <param name="mapping">Rules and tasks of the project.</param>
    /// <param name="asOf">Expenditure item date.</param>
    public static WbsResolution Of(string subject, SegmentCodes codes, WbsMapping mapping, CalendarDate asOf)
    {
        var fitting = mapping.Rules.Where(rule => rule.IsValidOn(asOf) && rule.Fits(codes)).ToList();
        var most = fitting.Count == 0 ? 0 : fitting.Max(rule => rule.ExactFields);
        var best = fitting.Where(rule => rule.ExactFields == most).ToList();
        if (best.Count != 1)
        {
            return Refused(best.Count == 0 ? Unmapped(subject, codes, mapping, asOf) : Ambiguous(subject, codes, best, asOf));
        }

        var number = string.IsNullOrEmpty(codes.TaskSegment) ? best[0].TaskNumber : codes.TaskSegment;
        if (string.IsNullOrEmpty(number))
        {
            return Refused(
                new Refusal(
                    WbsReasons.WbsUnmapped,
                    $"{subject}: {codes} has no mapping with an Oracle task. " + $"Ask the mapping administrator to add a mapping for {Codes(codes)}."
                )
            );
        }

        return CheckTask(subject, number!, mapping, asOf) is { } refusal
            ? Refused(refusal)
            : new WbsResolution(CodingOf(number!, best[0], mapping), best[0], null);
    }

    private static TaskCoding CodingOf(string taskNumber, WbsMappingRule rule, WbsMapping mapping) =>
        new(mapping.ProjectNumber, taskNumber, rule.ExpenditureType, rule.ExpenditureOrganization ?? mapping.ExpenditureOrganization);

    private static WbsResolution Refused(Refusal refusal) => new(null, null, refusal);

    private static Refusal Unmapped(string subject, SegmentCodes codes, WbsMapping mapping, CalendarDate asOf) =>
        new(
            WbsReasons.WbsUnmapped,
            $"{subject}: {codes} has no mapping to a task of Oracle project {mapping.ProjectNumber} on {asOf}. "
                + $"Ask the mapping administrator to add a mapping for {Codes(codes)}, then retry the document."
        );

    private static Refusal Ambiguous(string subject, SegmentCodes codes, IEnumerable<WbsMappingRule> rules, CalendarDate asOf) =>
        new(
            WbsReasons.WbsAmbiguous,
            $"{subject}: mapping rules {string.Join(" and ", rules.Select(rule => rule.Key))} match {codes} equally on {asOf}. "
                + "Ask the mapping administrator to end all but one."
        );

    private static string Codes(SegmentCodes codes) => $"{Code(codes.CostCode, "cost code")} / {Code(codes.CostType, "cost type")}";

    private static string Code(string? code, string name) => string.IsNullOrEmpty(code) ? $"(no {name})" : code!;

    private static Refusal? CheckTask(string subject, string number, WbsMapping mapping, CalendarDate asOf)
    {
        var task = mapping.Tasks.FirstOrDefault(candidate => string.Equals(candidate.TaskNumber, number, StringComparison.Ordinal));
        var where = $"{subject}: task {number}";
        if (task is null)
        {
            return new Refusal(
                WbsReasons.TaskUnknown,
                $"{where} does not exist in Oracle project {mapping.ProjectNumber}. "
                    + "Ask the mapping administrator to correct the mapping or to refresh the tasks from Oracle."
            );
        }

        if (!task.IsLowestLevel)
        {
            return new Refusal(
                WbsReasons.TaskNotLowestLevel,
                $"{where} of Oracle project {mapping.ProjectNumber} has subtasks. "
                    + "Ask the mapping administrator to map the code to a lowest-level task."
            );
        }

        if (!task.IsChargeable)
        {
            return new Refusal(
                WbsReasons.TaskNotChargeable,
                $"{where} of Oracle project {mapping.ProjectNumber} is not chargeable. "
                    + "Ask the mapping administrator to map the code to a chargeable task."
            );
        }

        return task.RunsOn(asOf)
            ? null
            : new Refusal(
                WbsReasons.TaskNotOpen,
                $"{where} of Oracle project {mapping.ProjectNumber} is open from {task.Start?.ToString() ?? "(no start date)"} to "
                    + $"{task.Finish?.ToString() ?? "(no finish date)"}, not on {asOf}. "
                    + "Change its dates in Oracle, or ask the mapping administrator to map the code to another task."
            );
    }
}
