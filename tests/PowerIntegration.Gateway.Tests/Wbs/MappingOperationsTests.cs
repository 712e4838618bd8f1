using System.Net.Http;
using System.Text.Json;
using Microsoft.Xrm.Sdk;
using PowerIntegration.Gateway.Tests.Fixtures;
using PowerIntegration.Gateway.Wbs.Mapping;
using PowerIntegration.Tables;
using Xunit;

namespace PowerIntegration.Gateway.Tests.Wbs;

/// <summary>What people who build flows ask about a mapping, and what they enter.</summary>
public sealed class MappingOperationsTests
{
    private const string Codes = "/mapping/projects/7/codes";

    [Fact]
    public async Task Segments_say_which_of_them_names_the_task()
    {
        await using var host = await GatewayHost.StartAsync();
        Arrange(host);
        host.Procore.On(
            "GET",
            "/rest/v1.0/projects/7/work_breakdown_structure/patterns",
            """
            {"segments":[{"id":1,"type":"cost_code","name":"Cost Code","structure":"tiered"},
                         {"id":2,"type":"line_item_type","name":"Cost Type","structure":"flat"},
                         {"id":3,"type":"custom","name":"oracle task","structure":"flat"},
                         {"id":4,"type":"custom","name":"Area","structure":"flat"}]}
            """
        );

        Assert.Equal(
            """{"value":[{"name":"Cost Code","kind":"CostCode","isTiered":true,"namesTask":false},"""
                + """{"name":"Cost Type","kind":"CostType","isTiered":false,"namesTask":false},"""
                + """{"name":"oracle task","kind":"Custom","isTiered":false,"namesTask":true},"""
                + """{"name":"Area","kind":"Custom","isTiered":false,"namesTask":false}]}""",
            (await host.GetAsync("/procore/projects/7/segments")).Ok().Body.GetRawText()
        );
    }

    [Fact]
    public async Task A_code_says_whether_it_is_covered_by_which_rule_and_what_money_is_on_it()
    {
        await using var host = await GatewayHost.StartAsync();
        var (project, task) = Arrange(host);
        Code(host, project, "1", "26-240", 500m, 120.50m);
        Code(host, project, "2", "07-840", 300m, 0m);
        Code(host, project, "3", "03-300", 10m, 0m);
        Rule(host, project, task, "A", "26-240");
        Rule(host, project, task, "B", "03-3*");
        Rule(host, project, task, "C", "03-3*");

        var answer = (await host.GetAsync(Codes + "?asOf=2025-10-31")).Ok();

        Assert.Equal(3, answer.Number("total"));
        Assert.Equal(
            [
                "26-240 Covered RULE-A 2600 Subcontract 500 120.50 -",
                "07-840 Uncovered - - - 300 0 Code 07-840",
                "03-300 Ambiguous RULE-B; RULE-C - - 10 0 Code 03-300",
            ],
            answer.Body.GetProperty("value").EnumerateArray().Select(Line)
        );
        Assert.Equal("Uncovered", One((await host.GetAsync(Codes + "?state=Uncovered")).Ok()).GetProperty("state").GetString());
        // Before the rules begin nothing is covered.
        Assert.Equal(3, (await host.GetAsync(Codes + "?asOf=2024-12-31&state=Uncovered")).Ok().Number("total"));
        (await host.GetAsync(Codes + "?state=mapped")).Problem(400, "request-unreadable");
        Assert.Contains(
            "asOf is '31.10.2025'",
            (await host.GetAsync(Codes + "?asOf=31.10.2025")).Problem(400, "request-unreadable"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Project 8 of Procore",
            (await host.GetAsync("/mapping/projects/8/codes")).Problem(404, "project-unknown"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task More_codes_than_fit_are_on_the_next_page()
    {
        await using var host = await GatewayHost.StartAsync();
        var (project, _) = Arrange(host);
        for (var number = 0; number <= CodeList.CodesMax; number++)
        {
            Code(host, project, number.ToString("D5", CultureInfo.InvariantCulture), "07-" + number, 1m, 0m);
        }

        var first = (await host.GetAsync(Codes)).Ok();
        Assert.Equal((CodeList.CodesMax, CodeList.CodesMax + 1), (first.Body.GetProperty("value").GetArrayLength(), first.Number("total")));
        var next = Uri.EscapeDataString(first.Body.GetProperty("next").GetString()!);
        var second = (await host.GetAsync($"{Codes}?after={next}")).Ok();
        Assert.Equal("07-" + CodeList.CodesMax, One(second).GetProperty("code").GetString());
        Assert.Equal(JsonValueKind.Null, second.Body.GetProperty("next").ValueKind);
    }

    [Fact]
    public async Task A_code_is_resolved_by_its_key_or_its_segments_and_the_trail_says_why()
    {
        await using var host = await GatewayHost.StartAsync();
        var (project, task) = Arrange(host);
        var key = Code(host, project, "1", "26-240", 500m, 0m);
        Rule(host, project, task, "A", "26-240");
        Rule(host, project, task, "B", "26-*");

        var byKey = (await PostAsync(host, "/mapping/resolve", $$"""{"projectId":"7","asOf":"2025-10-31","code":"{{key}}"}""")).Ok();
        var bySegments = (
            await PostAsync(host, "/mapping/resolve", """{"projectId":"7","asOf":"2025-10-31","costCode":"26-240","costType":"SUB"}""")
        ).Ok();

        Assert.Equal(byKey.Body.GetRawText(), bySegments.Body.GetRawText());
        Assert.Equal(("Resolved", "2600", "RULE-A"), (byKey.Text("state"), byKey.Text("taskNumber"), byKey.Text("rule")));
        Assert.Equal(
            ["Rule RULE-A (project; cost code 26-240, cost type SUB) decides: no other rule is as specific.", "is less specific than RULE-A."],
            byKey.Body.GetProperty("trail").EnumerateArray().Select((line, at) => at == 0 ? line.GetString()! : line.GetString()![^29..])
        );
        var refused = (await PostAsync(host, "/mapping/resolve", """{"projectId":"7","asOf":"2024-10-31","costCode":"26-240"}""")).Ok();
        Assert.Equal(("Refused", "wbs-unmapped"), (refused.Text("state"), refused.Text("reasonCode")));
        const string Both = """{"projectId":"7","asOf":"2025-10-31","code":"x","costCode":"26-240"}""";
        Assert.Contains(
            "one or the other",
            (await PostAsync(host, "/mapping/resolve", Both)).Problem(400, "request-unreadable"),
            StringComparison.Ordinal
        );
        const string Strange = """{"projectId":"7","asOf":"2025-10-31","code":"x"}""";
        Assert.Contains(
            "code is 'x'",
            (await PostAsync(host, "/mapping/resolve", Strange)).Problem(400, "request-unreadable"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_draft_is_entered_for_the_account_of_the_token_whatever_the_request_says()
    {
        await using var host = await GatewayHost.StartAsync();
        var (project, _) = Arrange(host);
        ParameterCollection? sent = null;
        host.Dataverse.Api = (api, inputs) =>
        {
            sent = api == "pint_DraftMapping" ? inputs : null;
            return new ParameterCollection
            {
                { "State", "Drafted" },
                { "RuleId", "r" },
                { "ReasonCode", "" },
                { "Message", "Entered." },
            };
        };

        var answer = (
            await PostAsync(
                host,
                "/mapping/drafts",
                """{"projectId":"7","expenditureType":"Subcontract","validFrom":"2025-01-01","costCode":"07-840","personId":"another"}"""
            )
        ).Ok();

        Assert.Equal("""{"state":"Drafted","ruleId":"r","reasonCode":null,"message":"Entered."}""", answer.Body.GetRawText());
        Assert.Equal((project, "07-840", ""), (sent!["ProjectId"], sent["CostCode"], sent["TaskNumber"]));
        Assert.Equal(TokenFacts.Person.ObjectId, sent["PersonId"]);
    }

    [Fact]
    public async Task A_proof_is_started_and_its_run_says_what_became_of_it()
    {
        await using var host = await GatewayHost.StartAsync();
        var (project, _) = Arrange(host);
        var run = host.Dataverse.Add(
            RunTable.LogicalName,
            "LAKESHORE|1|RUN|COVERAGE|7|1",
            (RunTable.EnvironmentId, new EntityReference(EnvironmentTable.LogicalName, host.EnvironmentId)),
            (RunTable.RunKind, new OptionSetValue(RunKindChoice.CoverageProof)),
            (RunTable.RunState, new OptionSetValue(RunStateChoice.Waiting)),
            (RunTable.Name, "Coverage of Tower")
        );
        ParameterCollection? sent = null;
        host.Dataverse.Api = (_, inputs) =>
        {
            sent = inputs;
            return new ParameterCollection
            {
                { "State", "Waiting" },
                { "RunId", run.Id.ToString("D") },
                { "Message", "Started." },
            };
        };

        var started = (await PostAsync(host, "/mapping/coverage", """{"projectId":"7","fromDate":"2025-10-31"}""")).Ok();
        Assert.Equal((project, "2025-10-31", ""), (sent!["ProjectId"], sent["FromDate"], sent["ToDate"]));
        Assert.Equal(("Waiting", run.Id.ToString("D")), (started.Text("state"), started.Text("runId")));

        var waiting = (await host.GetAsync($"/mapping/coverage/{run.Id:D}")).Ok();
        Assert.Equal(
            ("Waiting", "Coverage of Tower: not finished yet. Ask again in some minutes."),
            (waiting.Text("state"), waiting.Text("message"))
        );
        run[RunTable.RunState] = new OptionSetValue(RunStateChoice.Finished);
        run[RunTable.Message] = "1 of 2 codes.";
        run[RunTable.Faults] = 1;
        run[RunTable.AmountAtRisk] = 250.50m;
        var finished = (await host.GetAsync($"/mapping/coverage/{run.Id:D}")).Ok();
        Assert.Equal(("Finished", "1 of 2 codes.", 1), (finished.Text("state"), finished.Text("message"), finished.Number("faults")));
        run[RunTable.RunKind] = new OptionSetValue(RunKindChoice.TaskSegment);
        (await host.GetAsync($"/mapping/coverage/{run.Id:D}")).Problem(404, "run-unknown");
    }

    [Fact]
    public async Task Types_organizations_and_tasks_are_what_codings_are_checked_against()
    {
        await using var host = await GatewayHost.StartAsync();
        Arrange(host);
        var environment = new EntityReference(EnvironmentTable.LogicalName, host.EnvironmentId);
        host.Dataverse.Add(
            OracleExpenditureTypeTable.LogicalName,
            "T",
            (OracleExpenditureTypeTable.EnvironmentId, environment),
            (OracleExpenditureTypeTable.Name, "Subcontract"),
            (OracleExpenditureTypeTable.Classes, "Supplier Invoices"),
            (OracleExpenditureTypeTable.Active, true),
            (OracleExpenditureTypeTable.StartDate, new DateTime(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc))
        );
        host.Dataverse.Add(
            OracleOrganizationTable.LogicalName,
            "O",
            (OracleOrganizationTable.EnvironmentId, environment),
            (OracleOrganizationTable.Name, "Field"),
            (OracleOrganizationTable.OwnsExpenditures, true)
        );

        Assert.Equal(
            """{"value":[{"name":"Subcontract","classes":"Supplier Invoices","active":true,"startDate":"2025-01-01","finishDate":null}]}""",
            (await host.GetAsync("/mapping/expendituretypes")).Ok().Body.GetRawText()
        );
        Assert.Equal(
            """{"value":[{"name":"Field","businessUnit":null,"ownsExpenditures":true,"startDate":null,"finishDate":null}]}""",
            (await host.GetAsync("/mapping/organizations")).Ok().Body.GetRawText()
        );
        Assert.Equal(
            """{"value":[{"taskNumber":"2600","name":"Switchgear","chargeable":true,"lowestLevel":true}]}""",
            (await host.GetAsync("/mapping/projects/7/tasks")).Ok().Body.GetRawText()
        );
    }

    private static Task<Answer> PostAsync(GatewayHost host, string path, string body) =>
        host.SendAsync(HttpMethod.Post, "/api/v1" + path, host.Tokens.Good("Read"), body);

    private static JsonElement One(Answer answer) => Assert.Single(answer.Body.GetProperty("value").EnumerateArray());

    private static string Line(JsonElement code) =>
        string.Join(
            " ",
            new[] { "code", "state", "rule", "taskNumber", "expenditureType", "committed", "billed", "message" }.Select(name =>
                code.GetProperty(name) is { ValueKind: not JsonValueKind.Null } value ? Short(value.ToString()) : "-"
            )
        );

    private static string Short(string text) =>
        text.StartsWith("Code ", StringComparison.Ordinal) ? string.Join(' ', text.Split(' ', ':').Take(2)) : text;

    private static (Guid Project, Guid Task) Arrange(GatewayHost host)
    {
        var project = host
            .Dataverse.Add(
                ProjectTable.LogicalName,
                "LAKESHORE|1|PROCORE|PROJECT|7",
                (ProjectTable.Name, "Tower"),
                (ProjectTable.ProcoreId, "7"),
                (ProjectTable.TaskSegment, "Oracle Task"),
                (ProjectTable.EnvironmentId, new EntityReference(EnvironmentTable.LogicalName, host.EnvironmentId)),
                (ProjectTable.OracleProjectNumber, "P-1"),
                (ProjectTable.ExpenditureOrganization, "Org"),
                (ProjectTable.RuleState, new OptionSetValue(RuleStateChoice.Active))
            )
            .Id;
        var task = host.Dataverse.Add(
            OracleTaskTable.LogicalName,
            "TASK-2600",
            (OracleTaskTable.ProjectId, new EntityReference(ProjectTable.LogicalName, project)),
            (OracleTaskTable.TaskNumber, "2600"),
            (OracleTaskTable.Name, "2600 Switchgear"),
            (OracleTaskTable.LowestLevel, true),
            (OracleTaskTable.Chargeable, true)
        );
        return (project, task.Id);
    }

    private static string Code(GatewayHost host, Guid project, string id, string costCode, decimal committed, decimal billed)
    {
        var key = "LAKESHORE|1|PROCORE|WBS-CODE|7|" + id;
        host.Dataverse.Add(
            ProcoreWbsCodeTable.LogicalName,
            key,
            (ProcoreWbsCodeTable.ProjectId, new EntityReference(ProjectTable.LogicalName, project)),
            (ProcoreWbsCodeTable.FlatCode, costCode),
            (ProcoreWbsCodeTable.CostCode, costCode),
            (ProcoreWbsCodeTable.CostType, "SUB"),
            (ProcoreWbsCodeTable.Committed, committed),
            (ProcoreWbsCodeTable.Billed, billed)
        );
        return key;
    }

    private static void Rule(GatewayHost host, Guid project, Guid task, string name, string costCode) =>
        host.Dataverse.Add(
            WbsMappingRuleTable.LogicalName,
            "RULE-" + name,
            (WbsMappingRuleTable.Name, name),
            (WbsMappingRuleTable.ProjectId, new EntityReference(ProjectTable.LogicalName, project)),
            (WbsMappingRuleTable.RuleState, new OptionSetValue(RuleStateChoice.Active)),
            (WbsMappingRuleTable.CostCode, costCode),
            (WbsMappingRuleTable.CostType, "SUB"),
            (WbsMappingRuleTable.OracleTaskId, new EntityReference(OracleTaskTable.LogicalName, task)),
            (WbsMappingRuleTable.ExpenditureType, "Subcontract"),
            (WbsMappingRuleTable.ValidFrom, new DateTime(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc))
        );
}
