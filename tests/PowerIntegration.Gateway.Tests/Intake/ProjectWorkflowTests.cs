using Microsoft.Xrm.Sdk;
using PowerIntegration.Gateway.Tests.Fixtures;
using PowerIntegration.Tables;
using Xunit;

namespace PowerIntegration.Gateway.Tests.Intake;

/// <summary>Whether Procore has a workflow for the invoices of a project: from what is configured, once a day, and never guessed.</summary>
public sealed class ProjectWorkflowTests
{
    private const string Company = "/rest/v2.0/companies/" + GatewayHost.CompanyId;
    private const string Workflows = Company + "/projects/" + ProcoreRequisition.ProjectId + "/workflows";
    private const string Presets = Workflows + "/presets?filters[tool_type]=requisition&";
    private const string Instances = Workflows + "/instances?filters[tool_type]=requisition&";
    private const string ActiveInstances = Instances + "filters[active]=true&";
    private const string Tools = Company + "/workflows/tools";
    private const string Some = """{"data":[{"id":"30","valid":true}]}""";
    private const string Incomplete = """{"data":[{"id":"30","valid":false}]}""";
    private const string Nothing = """{"data":[]}""";
    private const string Listed = """{"data":[{"type":"purchase_order","provider":"Project"},{"type":"requisition","provider":"Project"}]}""";
    private const string Unlisted = """{"data":[{"type":"requisition","provider":"Company"}]}""";

    [Theory]
    [InlineData(Some, null, null, "Configured")]
    [InlineData(Nothing, Some, null, "Configured")]
    [InlineData(Nothing, Nothing, Listed, "None")]
    [InlineData(Nothing, Nothing, Unlisted, "Unknown")]
    [InlineData(Incomplete, Nothing, null, "Unknown")]
    [InlineData(Incomplete, Some, null, "Configured")]
    public async Task What_is_configured_decides(string presets, string? active, string? tools, string state)
    {
        await using var host = await StartAsync();
        host.Procore.On("GET", Presets, presets);
        if (active is not null)
        {
            host.Procore.On("GET", ActiveInstances, active);
        }

        if (tools is not null)
        {
            host.Procore.On("GET", Tools, tools);
        }

        await host.PostAsync("/procore/changes/detect");

        var (name, inputs) = Assert.Single(host.Dataverse.Calls);
        Assert.Equal("pint_RecordProcoreWorkflow", name);
        Assert.Equal(host.Dataverse.Rows(ProjectTable.LogicalName).Single().Id, inputs["ProjectId"]);
        Assert.Equal(state, inputs["State"]);
        Assert.Equal(state == "Unknown", inputs.ContainsKey("Note"));
    }

    [Theory]
    [InlineData(403, 200, Some, "Configured")]
    [InlineData(404, 200, Nothing, "Unknown")]
    [InlineData(400, 200, Nothing, "Unknown")]
    [InlineData(403, 403, Nothing, "Unknown")]
    public async Task Where_Procore_does_not_say_what_is_configured_only_a_workflow_that_ran_says_that_there_is_one(
        int presets,
        int instances,
        string list,
        string state
    )
    {
        await using var host = await StartAsync();
        host.Procore.On("GET", Presets, _ => ScriptedWire.Json("""{"errors":"You do not have permission"}""", presets));
        host.Procore.On("GET", Instances, _ => ScriptedWire.Json(list, instances));

        await host.PostAsync("/procore/changes/detect");

        Assert.Equal(state, Assert.Single(host.Dataverse.Calls).Inputs["State"]);
    }

    [Fact]
    public async Task A_project_template_is_not_polled()
    {
        await using var host = await StartAsync();
        host.Dataverse.Rows(ProjectTable.LogicalName).Single()[ProjectTable.IsTemplate] = true;
        await host.PostAsync("/procore/changes/detect");
        Assert.Empty(host.Dataverse.Calls);
        Assert.Empty(host.Procore.Calls);
    }

    [Fact]
    public async Task A_project_is_asked_about_once_a_day()
    {
        await using var host = await StartAsync();
        host.Procore.On("GET", Presets, Some);
        await host.PostAsync("/procore/changes/detect");
        host.Clock.Advance(TimeSpan.FromHours(23.9));
        await host.PostAsync("/procore/changes/detect");
        Assert.Equal(1, host.Procore.Count("GET", Presets));

        host.Clock.Advance(TimeSpan.FromHours(0.1));
        await host.PostAsync("/procore/changes/detect");
        Assert.Equal(2, host.Procore.Count("GET", Presets));
        Assert.Equal(2, host.Dataverse.Calls.Count);
    }

    [Fact]
    public async Task What_cannot_be_asked_now_is_asked_with_the_next_poll_and_stops_no_invoice()
    {
        await using var host = await StartAsync();
        host.Procore.On("GET", Presets, _ => ScriptedWire.Json("{}", 500));
        var answer = (await host.PostAsync("/procore/changes/detect")).Ok();
        Assert.Equal(1, answer.Number("projectsPolled"));
        Assert.Contains("Workflows of project", answer.Body.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Empty(host.Dataverse.Calls);

        host.Procore.On("GET", Presets, Some);
        host.Dataverse.Api = (name, _) => throw new InvalidOperationException("An older core.");
        Assert.Equal(1, (await host.PostAsync("/procore/changes/detect")).Ok().Number("projectsPolled"));
    }

    [Fact]
    public async Task A_list_of_several_pages_is_followed_by_its_cursor_and_one_that_does_not_end_is_not_read()
    {
        await using var host = await StartAsync();
        const string Next = "<https://elsewhere.example/presets?cursor=abc&per_page=100>; rel=\"next\"";
        host.Procore.On("GET", Presets, _ => ScriptedWire.Json(Incomplete, 200, ("Link", Next)));
        host.Procore.On("GET", Presets + "per_page=100&cursor=abc", Some);
        await host.PostAsync("/procore/changes/detect");
        Assert.Equal("Configured", Assert.Single(host.Dataverse.Calls).Inputs["State"]);

        host.Clock.Advance(TimeSpan.FromDays(1));
        host.Procore.On("GET", Presets, _ => ScriptedWire.Json(Incomplete, 200, ("Link", Next)));
        host.Procore.On("GET", Instances, Nothing);
        await host.PostAsync("/procore/changes/detect");
        Assert.Equal("Unknown", host.Dataverse.Calls[^1].Inputs["State"]);
    }

    private static async Task<GatewayHost> StartAsync()
    {
        var host = await GatewayHost.StartAsync();
        StoredDocuments.AddProject(host);
        var project = host.Dataverse.Rows(ProjectTable.LogicalName).Single();
        project[ProjectTable.ProcoreWorkflowReadOn] = null;
        host.Dataverse.Api = (_, _) =>
        {
            project[ProjectTable.ProcoreWorkflowReadOn] = host.Clock.GetUtcNow().UtcDateTime;
            return new ParameterCollection();
        };
        host.Procore.On("GET", "/rest/v1.1/requisitions?project_id=" + ProcoreRequisition.ProjectId, "[]");
        return host;
    }
}
