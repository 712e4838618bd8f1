namespace PowerIntegration.Domain.Wbs.Suggestions;

/// <summary>
/// Ranks the tasks that may be meant by a code. Nothing is applied: accepted suggestions become drafts that a second person activates.
/// </summary>
public static class TaskSuggestions
{
    /// <summary>
    /// The tasks of the project that take cost on the day and have evidence, the strongest evidence first. The name comes before the number, because
    /// where Oracle renumbered its tasks the number belongs to another scope.
    /// </summary>
    /// <param name="code">The code.</param>
    /// <param name="mapping">The project.</param>
    /// <param name="covered">Codings of covered codes.</param>
    /// <param name="most">How many are returned at most.</param>
    public static IReadOnlyList<TaskSuggestion> For(UncoveredCode code, WbsMapping mapping, CoveredCodes covered, int most)
    {
        var usable = mapping.Tasks.All.Where(task => task.TakesCostOn(code.Day)).ToList();
        var numbers = new HashSet<string>(usable.Select(task => task.TaskNumber), StringComparer.Ordinal);
        var given = new HashSet<string>(StringComparer.Ordinal);
        return
        [
            .. Near(code, mapping, usable)
                .Concat(One(code.PurchaseOrderTask, SuggestionEvidence.PurchaseOrder))
                .Concat(SameName(code, usable))
                .Concat(SameNumber(code, usable))
                .Concat(All(covered.OfOtherCostTypes(mapping.ProjectNumber, code.Codes), SuggestionEvidence.OtherCostTypes))
                .Concat(All(covered.OfOtherProjects(code.Codes), SuggestionEvidence.OtherProjects))
                .Where(suggestion => numbers.Contains(suggestion.TaskNumber) && given.Add(suggestion.TaskNumber))
                .Take(most),
        ];
    }

    // Work that left a task stays near it: among its siblings, or below it where it became a summary. The one with the code's name comes first.
    private static IEnumerable<TaskSuggestion> Near(UncoveredCode code, WbsMapping mapping, IReadOnlyList<ProjectTask> usable)
    {
        if (mapping.Tasks[code.MappedTask] is not { } today)
        {
            return [];
        }

        var isBelow = code.Fault == CodingFault.SummaryTask;
        var parent =
            isBelow ? today.TaskNumber
            : code.Fault is CodingFault.TaskClosed or CodingFault.NotChargeable ? today.Parent
            : null;
        return parent is null
            ? []
            : usable
                .Where(task => string.Equals(task.Parent, parent, StringComparison.Ordinal))
                .OrderByDescending(task => code.Names.Any(name => IsAlike(name, task.Name)))
                .Select(task => new TaskSuggestion(task.TaskNumber, isBelow ? SuggestionEvidence.Below : SuggestionEvidence.SameParent));
    }

    private static IEnumerable<TaskSuggestion> SameName(UncoveredCode code, IReadOnlyList<ProjectTask> usable) =>
        code.Names.SelectMany(name =>
            All(usable.Where(task => IsAlike(name, task.Name)).Select(task => task.TaskNumber), SuggestionEvidence.SameName)
        );

    private static IEnumerable<TaskSuggestion> SameNumber(UncoveredCode code, IReadOnlyList<ProjectTask> usable) =>
        All(usable.Where(task => IsAlike(task.TaskNumber, code.Codes.CostCode ?? "")).Select(task => task.TaskNumber), SuggestionEvidence.SameNumber);

    private static IEnumerable<TaskSuggestion> One(string? taskNumber, SuggestionEvidence evidence) =>
        string.IsNullOrEmpty(taskNumber) ? [] : [new TaskSuggestion(taskNumber!, evidence)];

    private static IEnumerable<TaskSuggestion> All(IEnumerable<string> taskNumbers, SuggestionEvidence evidence) =>
        taskNumbers.Select(number => new TaskSuggestion(number, evidence));

    private static bool IsAlike(string one, string other)
    {
        var plain = Plain(one);
        return plain.Length > 0 && string.Equals(plain, Plain(other), StringComparison.Ordinal);
    }

    // Letters and digits count, case does not.
    private static string Plain(string text) => new([.. text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
}
