using Microsoft.Xrm.Sdk;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Gateway.Remote;
using PowerIntegration.Gateway.Tests.Fixtures;
using PowerIntegration.Gateway.Wbs;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;
using Xunit;

namespace PowerIntegration.Gateway.Tests.Wbs;

/// <summary>A coverage proof is made, written and finished, whatever stops it in between.</summary>
public sealed class CoverageRunTests
{
    private const string Address = "/runs/continue";

    private static bool IsResult(string entry) =>
        entry.StartsWith("upsert", StringComparison.Ordinal) && entry.EndsWith("pint_coverageresult", StringComparison.Ordinal);

    private static readonly DateTime From = new(2025, 10, 31, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime To = new(2025, 12, 31, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task What_is_not_covered_becomes_rows_and_the_run_says_the_sum()
    {
        await using var host = await GatewayHost.StartAsync();
        var (project, task) = Arrange(host);
        Code(host, project, "1", "26-240", 500m);
        Code(host, project, "2", "07-840", 300m, billed: 49.50m, name: "Firestopping");
        Rule(host, project, task, "26-240");
        var run = Run(host, project);

        var answer = (await host.PostAsync(Address)).Ok();

        Assert.Equal((1, 0, false), (answer.Number("runsFinished"), answer.Number("runsFailed"), answer.Flag("hasMore")));
        var row = new RowView(host.Dataverse.Row(RunTable.LogicalName, run));
        Assert.Equal(RunStateChoice.Finished, row.Choice(RunTable.RunState));
        Assert.Equal(
            (2, 2, 1, 3, 3, 250.50m),
            (
                row.WholeNumber(RunTable.Total),
                row.WholeNumber(RunTable.Done),
                row.WholeNumber(RunTable.Faults),
                row.WholeNumber(RunTable.Covered),
                row.WholeNumber(RunTable.Uncovered),
                row.Amount(RunTable.AmountAtRisk)
            )
        );
        Assert.Equal("1 of 2 codes have one Oracle coding on each date. 1 has not, with open work of 250.50.", row.Text(RunTable.Message));
        var found = new RowView(Assert.Single(host.Dataverse.Rows(CoverageResultTable.LogicalName)));
        Assert.Equal(
            "07-840 2025-10-31 2025-12-31",
            $"{found.Text(CoverageResultTable.Name)} {found.Date(CoverageResultTable.AsOf)} {found.Date(CoverageResultTable.ToDate)}"
        );
        Assert.Equal(CoverageStateChoice.Uncovered, found.Choice(CoverageResultTable.CoverageState));
        Assert.Equal("wbs-unmapped", found.Text(CoverageResultTable.ReasonCode));
        Assert.Equal(("07-840", "SUB"), (found.Text(CoverageResultTable.CostCode), found.Text(CoverageResultTable.CostType)));
        Assert.Equal(
            (250.50m, null, 300m, 49.50m),
            (
                found.Amount(CoverageResultTable.AmountAtRisk),
                found.Amount(CoverageResultTable.Budget),
                found.Amount(CoverageResultTable.Committed),
                found.Amount(CoverageResultTable.Billed)
            )
        );
        Assert.Equal("0784 Firestopping: it has the name of the code", found.Text(CoverageResultTable.Suggestions));
    }

    [Fact]
    public async Task Each_code_says_how_the_last_proof_found_it_and_is_written_only_where_that_changed()
    {
        await using var host = await GatewayHost.StartAsync();
        var (project, task) = Arrange(host);
        Code(host, project, "1", "26-240", 500m);
        Code(host, project, "2", "07-840", 300m, billed: 49.50m);
        Rule(host, project, task, "26-240");
        Run(host, project);
        await host.PostAsync(Address);
        Assert.Equal(
            [("07-840", CoverageStateChoice.Uncovered, 250.50m), ("26-240", CoverageStateChoice.Covered, 500m)],
            host.Dataverse.Rows(ProcoreWbsCodeTable.LogicalName)
                .Select(row => new RowView(row))
                .Select(row =>
                    (
                        row.Text(ProcoreWbsCodeTable.CostCode),
                        row.Choice(ProcoreWbsCodeTable.CoverageState),
                        row.Amount(ProcoreWbsCodeTable.OpenAmount)
                    )
                )
                .OrderBy(code => code.Item1, StringComparer.Ordinal)
                .Select(code => (code.Item1!, code.Item2!.Value, code.Item3!.Value))
        );

        Rule(host, project, task, "07-840");
        Run(host, project, "LAKESHORE|1|RUN|COVERAGE|1|2");
        host.Dataverse.Log.Clear();
        await host.PostAsync(Address);
        Assert.Equal(
            "upsert 1 pint_procorewbscode",
            Assert.Single(host.Dataverse.Log, entry => entry.StartsWith("upsert", StringComparison.Ordinal))
        );
        Assert.All(
            host.Dataverse.Rows(ProcoreWbsCodeTable.LogicalName),
            row => Assert.Equal(CoverageStateChoice.Covered, new RowView(row).Choice(ProcoreWbsCodeTable.CoverageState))
        );
    }

    // The held document waits since March; the proof is about the last quarter.
    [Theory]
    [InlineData(DocumentStateChoice.Held, 1)]
    [InlineData(DocumentStateChoice.Received, 1)]
    [InlineData(DocumentStateChoice.AwaitingApproval, 1)]
    [InlineData(DocumentStateChoice.Submitted, 0)]
    [InlineData(DocumentStateChoice.Posted, 0)]
    [InlineData(DocumentStateChoice.Superseded, 0)]
    public async Task A_code_is_proved_on_the_days_of_documents_that_wait(int state, int faults)
    {
        await using var host = await GatewayHost.StartAsync();
        var (project, task) = Arrange(host);
        Code(host, project, "1", "26-240", 500m);
        Code(host, project, "2", "26-250", 500m);
        var from = new DateTime(2025, 4, 1, 0, 0, 0, DateTimeKind.Utc);
        Rule(host, project, task, "26-240").Attributes[WbsMappingRuleTable.ValidFrom] = from;
        Rule(host, project, task, "26-250").Attributes[WbsMappingRuleTable.ValidFrom] = from;
        Billed(host, project, state, "1");
        var run = Run(host, project);

        await host.PostAsync(Address);

        Assert.Equal(faults, new RowView(host.Dataverse.Row(RunTable.LogicalName, run)).WholeNumber(RunTable.Faults));
        var found = host.Dataverse.Rows(CoverageResultTable.LogicalName).Select(row => new RowView(row));
        Assert.Equal(
            faults == 0 ? [] : ["26-240 2025-03-31"],
            found.Select(row => $"{row.Text(CoverageResultTable.Name)} {row.Date(CoverageResultTable.AsOf)}")
        );
    }

    [Fact]
    public async Task A_run_that_was_stopped_goes_on_where_it_stopped_and_one_with_other_findings_begins_again()
    {
        await using var host = await GatewayHost.StartAsync();
        var (project, task) = Arrange(host);
        for (var number = 0; number < CoverageRun.WrittenTogetherMax + 1; number++)
        {
            Code(host, project, number.ToString("D4", CultureInfo.InvariantCulture), "07-" + number, 1m);
        }

        var run = Run(host, project);
        var late = true;
        host.Dataverse.Before = what =>
        {
            if (late && what.StartsWith("upsert", StringComparison.Ordinal))
            {
                host.Clock.Advance(TimeSpan.FromMinutes(2));
            }
        };

        Assert.True((await host.PostAsync(Address)).Ok().Flag("hasMore"));
        Assert.Equal(RunStateChoice.Running, new RowView(host.Dataverse.Row(RunTable.LogicalName, run)).Choice(RunTable.RunState));
        Assert.Equal(CoverageRun.WrittenTogetherMax, host.Dataverse.Rows(CoverageResultTable.LogicalName).Count());
        late = false;
        host.Dataverse.Log.Clear();
        Assert.False((await host.PostAsync(Address)).Ok().Flag("hasMore"));
        Assert.Equal("upsert 1 pint_coverageresult", Assert.Single(host.Dataverse.Log, IsResult));
        Assert.Equal(CoverageRun.WrittenTogetherMax + 1, host.Dataverse.Rows(CoverageResultTable.LogicalName).Count());

        var second = Run(host, project, "LAKESHORE|1|RUN|COVERAGE|1|2");
        late = true;
        Assert.True((await host.PostAsync(Address)).Ok().Flag("hasMore"));
        Rule(host, project, task, "07-7");
        late = false;
        host.Dataverse.Log.Clear();
        Assert.False((await host.PostAsync(Address)).Ok().Flag("hasMore"));
        Assert.Equal(
            [$"upsert {CoverageRun.WrittenTogetherMax} pint_coverageresult", "upsert 1 pint_coverageresult"],
            host.Dataverse.Log.Where(IsResult)
        );
        Assert.Equal(CoverageRun.WrittenTogetherMax, new RowView(host.Dataverse.Row(RunTable.LogicalName, second)).WholeNumber(RunTable.Faults));

        // The rows of the run say what its result says: the code that was covered meanwhile is no fault any more.
        var rows = host
            .Dataverse.Rows(CoverageResultTable.LogicalName)
            .Select(row => new RowView(row))
            .Where(row => row.Reference(CoverageResultTable.RunId) == second)
            .ToLookup(row => row.Choice(CoverageResultTable.CoverageState) == CoverageStateChoice.Covered);
        Assert.Equal(CoverageRun.WrittenTogetherMax, rows[false].Count());
        Assert.Equal(
            ("07-7", 0m),
            (rows[true].Single().Text(CoverageResultTable.Name), rows[true].Single().Amount(CoverageResultTable.AmountAtRisk))
        );
    }

    [Fact]
    public async Task A_run_whose_project_is_not_active_fails_with_the_next_step_and_others_go_on()
    {
        await using var host = await GatewayHost.StartAsync();
        var (project, _) = Arrange(host);
        var gone = host.Dataverse.Add(
            ProjectTable.LogicalName,
            "GONE",
            (ProjectTable.Name, "Gone"),
            (ProjectTable.RuleState, new OptionSetValue(RuleStateChoice.Superseded))
        );
        var failing = Run(host, gone.Id, "LAKESHORE|1|RUN|COVERAGE|0|1");
        var odd = Run(host, project, "LAKESHORE|1|RUN|ODD|0|1", kind: 723100099);
        var good = Run(host, project);

        var answer = (await host.PostAsync(Address)).Ok();

        Assert.Equal((1, 2), (answer.Number("runsFinished"), answer.Number("runsFailed")));
        Assert.Contains("Project Gone is not active", Message(host, failing), StringComparison.Ordinal);
        Assert.Contains("does not know runs of kind 723100099", Message(host, odd), StringComparison.Ordinal);
        Assert.Equal("The project has no codes in use.", Message(host, good));
        Assert.Equal(0, (await host.PostAsync(Address)).Ok().Number("runsFailed"));
    }

    [Fact]
    public async Task A_project_whose_row_cannot_be_read_stops_its_own_run_alone()
    {
        await using var host = await GatewayHost.StartAsync();
        var (project, _) = Arrange(host);
        var odd = host.Dataverse.Add(
            ProjectTable.LogicalName,
            "ODD",
            (ProjectTable.Name, "Odd"),
            (ProjectTable.EnvironmentId, new EntityReference(EnvironmentTable.LogicalName, host.EnvironmentId)),
            (ProjectTable.RuleState, new OptionSetValue(RuleStateChoice.Active))
        );
        var failing = Run(host, odd.Id, "LAKESHORE|1|RUN|COVERAGE|0|1");
        var good = Run(host, project);

        var answer = (await host.PostAsync(Address)).Ok();

        Assert.Equal((1, 1), (answer.Number("runsFinished"), answer.Number("runsFailed")));
        Assert.Contains("Oracle project number", Message(host, failing), StringComparison.Ordinal);
        Assert.Equal("The project has no codes in use.", Message(host, good));
    }

    [Fact]
    public async Task A_limit_of_Dataverse_is_no_end_of_a_run()
    {
        await using var host = await GatewayHost.StartAsync();
        var (project, _) = Arrange(host);
        var run = Run(host, project);
        var isLimited = true;
        host.Dataverse.Before = what =>
        {
            if (isLimited && what == "list pint_oracletask")
            {
                throw new RemoteThrottledException(ProblemCatalog.DataverseUnavailable, "Dataverse limits the calls.", TimeSpan.FromSeconds(5));
            }
        };

        Assert.NotEqual(200, (await host.PostAsync(Address)).Status);
        isLimited = false;
        Assert.Equal(1, (await host.PostAsync(Address)).Ok().Number("runsFinished"));
        Assert.Equal("The project has no codes in use.", Message(host, run));
    }

    private static string? Message(GatewayHost host, Guid run) => new RowView(host.Dataverse.Row(RunTable.LogicalName, run)).Text(RunTable.Message);

    private static (Guid Project, Guid Task) Arrange(GatewayHost host)
    {
        var environment = new EntityReference(EnvironmentTable.LogicalName, host.EnvironmentId);
        var project = host.Dataverse.Add(
            ProjectTable.LogicalName,
            "LAKESHORE|1|PROCORE|PROJECT|1",
            (ProjectTable.Name, "Tower"),
            (ProjectTable.EnvironmentId, environment),
            (ProjectTable.OracleProjectNumber, "P-1"),
            (ProjectTable.ExpenditureOrganization, "Org"),
            (ProjectTable.RuleState, new OptionSetValue(RuleStateChoice.Active))
        );
        Task(host, project.Id, "0784", "0784 Firestopping");
        return (project.Id, Task(host, project.Id, "2600", "2600 Switchgear"));
    }

    private static Guid Task(GatewayHost host, Guid project, string number, string name) =>
        host
            .Dataverse.Add(
                OracleTaskTable.LogicalName,
                "TASK-" + number,
                (OracleTaskTable.ProjectId, new EntityReference(ProjectTable.LogicalName, project)),
                (OracleTaskTable.TaskNumber, number),
                (OracleTaskTable.Name, name),
                (OracleTaskTable.LowestLevel, true),
                (OracleTaskTable.Chargeable, true)
            )
            .Id;

    private static void Code(
        GatewayHost host,
        Guid project,
        string id,
        string costCode,
        decimal committed,
        decimal billed = 0m,
        string? name = null
    ) =>
        host.Dataverse.Add(
            ProcoreWbsCodeTable.LogicalName,
            "LAKESHORE|1|PROCORE|WBS-CODE|1|" + id,
            (ProcoreWbsCodeTable.ProjectId, new EntityReference(ProjectTable.LogicalName, project)),
            (ProcoreWbsCodeTable.ProcoreId, id),
            (ProcoreWbsCodeTable.FlatCode, costCode),
            (ProcoreWbsCodeTable.CostCode, costCode),
            (ProcoreWbsCodeTable.CostType, "SUB"),
            (ProcoreWbsCodeTable.CostCodeName, name),
            (ProcoreWbsCodeTable.Committed, committed),
            (ProcoreWbsCodeTable.Billed, billed)
        );

    private static void Billed(GatewayHost host, Guid project, int state, string code)
    {
        var document = host.Dataverse.Add(
            DocumentTable.LogicalName,
            "DOCUMENT-1",
            (DocumentTable.ProjectId, new EntityReference(ProjectTable.LogicalName, project)),
            (DocumentTable.DocumentState, new OptionSetValue(state)),
            (DocumentTable.PeriodEnd, new DateTime(2025, 3, 31, 0, 0, 0, DateTimeKind.Utc))
        );
        host.Dataverse.Add(
            SourceLineTable.LogicalName,
            "LINE-1",
            (SourceLineTable.DocumentId, document.ToEntityReference()),
            (SourceLineTable.WbsCodeId, code)
        );
    }

    private static Entity Rule(GatewayHost host, Guid project, Guid task, string costCode) =>
        host.Dataverse.Add(
            WbsMappingRuleTable.LogicalName,
            "RULE-" + costCode,
            (WbsMappingRuleTable.ProjectId, new EntityReference(ProjectTable.LogicalName, project)),
            (WbsMappingRuleTable.RuleState, new OptionSetValue(RuleStateChoice.Active)),
            (WbsMappingRuleTable.CostCode, costCode),
            (WbsMappingRuleTable.OracleTaskId, new EntityReference(OracleTaskTable.LogicalName, task)),
            (WbsMappingRuleTable.ExpenditureType, "Subcontract"),
            (WbsMappingRuleTable.ValidFrom, new DateTime(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc))
        );

    private static Guid Run(GatewayHost host, Guid project, string key = "LAKESHORE|1|RUN|COVERAGE|1|1", int kind = RunKindChoice.CoverageProof) =>
        host
            .Dataverse.Add(
                RunTable.LogicalName,
                key,
                (RunTable.EnvironmentId, new EntityReference(EnvironmentTable.LogicalName, host.EnvironmentId)),
                (RunTable.ProjectId, new EntityReference(ProjectTable.LogicalName, project)),
                (RunTable.RunKind, new OptionSetValue(kind)),
                (RunTable.RunState, new OptionSetValue(RunStateChoice.Waiting)),
                (RunTable.FromDate, From),
                (RunTable.ToDate, To)
            )
            .Id;
}
