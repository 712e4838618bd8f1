using System.Text.Json.Nodes;
using Microsoft.Xrm.Sdk;
using PowerIntegration.Gateway.Tests.Fixtures;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;
using Xunit;

namespace PowerIntegration.Gateway.Tests.Wbs;

/// <summary>Tasks are kept as Oracle has them, codes with what is committed and billed on them.</summary>
public sealed class StructureRefreshTests
{
    private const string Address = "/structures/refresh";
    private const string Project = ProcoreRequisition.ProjectId;
    private const string BudgetViews = "/rest/v1.0/budget_views?";
    private const string BudgetRows = "/rest/v1.0/budget_views/5/detail_rows?project_id=" + Project + "&budget_row_type=budgeted";
    private const string DirectCosts = "/rest/v1.1/projects/" + Project + "/direct_costs";

    [Fact]
    public async Task Tasks_are_written_once_and_then_only_what_differs()
    {
        await using var host = await GatewayHost.StartAsync();
        var project = Arrange(host, Task(1, "26", null, lowest: false), Task(2, "2600", 1), Task(3, "2605", 1, finish: "2026-12-31"));

        Assert.Equal((1, 0), Counts((await host.PostAsync(Address)).Ok()));
        Assert.Equal(["26 top False True", "2600 26 True True", "2605 26 True True 2026-12-31"], Tasks(host));
        Assert.Equal("LAKESHORE|1|ORACLE|TASK|562949953500001|ID-1", Row(host, "26").Text(OracleTaskTable.Key));
        var recorded = Assert.Single(host.Dataverse.Calls);
        Assert.Equal(
            ("pint_RecordStructure", project, "Unit", true),
            (recorded.Name, recorded.Inputs["ProjectId"], recorded.Inputs["BusinessUnit"], recorded.Inputs["CrossCharge"])
        );

        Assert.Equal(true, recorded.Inputs["Changed"]);

        host.Dataverse.Log.Clear();
        host.Dataverse.Calls.Clear();
        await host.PostAsync(Address);
        Assert.DoesNotContain(host.Dataverse.Log, entry => entry.StartsWith("upsert", StringComparison.Ordinal));
        Assert.Equal(false, Assert.Single(host.Dataverse.Calls).Inputs["Changed"]);
    }

    [Fact]
    public async Task A_task_that_people_entered_is_found_by_its_number_and_a_renumbered_one_by_its_id()
    {
        await using var host = await GatewayHost.StartAsync();
        var project = Arrange(host, Task(2, "2600", null));
        var entered = host.Dataverse.Add(
            OracleTaskTable.LogicalName,
            "LAKESHORE|1|ORACLE|TASK|562949953500001|2600",
            (OracleTaskTable.Key, "LAKESHORE|1|ORACLE|TASK|562949953500001|2600"),
            (OracleTaskTable.ProjectId, new EntityReference(ProjectTable.LogicalName, project)),
            (OracleTaskTable.TaskNumber, "2600"),
            (OracleTaskTable.LowestLevel, true),
            (OracleTaskTable.Chargeable, true)
        );
        await host.PostAsync(Address);
        Script(host, Task(2, "2601", null));
        await host.PostAsync(Address);
        var row = Assert.Single(host.Dataverse.Rows(OracleTaskTable.LogicalName));
        Assert.Equal((entered.Id, "2601"), (row.Id, new RowView(row).Text(OracleTaskTable.TaskNumber)));
    }

    [Fact]
    public async Task A_task_that_stops_taking_cost_says_since_when_and_one_that_is_gone_takes_none()
    {
        await using var host = await GatewayHost.StartAsync();
        Arrange(host, Task(2, "2600", null), Task(3, "2605", null));
        await host.PostAsync(Address);
        Script(host, Task(2, "2600", null, chargeable: false));
        await host.PostAsync(Address);
        Assert.Equal(["2600 top True False", "2605 top True False"], Tasks(host));
        Assert.Equal(host.Clock.GetUtcNow().UtcDateTime.Date, Row(host, "2600").Instant(OracleTaskTable.ChangedOn));
        Assert.Equal(host.Clock.GetUtcNow().UtcDateTime.Date, Row(host, "2605").Instant(OracleTaskTable.ChangedOn));
        Script(host, Task(2, "2600", null));
        await host.PostAsync(Address);
        Assert.Null(Row(host, "2600").Instant(OracleTaskTable.ChangedOn));
    }

    [Fact]
    public async Task Codes_have_the_money_on_them_and_drafts_commit_nothing()
    {
        await using var host = await GatewayHost.StartAsync();
        Arrange(host, Task(2, "2600", null));
        await host.PostAsync(Address);
        Assert.Equal(["26-240 budget 490.25 committed 151.75 direct 7.5 True", "26-320 budget none committed 0 direct none False"], Codes(host));

        // An hour later Procore shows neither budget nor direct costs, and a code of a budget of nothing is in use.
        host.Procore.On("GET", BudgetRows, """[{"id":3,"wbs_code_id":12,"original_budget_amount":0,"budget_modifications":null}]""");
        host.Procore.On("GET", DirectCosts, _ => ScriptedWire.Json("{}", 403));
        host.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal((1, 0), Counts((await host.PostAsync(Address)).Ok()));
        Assert.Equal(["26-240 budget none committed 151.75 direct none True", "26-320 budget 0 committed 0 direct none True"], Codes(host));
        host.Procore.On("GET", BudgetViews, _ => ScriptedWire.Json("{}", 404));
        await host.PostAsync(Address);
        Assert.Equal(["26-240 budget none committed 151.75 direct none True", "26-320 budget none committed 0 direct none False"], Codes(host));
    }

    [Fact]
    public async Task An_amount_that_is_larger_than_any_is_noted_with_its_record()
    {
        await using var host = await GatewayHost.StartAsync();
        Arrange(host, Task(2, "2600", null));
        host.Procore.On("GET", BudgetRows, """[{"id":3,"wbs_code_id":12,"original_budget_amount":1e27}]""");
        Assert.Equal((0, 1), Counts((await host.PostAsync(Address)).Ok()));
        Assert.Contains(
            "Budget line 3: the amount is '1000000000000000000000000000'",
            (string)Assert.Single(host.Dataverse.Calls).Inputs["Note"],
            StringComparison.Ordinal
        );
    }

    private static IEnumerable<string> Codes(GatewayHost host) =>
        host
            .Dataverse.Rows(ProcoreWbsCodeTable.LogicalName)
            .Select(row => new RowView(row))
            .Select(row =>
                $"{row.Text(ProcoreWbsCodeTable.CostCode)} budget {Words(row.Amount(ProcoreWbsCodeTable.Budget))} "
                + $"committed {Words(row.Amount(ProcoreWbsCodeTable.Committed) ?? 0m)} direct {Words(row.Amount(ProcoreWbsCodeTable.DirectCost))} "
                + row.Flag(ProcoreWbsCodeTable.InUse)
            )
            .Order(StringComparer.Ordinal);

    private static string Words(decimal? amount) => amount?.ToString("0.##", CultureInfo.InvariantCulture) ?? "none";

    [Fact]
    public async Task What_cannot_be_read_is_noted_on_the_project()
    {
        await using var host = await GatewayHost.StartAsync();
        Arrange(host, Task(2, "2600", null));
        host.Oracle.On("GET", "/fscmRestApi/resources/11.13.18.05/projects?", """{"items":[],"hasMore":false}""");
        Assert.Equal((0, 1), Counts((await host.PostAsync(Address)).Ok()));
        Assert.Contains("Oracle project 'P-1' was not found", (string)Assert.Single(host.Dataverse.Calls).Inputs["Note"], StringComparison.Ordinal);

        host.Dataverse.Calls.Clear();
        Script(host, Task(2, "2600", null, finish: "soon"));
        Assert.Equal((0, 1), Counts((await host.PostAsync(Address)).Ok()));
        Assert.Contains(
            "Task 2600 has the date 'soon' in Oracle",
            (string)Assert.Single(host.Dataverse.Calls).Inputs["Note"],
            StringComparison.Ordinal
        );
        Assert.Empty(host.Dataverse.Rows(OracleTaskTable.LogicalName));

        // Where types and organizations cannot be read, the tasks and codes of the projects are.
        host.Dataverse.Calls.Clear();
        Script(host, Task(2, "2600", null));
        host.Oracle.On("GET", "/fscmRestApi/resources/11.13.18.05/expenditureTypesLOV", _ => ScriptedWire.Json("{}", 403));
        Assert.Equal((0, 1), Counts((await host.PostAsync(Address)).Ok()));
        Assert.Contains("403", (string)Assert.Single(host.Dataverse.Calls).Inputs["Note"], StringComparison.Ordinal);
        Assert.Single(host.Dataverse.Rows(OracleTaskTable.LogicalName));
    }

    [Fact]
    public async Task A_project_template_without_a_project_in_Oracle_is_told_where_standard_tasks_can_be_read()
    {
        await using var host = await GatewayHost.StartAsync();
        host.Dataverse.Row(ProjectTable.LogicalName, Arrange(host))[ProjectTable.IsTemplate] = true;
        host.Oracle.On("GET", "/fscmRestApi/resources/11.13.18.05/projects?", """{"items":[],"hasMore":false}""");
        Assert.Equal((0, 1), Counts((await host.PostAsync(Address)).Ok()));
        Assert.Equal(
            "Oracle has no project 'P-1'. The tasks of an Oracle project template cannot be read: enter the number of an Oracle project that has the "
                + "standard tasks of the company.",
            (string)Assert.Single(host.Dataverse.Calls).Inputs["Note"]
        );
    }

    [Fact]
    public async Task Types_and_organizations_are_kept_and_one_that_is_gone_counts_no_more()
    {
        await using var host = await GatewayHost.StartAsync();
        Arrange(host, Task(2, "2600", null));
        const string Types = "/fscmRestApi/resources/11.13.18.05/expenditureTypesLOV";
        host.Oracle.On(
            "GET",
            Types,
            """
            {"items":[{"ExpenditureTypeId":5,"ExpenditureTypeName":"Subcontract","ExpenditureTypeEndDate":"2026-12-31",
             "ExpenditureTypeClassesLOV":
              {"items":[{"ExpenditureTypeClassCode":"VI"},{"ExpenditureTypeClassCode":"ST"}],"hasMore":false}}],"hasMore":false}
            """
        );
        host.Oracle.On(
            "GET",
            "/fscmRestApi/resources/11.13.18.05/projectOrganizationsLOV",
            """
            {"items":[{"OrganizationId":7,"BusinessUnitId":1,"OrganizationName":"East","BusinessUnitName":"Unit"},
             {"OrganizationId":8,"BusinessUnitId":2,"OrganizationName":"West","BusinessUnitName":"Other"},
             {"OrganizationId":9,"BusinessUnitId":2,"OrganizationName":"North","BusinessUnitName":"Other"}],"hasMore":false}
            """
        );
        await host.PostAsync(Address);
        var type = new RowView(Assert.Single(host.Dataverse.Rows(OracleExpenditureTypeTable.LogicalName)));
        Assert.Equal(
            ("Subcontract", "ST;VI", true, "2026-12-31"),
            (
                type.Text(OracleExpenditureTypeTable.Name),
                type.Text(OracleExpenditureTypeTable.Classes),
                type.Flag(OracleExpenditureTypeTable.Active),
                type.Date(OracleExpenditureTypeTable.FinishDate).ToString()
            )
        );
        Assert.Equal(
            ["East Unit True", "North Other False", "West Other False"],
            host.Dataverse.Rows(OracleOrganizationTable.LogicalName)
                .Select(row => new RowView(row))
                .Select(row =>
                    $"{row.Text(OracleOrganizationTable.Name)} {row.Text(OracleOrganizationTable.BusinessUnit)} "
                    + row.Flag(OracleOrganizationTable.UnitDefault)
                )
                .Order(StringComparer.Ordinal)
        );
        Assert.Contains(host.Oracle.Calls, call => call.Address.Contains("q=ProjectOrganizationType='PA_EXPENDITURE_ORG'", StringComparison.Ordinal));

        host.Dataverse.Log.Clear();
        await host.PostAsync(Address);
        Assert.DoesNotContain(host.Dataverse.Log, entry => entry.StartsWith("upsert", StringComparison.Ordinal));
        host.Oracle.On("GET", Types, Labor);
        await host.PostAsync(Address);
        Assert.Equal(
            ["Labor True", "Subcontract False"],
            host.Dataverse.Rows(OracleExpenditureTypeTable.LogicalName)
                .Select(row => new RowView(row))
                .Select(row => $"{row.Text(OracleExpenditureTypeTable.Name)} {row.Flag(OracleExpenditureTypeTable.Active)}")
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Controls_that_forbid_are_kept_with_their_task_and_one_that_is_gone_is_not_in_force()
    {
        await using var host = await GatewayHost.StartAsync();
        var task = Task(2, "2600", null);
        task["TaskTransactionControls"] = JsonNode.Parse(
            """
            {"items":[{"TransactionControlId":1,"ChargeableFlag":false,"ExpenditureTypeName":"Equipment","StartDate":"2026-04-01"},
             {"TransactionControlId":2,"ChargeableFlag":true,"ExpenditureTypeName":"Labor"}],"hasMore":false}
            """
        );
        Arrange(host, task);
        host.Oracle.On(
            "GET",
            "/fscmRestApi/resources/11.13.18.05/projects/300/child/ProjectTransactionControls",
            """{"items":[{"TransactionControlId":3,"ChargeableFlag":false}],"hasMore":false}"""
        );
        await host.PostAsync(Address);
        Assert.Equal(["Equipment on task 2600 2026-04-01 True", "Every expenditure type on the project  True"], Controls(host));
        Script(host, Task(2, "2600", null));
        await host.PostAsync(Address);
        Assert.Equal(["Equipment on task 2600 2026-04-01 False", "Every expenditure type on the project  False"], Controls(host));
    }

    [Theory]
    [InlineData("expenditureTypesLOV", """{"items":[],"hasMore":false}""", "Oracle lists no expenditure types.")]
    [InlineData("expenditureTypesLOV", """{"items":[{"ExpenditureTypeId":1,"ExpenditureTypeName":"Labor"}],"hasMore":false}""", "no classes of")]
    [InlineData("projectOrganizationsLOV", """{"items":[],"hasMore":false}""", "Oracle lists no organizations")]
    [InlineData("projects/300/child/Tasks", """{"items":[],"hasMore":false}""", "Oracle lists no task of the project any more.")]
    public async Task What_is_shown_no_more_is_not_taken_as_deleted(string resource, string json, string part)
    {
        await using var host = await GatewayHost.StartAsync();
        Arrange(host, Task(2, "2600", null));
        await host.PostAsync(Address);
        host.Dataverse.Calls.Clear();
        host.Oracle.On("GET", "/fscmRestApi/resources/11.13.18.05/" + resource, json);

        Assert.Equal((0, 1), Counts((await host.PostAsync(Address)).Ok()));

        Assert.Contains(part, (string)Assert.Single(host.Dataverse.Calls).Inputs["Note"], StringComparison.Ordinal);
        Assert.Equal(["2600 top True True"], Tasks(host));
        Assert.True(new RowView(Assert.Single(host.Dataverse.Rows(OracleExpenditureTypeTable.LogicalName))).Flag(OracleExpenditureTypeTable.Active));
        Assert.Single(host.Dataverse.Rows(OracleOrganizationTable.LogicalName));
    }

    private static IEnumerable<string> Controls(GatewayHost host) =>
        host
            .Dataverse.Rows(TransactionControlTable.LogicalName)
            .Select(row => new RowView(row))
            .Select(row =>
                $"{row.Text(TransactionControlTable.Name)} {row.Date(TransactionControlTable.StartDate)} {row.Flag(TransactionControlTable.InForce)}"
            )
            .Order(StringComparer.Ordinal);

    private static (int Read, int Failed) Counts(Answer answer) => (answer.Number("projectsRead"), answer.Number("projectsFailed"));

    private static IEnumerable<string> Tasks(GatewayHost host) =>
        host
            .Dataverse.Rows(OracleTaskTable.LogicalName)
            .Select(row => new RowView(row))
            .Select(row =>
                $"{row.Text(OracleTaskTable.TaskNumber)} {row.Text(OracleTaskTable.ParentNumber) ?? "top"} {row.Flag(OracleTaskTable.LowestLevel)} "
                + $"{row.Flag(OracleTaskTable.Chargeable)} {row.Date(OracleTaskTable.FinishDate)}"
            )
            .Select(text => text.TrimEnd())
            .Order(StringComparer.Ordinal);

    private static RowView Row(GatewayHost host, string number) =>
        new(host.Dataverse.Rows(OracleTaskTable.LogicalName).Single(row => (string)row[OracleTaskTable.TaskNumber] == number));

    /// <summary>A task as Oracle lists it.</summary>
    internal static JsonObject Task(int id, string number, int? parent, bool? lowest = null, bool chargeable = true, string? finish = null) =>
        new()
        {
            ["TaskId"] = id,
            ["TaskNumber"] = number,
            ["TaskName"] = "Task " + number,
            ["ParentTaskId"] = parent,
            ["LowestTask"] = lowest,
            ["ChargeableFlag"] = chargeable,
            ["TaskFinishDate"] = finish,
        };

    /// <summary>A project whose structures can be read.</summary>
    internal static Guid Arrange(GatewayHost host, params JsonObject[] tasks)
    {
        host.Dataverse.Api = (_, _) => [];
        var project = StoredDocuments.AddProject(host);
        host.Dataverse.Row(ProjectTable.LogicalName, project)[ProjectTable.OracleProjectNumber] = "P-1";
        host.Procore.On("GET", $"/rest/v1.0/projects/{Project}/work_breakdown_structure/wbs_codes", CodeList);
        host.Procore.On(
            "GET",
            $"/rest/v1.0/work_order_contracts?project_id={Project}",
            """[{"id":7,"number":"SC-7","status":"Approved"},{"id":8,"number":"SC-8","status":"Draft"}]"""
        );
        host.Procore.On(
            "GET",
            $"/rest/v1.0/work_order_contracts/7/line_items",
            """
            [{"id":1,"total_amount":"100.50","wbs_code":{"id":11}},{"id":2,"total_amount":"50.25","wbs_code":{"id":11}},
             {"id":3,"total_amount":"9.00"}]
            """
        );
        host.Procore.On(
            "GET",
            $"/rest/v1.0/purchase_order_contracts?project_id={Project}",
            """[{"id":9,"number":"PO-9","status":"Approved"},{"id":10,"number":"PO-10","status":"Draft"}]"""
        );
        host.Procore.On("GET", "/rest/v1.0/purchase_order_contracts/9/line_items", """[{"id":4,"total_amount":"1.00","wbs_code":{"id":11}}]""");
        host.Procore.On("GET", BudgetViews, """[{"id":6},{"id":5}]""");
        host.Procore.On(
            "GET",
            BudgetRows,
            """
            [{"id":1,"wbs_code_id":11,"original_budget_amount":500.0,"budget_modifications":-9.75},
             {"id":2,"wbs_code_id":null,"original_budget_amount":9}]
            """
        );
        host.Procore.On("GET", DirectCosts, """[{"id":20,"status":"approved"},{"id":21,"status":"draft"}]""");
        host.Procore.On(
            "GET",
            $"/rest/v1.0/projects/{Project}/direct_costs/line_items",
            """
            [{"id":1,"total_amount":7.5,"holder":{"id":20},"wbs_code":{"id":11}},{"id":2,"total_amount":99,"holder":{"id":21},"wbs_code":{"id":12}}]
            """
        );
        Script(host, tasks);
        return project;
    }

    private const string Labor = """
        {"items":[{"ExpenditureTypeId":1,"ExpenditureTypeName":"Labor","ExpenditureTypeClassesLOV":{"items":[],"hasMore":false}}],"hasMore":false}
        """;

    private const string CodeList = """
        [{"id":11,"flat_code":"26-240.SUB","segment_items":[
            {"code":"240","path_code":"26-240","name":"Switchboards","segment":{"type":"cost_code"}}]},
         {"id":12,"flat_code":"26-320.SUB","segment_items":[
            {"code":"320","path_code":"26-320","name":"Generators","segment":{"type":"cost_code"}}]}]
        """;

    /// <summary>Oracle lists these tasks from now on.</summary>
    internal static void Script(GatewayHost host, params JsonObject[] tasks)
    {
        const string Root = "/fscmRestApi/resources/11.13.18.05/";
        host.Oracle.On(
            "GET",
            Root + "projects?",
            """{"items":[{"ProjectId":300,"BusinessUnitName":"Unit","AllowCrossChargeFlag":true}],"hasMore":false}"""
        );
        host.Oracle.On(
            "GET",
            Root + "projects/300/child/Tasks",
            new JsonObject { ["items"] = new JsonArray([.. tasks.Select(task => task.DeepClone())]), ["hasMore"] = false }.ToJsonString()
        );
        host.Oracle.On("GET", Root + "projects/300/child/ProjectTransactionControls", """{"items":[],"hasMore":false}""");
        host.Oracle.On("GET", Root + "expenditureTypesLOV", Labor);
        host.Oracle.On(
            "GET",
            Root + "projectOrganizationsLOV",
            """{"items":[{"OrganizationId":1,"BusinessUnitId":3,"OrganizationName":"South","BusinessUnitName":"Third"}],"hasMore":false}"""
        );
    }
}
