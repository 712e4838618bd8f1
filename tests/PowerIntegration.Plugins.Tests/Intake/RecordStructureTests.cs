using Microsoft.Xrm.Sdk;
using PowerIntegration.Plugins.Intake;
using PowerIntegration.Plugins.Tests.Sites;
using PowerIntegration.Plugins.Tests.Versions;
using PowerIntegration.Plugins.Wbs;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;
using Xunit;

namespace PowerIntegration.Plugins.Tests.Intake;

/// <summary>What the gateway read of a project in Oracle is written by the gateway, through one custom API, and by no save.</summary>
public sealed class RecordStructureTests
{
    private readonly Site site = new();

    private RowView Project => new(site.Dataverse.Row(ProjectTable.LogicalName, site.Project));

    [Fact]
    public void What_was_read_is_recorded_and_what_could_not_be_read_stays()
    {
        var hash = Project.Text(ProjectTable.VersionHash);
        Record("Lakeshore US BU", true, null);
        Assert.Equal(("Lakeshore US BU", true), (Project.Text(ProjectTable.BusinessUnit), Project.Flag(ProjectTable.CrossCharge)));
        Assert.Equal(site.Now, Project.Instant(ProjectTable.StructureReadOn));
        Assert.Null(Project.Text(ProjectTable.StructureNote));

        site.Now = site.Now.AddHours(1);
        Record(null, null, "Oracle did not answer.");
        Assert.Equal(("Lakeshore US BU", true), (Project.Text(ProjectTable.BusinessUnit), Project.Flag(ProjectTable.CrossCharge)));
        Assert.Equal((site.Now, "Oracle did not answer."), (Project.Instant(ProjectTable.StructureReadOn), Project.Text(ProjectTable.StructureNote)));
        Assert.Equal(hash, Project.Text(ProjectTable.VersionHash));
    }

    [Fact]
    public void Only_the_registered_gateway_records_it_and_no_save_writes_it()
    {
        site.Application = Guid.Empty;
        Assert.Contains("Only the gateway of environment", Refused(() => Record("Unit", true, null)), StringComparison.Ordinal);
        var drafts = new Drafts(site);
        foreach (var column in new[] { ProjectTable.BusinessUnit, ProjectTable.StructureNote })
        {
            Assert.Contains(
                "comes from Oracle",
                Refused(() => drafts.Edit(site.Dana, ProjectTable.LogicalName, site.Project, (column, "x"))),
                StringComparison.Ordinal
            );
        }

        Assert.Null(Project.Text(ProjectTable.BusinessUnit));
    }

    [Fact]
    public void Coverage_is_proved_again_when_the_structure_changed_and_once_a_day()
    {
        Record("Unit", false, null);
        Finish();
        site.Now = site.Now.AddHours(1);
        Record("Unit", false, null);
        Assert.Single(site.Dataverse.All(RunTable.LogicalName));
        Record("Unit", false, null, isChanged: true);
        Assert.Equal(2, site.Dataverse.All(RunTable.LogicalName).Count);
        Finish();
        site.Now = site.Now.AddHours(23).AddMinutes(1);
        Record("Unit", false, null);
        Assert.Equal(3, site.Dataverse.All(RunTable.LogicalName).Count);
    }

    [Fact]
    public void Tasks_that_were_sent_to_Procore_are_sent_again_when_the_structure_changed()
    {
        site.Dataverse.Row(ProjectTable.LogicalName, site.Project)[ProjectTable.TaskSegment] = "Oracle Task";
        Record("Unit", false, null, isChanged: true);
        Assert.Equal(0, Pushes());
        site.Call(new PushTaskSegment(), "pint_PushTaskSegment", ("ProjectId", site.Project));
        Assert.Null(Project.Instant(ProjectTable.StructureReadOn));
        site.Now = site.Now.AddMinutes(1);
        Record("Unit", false, null, isChanged: true);
        Assert.Equal(1, Pushes());
        Finish();
        Record("Unit", false, null);
        Record("Unit", false, "Codes could not be read.", isChanged: true);
        Assert.Equal(1, Pushes());
        site.Now = site.Now.AddMinutes(1);
        Record("Unit", false, null, isChanged: true);
        Assert.Equal(2, Pushes());
    }

    [Fact]
    public void A_project_template_is_kept_in_step_and_not_proved()
    {
        var row = site.Dataverse.Row(ProjectTable.LogicalName, site.Project);
        row[ProjectTable.TaskSegment] = "Oracle Task";
        row[ProjectTable.IsTemplate] = true;
        site.Call(new PushTaskSegment(), "pint_PushTaskSegment", ("ProjectId", site.Project));
        Finish();
        site.Now = site.Now.AddMinutes(1);
        Record("Unit", false, null, isChanged: true);
        Assert.Equal(2, Pushes());
        Assert.Equal(2, site.Dataverse.All(RunTable.LogicalName).Count);
    }

    private int Pushes() =>
        site.Dataverse.All(RunTable.LogicalName).Count(run => new RowView(run).Choice(RunTable.RunKind) == RunKindChoice.TaskSegment);

    // Between the rows and their record, the gateway was stopped: the next reading finds no difference.
    [Fact]
    public void What_a_stopped_reading_wrote_is_proved_and_pushed_by_the_next_one()
    {
        site.Dataverse.Row(ProjectTable.LogicalName, site.Project)[ProjectTable.TaskSegment] = "Oracle Task";
        site.Call(new PushTaskSegment(), "pint_PushTaskSegment", ("ProjectId", site.Project));
        Record("Unit", false, null);
        Finish();
        site.Now = site.Now.AddHours(1);
        Record("Unit", false, null);
        Assert.Equal(2, site.Dataverse.All(RunTable.LogicalName).Count);

        var task = site.Dataverse.All(OracleTaskTable.LogicalName)[0].Id;
        site.Dataverse.Row(OracleTaskTable.LogicalName, task)[OracleTaskTable.ReadOn] = site.Now;
        site.Dataverse.Row(OracleTaskTable.LogicalName, task)[OracleTaskTable.ProjectId] = new EntityReference(
            ProjectTable.LogicalName,
            site.Project
        );
        site.Now = site.Now.AddHours(1);
        Record(null, false, "Procore did not answer.");
        Assert.Equal(3, site.Dataverse.All(RunTable.LogicalName).Count);
        Finish();
        Record("Unit", false, null);
        Assert.Equal(4, site.Dataverse.All(RunTable.LogicalName).Count);
        Finish();
        site.Now = site.Now.AddHours(1);
        Record("Unit", false, null);
        Assert.Equal(4, site.Dataverse.All(RunTable.LogicalName).Count);
    }

    private void Finish()
    {
        foreach (var run in site.Dataverse.All(RunTable.LogicalName).ToList())
        {
            site.Dataverse.Row(RunTable.LogicalName, run.Id)[RunTable.RunState] = new OptionSetValue(RunStateChoice.Finished);
        }
    }

    private static string Refused(Action act) => Assert.Throws<InvalidPluginExecutionException>(act).Message;

    private void Record(string? unit, bool? crossCharge, string? note, bool isChanged = false) =>
        site.Call(
            new RecordStructure(),
            "pint_RecordStructure",
            ("ProjectId", site.Project),
            ("BusinessUnit", unit),
            ("CrossCharge", crossCharge),
            ("Changed", isChanged),
            ("Note", note)
        );
}
