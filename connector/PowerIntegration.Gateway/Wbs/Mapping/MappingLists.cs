using PowerIntegration.Gateway.Dataverse;
using PowerIntegration.Gateway.Pickers;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Gateway.Procore;
using PowerIntegration.Gateway.Procore.Wire;
using PowerIntegration.Gateway.Remote;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;
using PowerIntegration.Tables.Wbs;

namespace PowerIntegration.Gateway.Wbs.Mapping;

/// <summary>
/// What a mapping chooses from. Segments are read from Procore; tasks, expenditure types and organizations are what was read from Oracle, because
/// that is what codings are checked against.
/// </summary>
internal sealed class MappingLists(
    IDataverseStore store,
    EnvironmentPin pin,
    MappedProjects projects,
    CoverageReading reading,
    ProcoreSegments segments,
    TimeProvider clock
)
{
    /// <summary>The segments of a project's codes, in the order of the codes.</summary>
    public async Task<PickerList<SegmentChoice>> SegmentsAsync(string projectId, CancellationToken cancellationToken)
    {
        var project = await projects.FindAsync(projectId, cancellationToken);
        var task = new RowView(project).Text(ProjectTable.TaskSegment);
        var found =
            await segments.ListAsync(projectId, CallBudget.Start(clock, CallBudget.Operation), cancellationToken)
            ?? throw new IntegrationException(
                ProblemCatalog.ProjectUnknown,
                $"Procore does not show the WBS codes of project {projectId}. Ask the Procore administrator for access to the project."
            );
        return new([.. found.Select(segment => Segment(segment, task))]);
    }

    /// <summary>The tasks of a project, by task number.</summary>
    public async Task<PickerList<TaskChoice>> TasksAsync(string projectId, CancellationToken cancellationToken)
    {
        var project = await projects.FindAsync(projectId, cancellationToken);
        var rows = await reading.TasksAsync(project.Id, cancellationToken);
        return new([
            .. rows.Select(row => MappingRows.Task(new RowView(row)))
                .OrderBy(task => task.TaskNumber, StringComparer.Ordinal)
                .Select(task => new TaskChoice(task.TaskNumber, task.Name, task.IsChargeable, task.IsLowestLevel)),
        ]);
    }

    /// <summary>The expenditure types of the environment, by name.</summary>
    public async Task<PickerList<ExpenditureTypeChoice>> TypesAsync(CancellationToken cancellationToken)
    {
        var rows = await store.ListAsync(MappingQueries.Types(pin.Environment.Id), cancellationToken);
        return new([
            .. rows.Select(row => new RowView(row))
                .OrderBy(row => row.Text(OracleExpenditureTypeTable.Name), StringComparer.Ordinal)
                .Select(row => new ExpenditureTypeChoice(
                    row.RequiredText(OracleExpenditureTypeTable.Name),
                    row.Text(OracleExpenditureTypeTable.Classes) ?? "",
                    row.Flag(OracleExpenditureTypeTable.Active),
                    row.Date(OracleExpenditureTypeTable.StartDate)?.ToString(),
                    row.Date(OracleExpenditureTypeTable.FinishDate)?.ToString()
                )),
        ]);
    }

    /// <summary>The organizations of the environment, by name.</summary>
    public async Task<PickerList<OrganizationChoice>> OrganizationsAsync(CancellationToken cancellationToken)
    {
        var rows = await store.ListAsync(MappingQueries.Organizations(pin.Environment.Id), cancellationToken);
        return new([
            .. rows.Select(row => new RowView(row))
                .OrderBy(row => row.Text(OracleOrganizationTable.Name), StringComparer.Ordinal)
                .Select(row => new OrganizationChoice(
                    row.RequiredText(OracleOrganizationTable.Name),
                    row.Text(OracleOrganizationTable.BusinessUnit),
                    row.Flag(OracleOrganizationTable.OwnsExpenditures),
                    row.Date(OracleOrganizationTable.StartDate)?.ToString(),
                    row.Date(OracleOrganizationTable.FinishDate)?.ToString()
                )),
        ]);
    }

    private static SegmentChoice Segment(PatternSegmentWire segment, string? taskSegment) =>
        new(
            segment.Name ?? "",
            segment.Type switch
            {
                "cost_code" => SegmentKind.CostCode,
                "line_item_type" => SegmentKind.CostType,
                "sub_job" => SegmentKind.SubJob,
                _ => SegmentKind.Custom,
            },
            segment.Structure == "tiered",
            segment.Type == "custom" && string.Equals(segment.Name, taskSegment, StringComparison.OrdinalIgnoreCase)
        );
}
