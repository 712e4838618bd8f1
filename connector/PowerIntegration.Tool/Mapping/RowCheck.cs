using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Wbs;
using PowerIntegration.Domain.Wbs.Suggestions;

namespace PowerIntegration.Tool.Mapping;

/// <summary>Checks one row that can be read against its project.</summary>
internal static class RowCheck
{
    private static readonly CoveredCodes NoOthers = new();

    /// <summary>The faults of a row; empty where there are none.</summary>
    public static IEnumerable<RowFault> Of(RowRule row, EnvironmentFacts environment)
    {
        if (row.Project is not { } number)
        {
            return Catalog(row, environment).Concat(Posted(row, environment.Posted));
        }

        return environment.Projects.TryGetValue(number, out var project)
            ? Task(row, project).Concat(Catalog(row, environment)).Concat(Posted(row, project.Posted))
            :
            [
                row.Row.Fault(
                    MapColumn.Project,
                    $"The environment {environment.Key} has no active project with this Oracle number. Correct it, or have the project set up first.",
                    NearText.Of(number, environment.ProjectNumbers)
                ),
            ];
    }

    private static IEnumerable<RowFault> Task(RowRule row, ProjectFacts project)
    {
        if (row.Rule.TaskNumber is not { } number)
        {
            if (project.Mapping.TaskSource == TaskSource.Rule)
            {
                yield return row.Row.Fault(
                    MapColumn.OracleTask,
                    "The task is missing. In this project the mapping names the task; enter its number.",
                    Suggested(row, project, null)
                );
            }

            yield break;
        }

        if (project.Mapping.Tasks[number] is not { } task)
        {
            yield return row.Row.Fault(
                MapColumn.OracleTask,
                $"Oracle project {project.Mapping.ProjectNumber} has no task with this number. Enter another one, or refresh the tasks from Oracle.",
                Suggested(row, project, CodingFault.TaskMissing)
            );
        }
        else if (!task.IsLowestLevel)
        {
            yield return row.Row.Fault(
                MapColumn.OracleTask,
                "The task has subtasks, so it takes no cost. Enter a lowest-level task.",
                Suggested(row, project, CodingFault.SummaryTask)
            );
        }
        else if (!task.IsChargeable)
        {
            yield return row.Row.Fault(
                MapColumn.OracleTask,
                "The task is not chargeable. Enter a chargeable task.",
                Suggested(row, project, CodingFault.NotChargeable)
            );
        }
        else if (!SharesADay(task, row.Rule))
        {
            yield return row.Row.Fault(
                MapColumn.OracleTask,
                $"The task is open from {task.Start?.ToString() ?? "(no start date)"} to {task.Finish?.ToString() ?? "(no finish date)"}, "
                    + "on no day of the rule. Enter another task, or change the dates.",
                Suggested(row, project, CodingFault.TaskClosed)
            );
        }
    }

    private static IEnumerable<RowFault> Catalog(RowRule row, EnvironmentFacts environment)
    {
        if (environment.Catalog is not { } catalog)
        {
            yield break;
        }

        var day = row.Rule.ValidFrom!.Value;
        if (catalog.Type(row.Rule.ExpenditureType) is not { } type)
        {
            yield return row.Row.Fault(
                MapColumn.ExpenditureType,
                "Oracle has no expenditure type with this name. Enter the name exactly as in Oracle; upper and lower case differ.",
                NearText.Of(row.Rule.ExpenditureType, environment.TypeNames)
            );
        }
        else if (!type.IsActive || type.Finish is { } finish && day > finish)
        {
            yield return row.Row.Fault(MapColumn.ExpenditureType, $"The expenditure type is not active in Oracle on {day}. Enter an active one.");
        }

        if (row.Rule.Organization.FixedName is { } name && catalog.Organization(name)?.OwnsExpenditures != true)
        {
            yield return row.Row.Fault(
                MapColumn.Organization,
                "Oracle has no organization with this name that owns expenditures. Enter the name exactly as in Oracle, or leave the cell empty for "
                    + "the organization of the project.",
                NearText.Of(name, environment.OrganizationNames)
            );
        }
    }

    // Activation refuses it too; said here, it does not stop a batch of a thousand.
    private static IEnumerable<RowFault> Posted(RowRule row, IReadOnlyList<PostedCode> codes)
    {
        CalendarDate? last = null;
        foreach (var posted in codes.Where(posted => Takes(row.Rule, posted.Codes)))
        {
            last = last is { } day && day >= posted.PeriodEnd ? last : posted.PeriodEnd;
        }

        if (last is { } end && row.Rule.ValidFrom <= end)
        {
            yield return row.Row.Fault(
                MapColumn.ValidFrom,
                $"Documents with such codes are posted for periods up to {end}. A rule cannot change them; let it begin later.",
                end.AddDays(1).ToString()
            );
        }
    }

    private static bool Takes(WbsMappingRule rule, SegmentCodes codes) =>
        rule.CostCode.Fits(codes.CostCode) && rule.CostType.Fits(codes.CostType) && rule.TaskSegment.Fits(codes.TaskSegment);

    private static string Suggested(RowRule row, ProjectFacts project, CodingFault? fault)
    {
        var rule = row.Rule;
        var usable = project.Mapping.Tasks.All.Where(task => task is { IsLowestLevel: true, IsChargeable: true } && SharesADay(task, rule)).ToList();
        var near = NearText.Of(rule.TaskNumber ?? "", usable.Select(task => task.TaskNumber));
        if (near.Length > 0 || !rule.CostCode.IsExact)
        {
            return near;
        }

        var code = new UncoveredCode
        {
            Codes = new SegmentCodes(null, rule.CostCode.Text, rule.CostType.IsExact ? rule.CostType.Text : null),
            Day = FirstDay(usable, rule.ValidFrom!.Value),
            Fault = fault,
            MappedTask = rule.TaskNumber,
            Names = project.Codes.FirstOrDefault(one => one.Codes.CostCode == rule.CostCode.Text)?.Names ?? [],
        };
        return TaskSuggestions.For(code, project.Mapping, NoOthers, 1) is [var first] ? first.TaskNumber : "";
    }

    private static bool SharesADay(ProjectTask task, WbsMappingRule rule) =>
        !(task.Finish is { } finish && rule.ValidFrom > finish) && !(task.Start is { } start && rule.ValidTo < start);

    // Rules often begin long before the first task of their project.
    private static CalendarDate FirstDay(List<ProjectTask> tasks, CalendarDate from)
    {
        var starts = tasks.Select(task => task.Start ?? from).ToList();
        return starts.Count > 0 && starts.Min() is var first && first > from ? first : from;
    }
}
