using PowerIntegration.Local.Procore.Access;
using PowerIntegration.Local.Procore.Guesses;
using PowerIntegration.Local.Procore.Records;
using PowerIntegration.Local.Procore.Wire;

namespace PowerIntegration.Local.Procore.Resources;

/// <summary>Direct costs of a project and their lines.</summary>
/// <param name="store">The records; direct costs are kept with the project that their address names.</param>
/// <param name="access">What the account may see.</param>
internal sealed class DirectCostResource(ProcoreStore store, ProjectAccess access)
{
    private const string Tool = "direct_costs";

    public IEnumerable<ProcoreRoute> Routes =>
        [
            new("GET", "/rest/v1.1/projects/{project_id}/direct_costs", [.. Paging.Parameters, "filters[id]", "filters[updated_at]"], List),
            new(
                "GET",
                "/rest/v1.0/projects/{project_id}/direct_costs/line_items",
                [.. Paging.Parameters, "filters[direct_cost_id]", "filters[updated_at]"],
                Lines
            ),
        ];

    private ProcoreAnswer List(ProcoreCall call)
    {
        var project = Project(call);
        var ids = call.Query.Ids("filters[id]");
        var range = call.Query.Range("filters[updated_at]");
        var rows = store
            .All(RecordKind.DirectCosts)
            .Where(row => WireValue.Number(row, "project_id") == project)
            .Where(row => ids?.Contains(WireValue.Id(row)) != false)
            .Where(row => range?.Contains(WireValue.Time(row, "updated_at")) != false)
            .Select(row => Answered.Without(row, "project_id"));
        return Paging.Answer(call, [.. rows], ProcoreGuesses.PageSize);
    }

    private ProcoreAnswer Lines(ProcoreCall call)
    {
        var project = Project(call);
        var cost = call.Query.Id("filters[direct_cost_id]");
        var range = call.Query.Range("filters[updated_at]");
        var rows = store
            .All(RecordKind.DirectCostLines)
            .Where(row => WireValue.Id(row["project"]!.AsObject()) == project)
            .Where(row => cost is null || WireValue.Id(row["holder"]!.AsObject()) == cost)
            .Where(row => range?.Contains(WireValue.Time(row, "updated_at")) != false);
        return Paging.Answer(call, [.. rows], ProcoreGuesses.PageSize);
    }

    private long Project(ProcoreCall call)
    {
        var project = access.ProjectOfPath(call);
        access.RequireRead(Tool, project);
        return project;
    }
}
