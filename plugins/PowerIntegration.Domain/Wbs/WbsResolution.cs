using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Wbs;

/// <summary>The answer to: which Oracle coding does one Procore code get on one day. Either a coding with its rule, or a refusal.</summary>
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

    /// <summary>The rule that won; null where the code was refused.</summary>
    public WbsMappingRule? Rule { get; }

    /// <summary>Why there is no coding; null where there is one.</summary>
    public Refusal? Refusal { get; }

    /// <summary>
    /// Resolves a code. The rule with most exact fields wins; two equally exact are ambiguous. The task is the custom segment's value where the code
    /// has one, else the rule's; it must be a chargeable lowest-level task that runs on the day.
    /// </summary>
    /// <param name="subject">How the sentence of a refusal begins.</param>
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
                    $"{subject}: the code ({codes}) has no task segment and rule {best[0].Key} names no task. "
                        + "Give the rule an Oracle task or the code a task segment."
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
            $"{subject}: the code ({codes}) maps to no Oracle task of project {mapping.ProjectNumber} on {asOf}. "
                + "Add a mapping rule for it, then retry the document."
        );

    private static Refusal Ambiguous(string subject, SegmentCodes codes, IEnumerable<WbsMappingRule> rules, CalendarDate asOf) =>
        new(
            WbsReasons.WbsAmbiguous,
            $"{subject}: the rules {string.Join(", ", rules.Select(rule => rule.Key))} fit the code ({codes}) equally on {asOf}. "
                + "End all but one of them."
        );

    private static Refusal? CheckTask(string subject, string number, WbsMapping mapping, CalendarDate asOf)
    {
        var task = mapping.Tasks.FirstOrDefault(candidate => string.Equals(candidate.TaskNumber, number, StringComparison.Ordinal));
        var where = $"{subject}: task {number}";
        if (task is null)
        {
            return new Refusal(
                WbsReasons.TaskUnknown,
                $"{where} does not exist in project {mapping.ProjectNumber}. Correct the mapping, or refresh the tasks from Oracle."
            );
        }

        if (!task.IsLowestLevel)
        {
            return new Refusal(
                WbsReasons.TaskNotLowestLevel,
                $"{where} of project {mapping.ProjectNumber} has tasks below it. Map the code to a lowest-level task."
            );
        }

        if (!task.IsChargeable)
        {
            return new Refusal(
                WbsReasons.TaskNotChargeable,
                $"{where} of project {mapping.ProjectNumber} is not chargeable. Map the code to a chargeable task."
            );
        }

        return task.RunsOn(asOf)
            ? null
            : new Refusal(
                WbsReasons.TaskNotOpen,
                $"{where} of project {mapping.ProjectNumber} runs from {task.Start?.ToString() ?? "ever"} to "
                    + $"{task.Finish?.ToString() ?? "ever"}, not on {asOf}. Change the task's dates in Oracle or the mapping."
            );
    }
}
