using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Wbs;
using PowerIntegration.Domain.Wbs.Coverage;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Tables.Wbs;

/// <summary>Rows of a mapping as the domain knows them.</summary>
public static class MappingRows
{
    /// <summary>The mapping of a project without rules and tasks.</summary>
    /// <param name="project">Its row, with <see cref="MappingQueries.ProjectColumns"/>.</param>
    public static WbsMapping Empty(RowView project) =>
        new()
        {
            ProjectNumber = project.RequiredText(ProjectTable.OracleProjectNumber),
            ExpenditureOrganization = project.RequiredText(ProjectTable.ExpenditureOrganization),
            TaskSource = Source(project.Choice(ProjectTable.TaskSource)),
            BusinessUnit = project.Text(ProjectTable.BusinessUnit),
            AllowsCrossCharge = project.Flag(ProjectTable.CrossCharge),
            Tasks = ProjectTasks.None,
            Rules = MappingRules.None,
        };

    /// <summary>The mapping of a project.</summary>
    /// <param name="project">Its row, with <see cref="MappingQueries.ProjectColumns"/>.</param>
    /// <param name="tasks">Rows of its tasks.</param>
    /// <param name="rules">Rows of the active rules of the project and of the company.</param>
    /// <param name="controls">Rows of its transaction controls.</param>
    /// <param name="catalog">Types and organizations; null where they were never read.</param>
    public static WbsMapping Mapping(
        Entity project,
        IReadOnlyList<Entity> tasks,
        IReadOnlyList<Entity> rules,
        IReadOnlyList<Entity> controls,
        OracleCatalog? catalog
    )
    {
        var numbers = tasks.ToDictionary(row => row.Id, row => new RowView(row).RequiredText(OracleTaskTable.TaskNumber));
        return Empty(new RowView(project)) with
        {
            Tasks = new ProjectTasks(tasks.Select(row => Task(new RowView(row)))),
            Rules = new MappingRules(rules.Select(row => Rule(new RowView(row), NumberOf(new RowView(row), numbers)))),
            Controls = [.. controls.Select(row => Control(new RowView(row)))],
            Catalog = catalog,
        };
    }

    /// <summary>The values of a code; source lines and WBS codes have the same columns.</summary>
    public static SegmentCodes Codes(RowView row) =>
        new(row.Text(ProcoreWbsCodeTable.TaskSegmentCode), row.Text(ProcoreWbsCodeTable.CostCode), row.Text(ProcoreWbsCodeTable.CostType))
        {
            SubJob = row.Text(ProcoreWbsCodeTable.SubJob),
            Others = CustomSegments.Of(SegmentText.Read(row.Text(ProcoreWbsCodeTable.OtherSegments)) ?? []),
        };

    /// <summary>A WBS code with its open work, and without its names.</summary>
    public static UsedCode Used(RowView row)
    {
        var committed = row.Amount(ProcoreWbsCodeTable.Committed) ?? 0m;
        var billed = row.Amount(ProcoreWbsCodeTable.Billed) ?? 0m;
        return new UsedCode
        {
            Key = row.Text(ProcoreWbsCodeTable.Key) ?? "",
            FlatCode = row.Text(ProcoreWbsCodeTable.FlatCode) ?? row.Text(ProcoreWbsCodeTable.Name) ?? "",
            Codes = Codes(row),
            Use = CodeUse.OfSupplierInvoices,
            Committed = committed,
            Billed = billed,
            OpenAmount = Math.Max(0m, committed - billed),
        };
    }

    /// <summary>A WBS code with its open work, its names, and the days on which open documents bill it.</summary>
    /// <param name="row">Its row, with the columns of <see cref="MappingQueries.CodesInUse"/>.</param>
    /// <param name="days">The days by the ID of the code in Procore.</param>
    public static UsedCode Used(RowView row, IReadOnlyDictionary<string, IReadOnlyList<CalendarDate>> days) =>
        Used(row) with
        {
            Budget = row.Amount(ProcoreWbsCodeTable.Budget),
            Days = row.Text(ProcoreWbsCodeTable.ProcoreId) is { } id && days.TryGetValue(id, out var own) ? own : [],
            Names = [.. new[] { row.Text(ProcoreWbsCodeTable.TaskSegmentName), row.Text(ProcoreWbsCodeTable.CostCodeName) }.OfType<string>()],
        };

    /// <summary>A rule.</summary>
    /// <param name="row">Its row.</param>
    /// <param name="taskNumber">Number of the task that it looks up; null where it names none that way.</param>
    public static WbsMappingRule Rule(RowView row, string? taskNumber) =>
        Patterns(row) with
        {
            Key = row.RequiredText(WbsMappingRuleTable.Key),
            VersionHash = row.Text(WbsMappingRuleTable.VersionHash),
            TaskNumber = taskNumber ?? row.Text(WbsMappingRuleTable.TaskNumber),
            ExpenditureType = row.RequiredText(WbsMappingRuleTable.ExpenditureType),
            Organization = Organization(row),
            ValidFrom = row.RequiredDate(WbsMappingRuleTable.ValidFrom),
        };

    /// <summary>Which codes a row takes on which days, whether the row is complete or not.</summary>
    public static WbsMappingRule Patterns(RowView row) =>
        new()
        {
            Key = row.Text(WbsMappingRuleTable.Name) ?? row.Text(WbsMappingRuleTable.Key) ?? "",
            IsOfProject = row.Reference(WbsMappingRuleTable.ProjectId) is not null,
            TaskSegment = CodePattern.Parse(row.Text(WbsMappingRuleTable.TaskSegmentCode)),
            CostCode = CodePattern.Parse(row.Text(WbsMappingRuleTable.CostCode)),
            CostType = CodePattern.Parse(row.Text(WbsMappingRuleTable.CostType)),
            SubJob = CodePattern.Parse(row.Text(WbsMappingRuleTable.SubJob)),
            Others = Others(row),
            ExpenditureType = row.Text(WbsMappingRuleTable.ExpenditureType) ?? "",
            ValidFrom = row.Date(WbsMappingRuleTable.ValidFrom),
            ValidTo = row.Date(WbsMappingRuleTable.ValidTo),
        };

    /// <summary>A task.</summary>
    public static ProjectTask Task(RowView row) =>
        new()
        {
            TaskNumber = row.RequiredText(OracleTaskTable.TaskNumber),
            Name = NameOf(row.Text(OracleTaskTable.Name) ?? "", row.RequiredText(OracleTaskTable.TaskNumber)),
            Parent = row.Text(OracleTaskTable.ParentNumber),
            IsLowestLevel = row.Flag(OracleTaskTable.LowestLevel),
            IsChargeable = row.Flag(OracleTaskTable.Chargeable),
            Start = row.Date(OracleTaskTable.StartDate),
            Finish = row.Date(OracleTaskTable.FinishDate),
            ChangedOn = row.Date(OracleTaskTable.ChangedOn),
        };

    /// <summary>
    /// Rows of tasks by number. Where a number comes twice, the task that takes cost counts: one that was deleted in Oracle stays known.
    /// </summary>
    public static IReadOnlyDictionary<string, Entity> ByNumber(IEnumerable<Entity> tasks) =>
        tasks
            .GroupBy(row => new RowView(row).RequiredText(OracleTaskTable.TaskNumber), StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.FirstOrDefault(TakesCost) ?? same.First(), StringComparer.Ordinal);

    /// <summary>A transaction control.</summary>
    public static TransactionControl Control(RowView row) =>
        new(
            row.Text(TransactionControlTable.TaskNumber),
            row.Text(TransactionControlTable.ExpenditureType),
            row.Date(TransactionControlTable.StartDate),
            row.Date(TransactionControlTable.FinishDate)
        );

    /// <summary>Expenditure types and organizations; null where one of them was never read, so that codings are not checked against it.</summary>
    public static OracleCatalog? Catalog(IReadOnlyList<Entity> types, IReadOnlyList<Entity> organizations) =>
        types.Count == 0 || organizations.Count == 0
            ? null
            : new OracleCatalog(types.Select(row => Type(new RowView(row))), organizations.Select(row => OrganizationRow(new RowView(row))));

    private static bool TakesCost(Entity task) =>
        new RowView(task).Flag(OracleTaskTable.LowestLevel) && new RowView(task).Flag(OracleTaskTable.Chargeable);

    private static string? NumberOf(RowView rule, Dictionary<Guid, string> numbers) =>
        rule.Reference(WbsMappingRuleTable.OracleTaskId) is { } task && numbers.TryGetValue(task, out var number) ? number : null;

    // People see the number before the name; a code has the name alone.
    private static string NameOf(string shown, string number) =>
        shown.StartsWith(number + " ", StringComparison.Ordinal) ? shown.Substring(number.Length + 1) : shown;

    private static OracleExpenditureType Type(RowView row) =>
        new()
        {
            Name = row.RequiredText(OracleExpenditureTypeTable.Name),
            Classes = (row.Text(OracleExpenditureTypeTable.Classes) ?? "").Split([';'], StringSplitOptions.RemoveEmptyEntries),
            IsActive = row.Flag(OracleExpenditureTypeTable.Active),
            Start = row.Date(OracleExpenditureTypeTable.StartDate),
            Finish = row.Date(OracleExpenditureTypeTable.FinishDate),
        };

    private static OracleOrganization OrganizationRow(RowView row) =>
        new()
        {
            Name = row.RequiredText(OracleOrganizationTable.Name),
            BusinessUnit = row.Text(OracleOrganizationTable.BusinessUnit) ?? "",
            OwnsExpenditures = row.Flag(OracleOrganizationTable.OwnsExpenditures),
            IsUnitDefault = row.Flag(OracleOrganizationTable.UnitDefault),
            Start = row.Date(OracleOrganizationTable.StartDate),
            Finish = row.Date(OracleOrganizationTable.FinishDate),
        };

    private static TaskSource Source(int? choice) =>
        choice switch
        {
            null or TaskSourceChoice.SegmentThenRule => TaskSource.SegmentOrRule,
            TaskSourceChoice.Segment => TaskSource.Segment,
            TaskSourceChoice.MappingRule => TaskSource.Rule,
            _ => throw new InvalidOperationException($"The task source has the value {choice}, which this version does not have."),
        };

    private static OrganizationRule Organization(RowView row) =>
        row.Choice(WbsMappingRuleTable.OrganizationRule) switch
        {
            OrganizationRuleChoice.UnitOfTheVendorContract => OrganizationRule.VendorUnit,
            OrganizationRuleChoice.OrganizationOfTheProject => OrganizationRule.Project,
            _ => row.Text(WbsMappingRuleTable.ExpenditureOrganization) is { } name ? OrganizationRule.Fixed(name) : OrganizationRule.Project,
        };

    // What cannot be read was refused at activation; a rule that took any value of it would take codes that no one meant.
    private static Dictionary<string, CodePattern> Others(RowView row)
    {
        var segments = SegmentText.Read(row.Text(WbsMappingRuleTable.OtherSegments));
        Invariant.Require(segments is not null, "The segments of an active rule can be read.");
        return segments!.ToDictionary(segment => segment.Key, segment => CodePattern.Parse(segment.Value), StringComparer.Ordinal);
    }
}
