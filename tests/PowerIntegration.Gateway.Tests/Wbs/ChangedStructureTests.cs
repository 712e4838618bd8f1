using System.Text.Json.Nodes;
using Microsoft.Xrm.Sdk;
using PowerIntegration.Gateway.Tests.Fixtures;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;
using Xunit;

namespace PowerIntegration.Gateway.Tests.Wbs;

/// <summary>Structures change under a running project: the next proof names the code and the cause, and all others go on.</summary>
public sealed class ChangedStructureTests
{
    private const string CodeList = "/rest/v1.0/projects/" + ProcoreRequisition.ProjectId + "/work_breakdown_structure/wbs_codes";
    private const string Organizations = "/fscmRestApi/resources/11.13.18.05/projectOrganizationsLOV";

    [Fact]
    public async Task A_pattern_that_is_reordered_changes_the_text_of_a_code_and_not_its_coding()
    {
        await using var host = await GatewayHost.StartAsync();
        var site = await ArrangeAsync(host, Code(11, "26-240.SUB.N-1.2", Item("cost_code", "26-240"), Item("Area", "N-1"), Item("Phase", "2")));
        Rule(host, site, "26-240", others: "Area=N-1");
        Assert.Empty(await ProveAsync(host, site, "1"));
        List(host, Code(11, "2.N-1.SUB.26-240", Item("Phase", "2"), Item("Area", "N-1"), Item("cost_code", "26-240")));
        await RefreshAsync(host);
        Assert.Equal(["11 2.N-1.SUB.26-240 / 26-240 / Area=N-1|Phase=2"], Codes(host));
        Assert.Empty(await ProveAsync(host, site, "2"));
    }

    [Fact]
    public async Task Two_codes_with_one_flat_text_are_told_apart_by_their_segments()
    {
        await using var host = await GatewayHost.StartAsync();
        var site = await ArrangeAsync(
            host,
            Code(11, "1.01.SUB", Item("sub_job", "1"), Item("cost_code", "01"), Item("line_item_type", "SUB")),
            Code(12, "1.01.SUB", Item("cost_code", "1.01"), Item("line_item_type", "SUB"))
        );
        Assert.Equal(["11 1.01.SUB 1 / 01 / ", "12 1.01.SUB / 1.01 / "], Codes(host));
        Assert.Equal(2, (await ProveAsync(host, site, "1")).Count);
        Rule(host, site, "1.01");
        var finding = Assert.Single(await ProveAsync(host, site, "2"));
        Assert.Equal("1.01.SUB 01 1 wbs-unmapped 151.75", Words(finding));
        Assert.Contains("cost code '01'", finding.Text(CoverageResultTable.Message), StringComparison.Ordinal);
        Assert.Contains("sub job '1'", finding.Text(CoverageResultTable.Message), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_leaf_with_open_commitments_that_becomes_a_summary_is_stale_with_its_money_and_the_task_below()
    {
        await using var host = await GatewayHost.StartAsync();
        var site = await ArrangeAsync(host, Code(11, "26-240.SUB", Item("cost_code", "26-240")));
        Rule(host, site, "26-240");
        Assert.Empty(await ProveAsync(host, site, "1"));
        StructureRefreshTests.Script(host, StructureRefreshTests.Task(2, "2600", null), StructureRefreshTests.Task(4, "2610", 2));
        await RefreshAsync(host);
        var finding = Assert.Single(await ProveAsync(host, site, "2"));
        Assert.Equal("26-240.SUB 26-240  task-not-lowest-level 151.75", Words(finding));
        Assert.Equal(
            (CoverageStateChoice.Stale, "2025-11-04", "2610 Task 2610: it is below the mapped task, which has subtasks now"),
            (
                finding.Choice(CoverageResultTable.CoverageState),
                finding.Date(CoverageResultTable.CoveredUntil).ToString(),
                finding.Text(CoverageResultTable.Suggestions)
            )
        );
    }

    [Fact]
    public async Task A_renumbered_task_keeps_its_rules_and_a_code_that_names_the_old_number_is_named()
    {
        await using var host = await GatewayHost.StartAsync();
        var site = await ArrangeAsync(
            host,
            Code(11, "26-240.SUB", Item("cost_code", "26-240")),
            Code(12, "2600.26-320.SUB", Item("Oracle Task", "2600"), Item("cost_code", "26-320"))
        );
        Rule(host, site, "26-*");
        Assert.Empty(await ProveAsync(host, site, "1"));
        StructureRefreshTests.Script(host, StructureRefreshTests.Task(2, "2601", null));
        await RefreshAsync(host);
        var finding = Assert.Single(await ProveAsync(host, site, "2"));
        Assert.Equal("2600.26-320.SUB 26-320  task-unknown 0", Words(finding));
        Assert.Contains("task 2600 does not exist in Oracle project P-1", finding.Text(CoverageResultTable.Message), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_task_that_was_deleted_and_made_again_with_its_number_is_the_task_of_its_rules()
    {
        await using var host = await GatewayHost.StartAsync();
        var site = await ArrangeAsync(
            host,
            Code(11, "26-240.SUB", Item("cost_code", "26-240")),
            Code(12, "2600.26-320.SUB", Item("Oracle Task", "2600"), Item("cost_code", "26-320"))
        );
        Rule(host, site, "26-*");
        StructureRefreshTests.Script(host, StructureRefreshTests.Task(5, "2600", null));
        await RefreshAsync(host);
        var row = new RowView(Assert.Single(host.Dataverse.Rows(OracleTaskTable.LogicalName)));
        Assert.Equal(("5", true), (row.Text(OracleTaskTable.OracleId), row.Flag(OracleTaskTable.Chargeable)));
        Assert.Empty(await ProveAsync(host, site, "1"));
    }

    [Fact]
    public async Task A_task_with_the_number_of_a_deleted_one_takes_cost_and_is_suggested()
    {
        await using var host = await GatewayHost.StartAsync();
        var site = await ArrangeAsync(
            host,
            Code(11, "2600.26-240.SUB", Item("Oracle Task", "2600"), Item("cost_code", "26-240")),
            Code(12, "26-00.SUB", Item("cost_code", "26-00"))
        );
        Rule(host, site, "26-240", names: false);
        StructureRefreshTests.Script(host, StructureRefreshTests.Task(2, "2600", null), StructureRefreshTests.Task(5, "2700", null));
        await RefreshAsync(host);
        StructureRefreshTests.Script(host, StructureRefreshTests.Task(5, "2600", null));
        await RefreshAsync(host);
        var live = host.Dataverse.Rows(OracleTaskTable.LogicalName).Single(row => new RowView(row).Flag(OracleTaskTable.Chargeable));
        Assert.NotEqual(site.Task, live.Id);
        var finding = Assert.Single(await ProveAsync(host, site, "1"));
        Assert.Equal(("26-00.SUB", live.Id), (finding.Text(CoverageResultTable.Name), finding.Reference(CoverageResultTable.SuggestedTaskId)));
    }

    [Fact]
    public async Task A_segment_that_is_removed_from_the_project_leaves_its_codes_without_a_task_by_name()
    {
        await using var host = await GatewayHost.StartAsync();
        var site = await ArrangeAsync(
            host,
            Code(11, "2600.26-240.SUB", Item("Oracle Task", "2600"), Item("cost_code", "26-240")),
            Code(12, "26-320.SUB", Item("cost_code", "26-320"))
        );
        Rule(host, site, "26-240", names: false);
        Rule(host, site, "26-320");
        Assert.Empty(await ProveAsync(host, site, "1"));
        List(host, Code(11, "26-240.SUB", Item("cost_code", "26-240")), Code(12, "26-320.SUB", Item("cost_code", "26-320")));
        await RefreshAsync(host);
        var finding = Assert.Single(await ProveAsync(host, site, "2"));
        Assert.Equal("26-240.SUB 26-240  wbs-unmapped 151.75", Words(finding));
        Assert.Contains("task segment (none)", finding.Text(CoverageResultTable.Message), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_that_is_deleted_while_billed_keeps_what_is_posted_and_loses_what_is_committed_no_more()
    {
        await using var host = await GatewayHost.StartAsync();
        var site = await ArrangeAsync(host, Code(11, "26-240.SUB", Item("cost_code", "26-240")), Code(12, "26-320.SUB", Item("cost_code", "26-320")));
        Posted(host, site, "11", 60.25m);
        await RefreshAsync(host);
        Assert.Equal(["11 151.75 60.25 True", "12 0 0 False"], Money(host));

        List(host, Code(12, "26-320.SUB", Item("cost_code", "26-320")));
        host.Procore.On("GET", "/rest/v1.0/work_order_contracts/7/line_items", """[{"id":1,"total_amount":"60.25","wbs_code":{"id":11}}]""");
        host.Procore.On("GET", "/rest/v1.0/purchase_order_contracts/9/line_items", "[]");
        await RefreshAsync(host);
        Assert.Equal(["11 60.25 60.25 True", "12 0 0 False"], Money(host));
        var finding = (await ProveAsync(host, site, "1"))[0];
        Assert.Equal(
            ("26-240.SUB", 60.25m, 0m),
            (finding.Text(CoverageResultTable.Name), finding.Amount(CoverageResultTable.Billed), finding.Amount(CoverageResultTable.AmountAtRisk))
        );
    }

    // Nobody can bill a code that Procore does not offer any more; one that nothing uses is no gap of the mapping.
    [Fact]
    public async Task A_code_that_is_deleted_unused_is_not_proved_until_it_is_listed_again()
    {
        await using var host = await GatewayHost.StartAsync();
        var used = Code(11, "26-240.SUB", Item("cost_code", "26-240"));
        var unused = Code(12, "26-320.SUB", Item("cost_code", "26-320"));
        var site = await ArrangeAsync(host, used, unused);
        Assert.Equal(2, (await ProveAsync(host, site, "1")).Count);
        List(host, used);
        await RefreshAsync(host);
        Assert.Equal("26-240.SUB", Assert.Single(await ProveAsync(host, site, "2")).Text(CoverageResultTable.Name));

        // Where Procore shows nothing at all, nothing was deleted.
        List(host);
        await RefreshAsync(host);
        Assert.Single(await ProveAsync(host, site, "3"));
        List(host, used, unused);
        await RefreshAsync(host);
        Assert.Equal(2, (await ProveAsync(host, site, "4")).Count);
    }

    [Fact]
    public async Task An_organization_that_is_end_dated_stops_the_codes_behind_its_last_day()
    {
        await using var host = await GatewayHost.StartAsync();
        var site = await ArrangeAsync(host, Code(11, "26-240.SUB", Item("cost_code", "26-240")));
        Rule(host, site, "26-240");
        Assert.Empty(await ProveAsync(host, site, "1"));
        host.Oracle.On("GET", Organizations, Listed("South", "2025-12-15"));
        await RefreshAsync(host);
        var finding = Assert.Single(await ProveAsync(host, site, "2"));
        Assert.Equal("26-240.SUB 26-240  organization 151.75", Words(finding));
        Assert.Equal(
            "2025-12-31 stale until 2025-12-15",
            $"{finding.Date(CoverageResultTable.AsOf)} stale until {finding.Date(CoverageResultTable.CoveredUntil)}"
        );
        Assert.Contains("'South'", finding.Text(CoverageResultTable.Message), StringComparison.Ordinal);
    }

    private static async Task<(Guid Project, Guid Task)> ArrangeAsync(GatewayHost host, params JsonObject[] codes)
    {
        var project = StructureRefreshTests.Arrange(host, StructureRefreshTests.Task(2, "2600", null));
        host.Dataverse.Row(ProjectTable.LogicalName, project)[ProjectTable.ExpenditureOrganization] = "South";
        host.Dataverse.Row(ProjectTable.LogicalName, project)[ProjectTable.Name] = "Tower";
        host.Dataverse.Row(ProjectTable.LogicalName, project)[ProjectTable.CrossCharge] = true;
        host.Oracle.On("GET", Organizations, Listed("South", null));
        List(host, codes);
        await RefreshAsync(host);
        return (project, host.Dataverse.Rows(OracleTaskTable.LogicalName).Single().Id);
    }

    private static async Task RefreshAsync(GatewayHost host)
    {
        host.Oracle.On(
            "GET",
            "/fscmRestApi/resources/11.13.18.05/expenditureTypesLOV",
            """
            {"items":[{"ExpenditureTypeId":1,"ExpenditureTypeName":"Subcontract",
             "ExpenditureTypeClassesLOV":{"items":[{"ExpenditureTypeClassCode":"VI"}],"hasMore":false}}],"hasMore":false}
            """
        );
        Assert.Equal(1, (await host.PostAsync("/structures/refresh")).Ok().Number("projectsRead"));
    }

    private static void List(GatewayHost host, params JsonObject[] codes) =>
        host.Procore.On("GET", CodeList, new JsonArray([.. codes.Select(code => code.DeepClone())]).ToJsonString());

    private static string Listed(string organization, string? end) =>
        new JsonObject
        {
            ["items"] = new JsonArray(
                new JsonObject
                {
                    ["OrganizationId"] = 1,
                    ["BusinessUnitId"] = 3,
                    ["OrganizationName"] = organization,
                    ["BusinessUnitName"] = "Unit",
                    ["EffectiveEndDate"] = end,
                }
            ),
            ["hasMore"] = false,
        }.ToJsonString();

    private static JsonObject Code(int id, string flat, params JsonObject[] items) =>
        new()
        {
            ["id"] = id,
            ["flat_code"] = flat,
            ["segment_items"] = new JsonArray([.. items]),
        };

    private static JsonObject Item(string segment, string code) =>
        new()
        {
            ["code"] = code,
            ["path_code"] = code,
            ["segment"] = segment.Contains('_', StringComparison.Ordinal)
                ? new JsonObject { ["type"] = segment }
                : new JsonObject { ["type"] = "custom", ["name"] = segment },
        };

    private static void Rule(GatewayHost host, (Guid Project, Guid Task) site, string costCode, string? others = null, bool names = true) =>
        host.Dataverse.Add(
            WbsMappingRuleTable.LogicalName,
            $"RULE-{costCode}",
            (WbsMappingRuleTable.Key, $"RULE-{costCode}"),
            (WbsMappingRuleTable.ProjectId, new EntityReference(ProjectTable.LogicalName, site.Project)),
            (WbsMappingRuleTable.RuleState, new OptionSetValue(RuleStateChoice.Active)),
            (WbsMappingRuleTable.CostCode, costCode),
            (WbsMappingRuleTable.OtherSegments, others),
            (WbsMappingRuleTable.OracleTaskId, names ? new EntityReference(OracleTaskTable.LogicalName, site.Task) : null),
            (WbsMappingRuleTable.ExpenditureType, "Subcontract"),
            (WbsMappingRuleTable.ValidFrom, Day(2025, 1, 1))
        );

    private static void Posted(GatewayHost host, (Guid Project, Guid Task) site, string code, decimal amount)
    {
        var document = host.Dataverse.Add(
            DocumentTable.LogicalName,
            "DOCUMENT-1",
            (DocumentTable.ProjectId, new EntityReference(ProjectTable.LogicalName, site.Project)),
            (DocumentTable.DocumentState, new OptionSetValue(DocumentStateChoice.Posted)),
            (DocumentTable.PeriodEnd, Day(2025, 10, 31))
        );
        host.Dataverse.Add(
            SourceLineTable.LogicalName,
            "LINE-1",
            (SourceLineTable.DocumentId, document.ToEntityReference()),
            (SourceLineTable.WbsCodeId, code),
            (SourceLineTable.CompletedToDate, amount)
        );
    }

    // What a proof of the last months of the year finds.
    private static async Task<IReadOnlyList<RowView>> ProveAsync(GatewayHost host, (Guid Project, Guid Task) site, string number)
    {
        var run = host.Dataverse.Add(
            RunTable.LogicalName,
            "LAKESHORE|1|RUN|COVERAGE|1|" + number,
            (RunTable.EnvironmentId, new EntityReference(EnvironmentTable.LogicalName, host.EnvironmentId)),
            (RunTable.ProjectId, new EntityReference(ProjectTable.LogicalName, site.Project)),
            (RunTable.RunKind, new OptionSetValue(RunKindChoice.CoverageProof)),
            (RunTable.RunState, new OptionSetValue(RunStateChoice.Waiting)),
            (RunTable.FromDate, Day(2025, 11, 30)),
            (RunTable.ToDate, Day(2025, 12, 31))
        );
        Assert.Equal(1, (await host.PostAsync("/runs/continue")).Ok().Number("runsFinished"));
        return
        [
            .. host
                .Dataverse.Rows(CoverageResultTable.LogicalName)
                .Select(row => new RowView(row))
                .Where(row => row.Reference(CoverageResultTable.RunId) == run.Id),
        ];
    }

    private static DateTime Day(int year, int month, int day) => new(year, month, day, 0, 0, 0, DateTimeKind.Utc);

    private static string Words(RowView finding) =>
        $"{finding.Text(CoverageResultTable.Name)} {finding.Text(CoverageResultTable.CostCode)} {finding.Text(CoverageResultTable.SubJob)} "
        + $"{finding.Text(CoverageResultTable.ReasonCode)} {finding.Amount(CoverageResultTable.AmountAtRisk):0.##}";

    private static IEnumerable<string> Codes(GatewayHost host) =>
        Rows(host)
            .Select(row =>
                $"{row.Text(ProcoreWbsCodeTable.ProcoreId)} {row.Text(ProcoreWbsCodeTable.FlatCode)} {row.Text(ProcoreWbsCodeTable.SubJob)}".TrimEnd()
                + $" / {row.Text(ProcoreWbsCodeTable.CostCode)} / {row.Text(ProcoreWbsCodeTable.OtherSegments)}"
            );

    private static IEnumerable<string> Money(GatewayHost host) =>
        Rows(host)
            .Select(row =>
                $"{row.Text(ProcoreWbsCodeTable.ProcoreId)} {row.Amount(ProcoreWbsCodeTable.Committed) ?? 0m:0.##} "
                + $"{row.Amount(ProcoreWbsCodeTable.Billed) ?? 0m:0.##} {row.Flag(ProcoreWbsCodeTable.InUse)}"
            );

    private static IEnumerable<RowView> Rows(GatewayHost host) =>
        host
            .Dataverse.Rows(ProcoreWbsCodeTable.LogicalName)
            .Select(row => new RowView(row))
            .OrderBy(row => row.Text(ProcoreWbsCodeTable.ProcoreId), StringComparer.Ordinal);
}
