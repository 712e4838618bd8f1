using Microsoft.Xrm.Sdk;
using PowerIntegration.Plugins.Tests.Sites;
using PowerIntegration.Plugins.Wbs;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;
using Xunit;

namespace PowerIntegration.Plugins.Tests.Wbs;

/// <summary>A coverage proof is started by whoever may; the gateway makes it.</summary>
public sealed class CheckCoverageTests
{
    private readonly Site site = new();

    [Fact]
    public void A_run_waits_with_its_project_and_its_dates_and_says_who_asked()
    {
        var answer = Check("2025-10-31", "2026-09-30");
        Assert.Equal(("Waiting", ""), (answer["State"], answer["ReasonCode"]));
        var run = new RowView(site.Dataverse.Row(RunTable.LogicalName, Guid.Parse((string)answer["RunId"])));
        Assert.Equal(RunStateChoice.Waiting, run.Choice(RunTable.RunState));
        Assert.Equal((site.Project, site.Environment), (run.Reference(RunTable.ProjectId), run.Reference(RunTable.EnvironmentId)));
        Assert.Equal("2025-10-31 2026-09-30", $"{run.Date(RunTable.FromDate)} {run.Date(RunTable.ToDate)}");
        Assert.Equal("Coverage of Fulton Yards Tower from 2025-10-31 to 2026-09-30", run.Text(RunTable.Name));
        Assert.Contains("RUN|COVERAGE|", run.Text(RunTable.Key), StringComparison.Ordinal);
        Assert.False(string.IsNullOrEmpty(run.Text(RunTable.RequestedBy)));
    }

    [Fact]
    public void Without_dates_it_is_a_year_from_today()
    {
        var answer = Check(null, null);
        var run = new RowView(site.Dataverse.Row(RunTable.LogicalName, Guid.Parse((string)answer["RunId"])));
        Assert.Equal(site.Now.Date, run.Date(RunTable.FromDate)!.Value.ToDateTime());
        Assert.Equal(site.Now.Date.AddDays(365), run.Date(RunTable.ToDate)!.Value.ToDateTime());
    }

    [Fact]
    public void The_same_proof_is_not_started_twice_and_another_one_is()
    {
        var first = Check("2025-10-31", "2026-09-30");
        Assert.Equal(first["RunId"], Check("2025-10-31", "2026-09-30")["RunId"]);
        Assert.NotEqual(first["RunId"], Check("2025-10-31", "2026-10-31")["RunId"]);
        site.Dataverse.Row(RunTable.LogicalName, Guid.Parse((string)first["RunId"]))[RunTable.RunState] = new OptionSetValue(RunStateChoice.Finished);
        Assert.NotEqual(first["RunId"], Check("2025-10-31", "2026-09-30")["RunId"]);
        Assert.Equal(
            ["0000001", "0000002", "0000003"],
            site.Dataverse.All(RunTable.LogicalName).Select(row => new RowView(row).RequiredText(RunTable.Key).Split('|')[^1])
        );
    }

    [Theory]
    [InlineData("31.10.2025", "2026-09-30", "The first date is '31.10.2025'")]
    [InlineData("2025-10-31", "soon", "The last date is 'soon'")]
    [InlineData("2025-10-31", "2025-10-30", "is before the first date")]
    [InlineData("9999-12-31", null, "The first date 9999-12-31 is more than 10 years away")]
    [InlineData("2025-10-31", "2205-10-31", "The last date 2205-10-31 is more than 10 years away")]
    public void Dates_that_cannot_be_used_start_nothing(string from, string? to, string part)
    {
        var answer = Check(from, to);
        Assert.Equal(("Refused", "input-unusable", ""), (answer["State"], answer["ReasonCode"], answer["RunId"]));
        Assert.Contains(part, (string)answer["Message"], StringComparison.Ordinal);
        Assert.Empty(site.Dataverse.All(RunTable.LogicalName));
    }

    [Fact]
    public void A_project_that_is_not_active_is_not_proved()
    {
        site.Dataverse.Row(ProjectTable.LogicalName, site.Project)[ProjectTable.RuleState] = new OptionSetValue(RuleStateChoice.Draft);
        Assert.Contains("is not active", Assert.Throws<InvalidPluginExecutionException>(() => Check(null, null)).Message, StringComparison.Ordinal);
        Assert.Empty(site.Dataverse.All(RunTable.LogicalName));
    }

    [Fact]
    public void Without_a_project_every_active_one_is_proved()
    {
        var answer = site.Call(new CheckCoverage(), "pint_CheckCoverage");
        Assert.Equal(("Waiting", ""), (answer["State"], answer["RunId"]));
        Assert.Equal("The coverage proof of 1 projects was started. Each has a run.", answer["Message"]);
        Assert.Single(site.Dataverse.All(RunTable.LogicalName));
        site.Call(new CheckCoverage(), "pint_CheckCoverage");
        Assert.Single(site.Dataverse.All(RunTable.LogicalName));
    }

    private ParameterCollection Check(string? from, string? to) =>
        site.Call(new CheckCoverage(), "pint_CheckCoverage", ("ProjectId", site.Project), ("FromDate", from), ("ToDate", to));
}
