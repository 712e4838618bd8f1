using Microsoft.Xrm.Sdk;
using PowerIntegration.Plugins.Intake;
using PowerIntegration.Plugins.Tests.Sites;
using PowerIntegration.Plugins.Tests.Versions;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;
using Xunit;

namespace PowerIntegration.Plugins.Tests.Intake;

/// <summary>What the gateway read about a project's workflow in Procore is written by the gateway, through one custom API, and by no save.</summary>
public sealed class ProcoreWorkflowTests
{
    private readonly Site site = new();

    public ProcoreWorkflowTests() =>
        site.Dataverse.Row(ProjectTable.LogicalName, site.Project)[ProjectTable.EnvironmentId] = new EntityReference(
            EnvironmentTable.LogicalName,
            site.Environment
        );

    private RowView Project => new(site.Dataverse.Row(ProjectTable.LogicalName, site.Project));

    [Fact]
    public void What_was_read_is_recorded_with_its_time_and_the_rest_of_the_project_stays()
    {
        var hash = Project.Text(ProjectTable.VersionHash);
        var answer = Record("None", "is left out where it is known");

        Assert.Equal(ProcoreWorkflowChoice.None, Project.Choice(ProjectTable.ProcoreWorkflow));
        Assert.Equal(site.Now, Project.Instant(ProjectTable.ProcoreWorkflowReadOn));
        Assert.Null(Project.Text(ProjectTable.ProcoreWorkflowNote));
        Assert.Equal(hash, Project.Text(ProjectTable.VersionHash));
        Assert.Contains("Fulton Yards Tower", (string)answer["Message"], StringComparison.Ordinal);

        site.Now = site.Now.AddDays(1);
        Record("Unknown", "Procore does not say.");
        Assert.Equal(ProcoreWorkflowChoice.Unknown, Project.Choice(ProjectTable.ProcoreWorkflow));
        Assert.Equal(site.Now, Project.Instant(ProjectTable.ProcoreWorkflowReadOn));
        Assert.Equal("Procore does not say.", Project.Text(ProjectTable.ProcoreWorkflowNote));

        Record("Configured", null);
        Assert.Equal(ProcoreWorkflowChoice.Configured, Project.Choice(ProjectTable.ProcoreWorkflow));
        Assert.Null(Project.Text(ProjectTable.ProcoreWorkflowNote));
    }

    [Fact]
    public void Only_the_registered_gateway_records_and_only_what_it_can_have_read()
    {
        foreach (var application in new[] { Guid.Empty, new Guid("9a7e0000-0000-4000-8000-000000000099") })
        {
            site.Application = application;
            Assert.Contains("Only the gateway of environment", Refused(() => Record("None", null)), StringComparison.Ordinal);
        }

        site.Application = null;
        foreach (var state in new[] { "none", "1", "Configured, None", "" })
        {
            Assert.Contains("(input-unusable)", Refused(() => Record(state, null)), StringComparison.Ordinal);
        }

        Assert.Contains(
            "does not exist",
            Refused(() => site.Call(new RecordProcoreWorkflow(), "pint_RecordProcoreWorkflow", ("ProjectId", site.Dana), ("State", "None"))),
            StringComparison.Ordinal
        );
        Assert.Null(Project.Choice(ProjectTable.ProcoreWorkflow));
    }

    [Fact]
    public void No_save_writes_it_on_a_new_project_on_a_draft_or_on_an_active_one()
    {
        var drafts = new Drafts(site);
        var draft = drafts.Enter(site.Dana, new Entity(ProjectTable.LogicalName) { [ProjectTable.Key] = "K1" });
        (string Column, object Value)[] values =
        [
            (ProjectTable.ProcoreWorkflow, new OptionSetValue(ProcoreWorkflowChoice.Configured)),
            (ProjectTable.ProcoreWorkflowReadOn, site.Now),
            (ProjectTable.ProcoreWorkflowNote, "x"),
        ];
        foreach (var (column, value) in values)
        {
            var row = new Entity(ProjectTable.LogicalName) { [ProjectTable.Key] = "K2", [column] = value };
            string[] refusals =
            [
                Drafts.Refused(() => drafts.Enter(site.Dana, row)),
                Drafts.Refused(() => drafts.Edit(site.Dana, ProjectTable.LogicalName, draft, (column, value))),
                Drafts.Refused(() => drafts.Edit(site.Dana, ProjectTable.LogicalName, site.Project, (column, value))),
                Drafts.Refused(() => drafts.Edit(site.Dana, ProjectTable.LogicalName, site.Project, (column, null))),
            ];
            Assert.All(refusals, text => Assert.Contains("comes from Procore and cannot be edited here", text, StringComparison.Ordinal));
        }

        foreach (var message in new[] { "pint_RecordOutcome", "pint_RecordProcoreWorkflows", "pint_Activate" })
        {
            var row = new Entity(ProjectTable.LogicalName, site.Project) { [ProjectTable.ProcoreWorkflowNote] = "x" };
            Drafts.Refused(() => site.Dataverse.UpdateInside(message, row));
            site.Dataverse.Caller = null;
        }
    }

    private ParameterCollection Record(string state, string? note) =>
        site.Call(new RecordProcoreWorkflow(), "pint_RecordProcoreWorkflow", ("ProjectId", site.Project), ("State", state), ("Note", note));

    private static string Refused(Func<object> call) =>
        Assert
            .Throws<InvalidPluginExecutionException>(() =>
            {
                call();
            })
            .Message;
}
