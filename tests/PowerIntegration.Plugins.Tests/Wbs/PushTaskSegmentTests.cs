using Microsoft.Xrm.Sdk;
using PowerIntegration.Plugins.Tests.Sites;
using PowerIntegration.Plugins.Wbs;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;
using Xunit;

namespace PowerIntegration.Plugins.Tests.Wbs;

/// <summary>The tasks of a project are sent to Procore by whoever may start it; the gateway sends them.</summary>
public sealed class PushTaskSegmentTests
{
    private readonly Site site = new();

    [Fact]
    public void A_run_waits_with_its_project_and_says_who_asked()
    {
        site.Dataverse.Row(ProjectTable.LogicalName, site.Project)[ProjectTable.TaskSegment] = "Oracle Task";
        var answer = Push();
        Assert.Equal(("Waiting", ""), (answer["State"], answer["ReasonCode"]));
        var run = new RowView(site.Dataverse.Row(RunTable.LogicalName, Guid.Parse((string)answer["RunId"])));
        Assert.Equal((RunKindChoice.TaskSegment, RunStateChoice.Waiting), (run.Choice(RunTable.RunKind), run.Choice(RunTable.RunState)));
        Assert.Equal((site.Project, site.Environment), (run.Reference(RunTable.ProjectId), run.Reference(RunTable.EnvironmentId)));
        Assert.Equal("Tasks of Fulton Yards Tower to segment Oracle Task", run.Text(RunTable.Name));
        Assert.Contains("|RUN|SEGMENT|", run.Text(RunTable.Key), StringComparison.Ordinal);
        Assert.False(string.IsNullOrEmpty(run.Text(RunTable.RequestedBy)));
    }

    [Fact]
    public void A_project_has_one_run_at_a_time_and_another_one_when_it_is_finished()
    {
        site.Dataverse.Row(ProjectTable.LogicalName, site.Project)[ProjectTable.TaskSegment] = "Oracle Task";
        var first = Push();
        var row = site.Dataverse.Row(RunTable.LogicalName, Guid.Parse((string)first["RunId"]));
        row[RunTable.RunState] = new OptionSetValue(RunStateChoice.Running);
        site.Now = site.Now.AddMinutes(1);
        var second = Push();
        Assert.Equal((first["RunId"], "Running"), (second["RunId"], second["State"]));
        row[RunTable.RunState] = new OptionSetValue(RunStateChoice.Finished);
        Assert.NotEqual(first["RunId"], Push()["RunId"]);
    }

    [Fact]
    public void A_project_without_a_segment_is_told_what_to_do()
    {
        site.Dataverse.Row(ProjectTable.LogicalName, site.Project)[ProjectTable.TaskSegment] = null;
        var answer = Push();
        Assert.Equal(("Refused", "input-unusable", ""), (answer["State"], answer["ReasonCode"], answer["RunId"]));
        Assert.Contains("has no task segment. Enter the name", (string)answer["Message"], StringComparison.Ordinal);
        Assert.Empty(site.Dataverse.All(RunTable.LogicalName));
    }

    [Fact]
    public void A_project_that_is_not_active_sends_nothing()
    {
        site.Dataverse.Row(ProjectTable.LogicalName, site.Project)[ProjectTable.RuleState] = new OptionSetValue(RuleStateChoice.Draft);
        Assert.Contains("is not active", Assert.Throws<InvalidPluginExecutionException>(() => Push()).Message, StringComparison.Ordinal);
        Assert.Empty(site.Dataverse.All(RunTable.LogicalName));
    }

    private ParameterCollection Push() => site.Call(new PushTaskSegment(), "pint_PushTaskSegment", ("ProjectId", site.Project));
}
