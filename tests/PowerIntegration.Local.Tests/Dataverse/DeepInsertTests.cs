using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace PowerIntegration.Local.Tests.Dataverse;

public sealed class DeepInsertTests
{
    private const string CaseWithTasks = """
        {"cts_name":"case","cts_CustomerId":{"cts_name":"Prairie","cts_externalref":"X-1"},
         "cts_case_task":[{"cts_name":"one","cts_line":1},{"cts_name":"two","cts_line":2,
         "cts_WatcherId@odata.bind":"/cts_customers(cts_externalref='X-1')"}]}
        """;

    [Fact]
    public async Task One_post_creates_a_row_what_it_points_to_and_what_points_to_it()
    {
        await using var desk = Desk.Start();
        var answer = await desk.SendAsync("POST", "cts_cases", CaseWithTasks, null, ("Prefer", "return=representation"));
        Assert.Equal(201, answer.Status);
        var read = await desk.GetAsync(
            $"cts_cases({answer.Json!["cts_caseid"]})?$select=cts_name&$expand=cts_CustomerId($select=cts_name),cts_case_task($select=cts_name,"
                + "_cts_watcherid_value;$orderby=cts_line desc)"
        );
        Assert.Equal("Prairie", (string?)read.Json!["cts_CustomerId"]!["cts_name"]);
        var tasks = read.Json["cts_case_task"]!.AsArray();
        Assert.Equal("two", (string?)tasks[0]!["cts_name"]);
        Assert.Equal((string?)read.Json["cts_CustomerId"]!["cts_customerid"], (string?)tasks[0]!["_cts_watcherid_value"]);
        Assert.Null(tasks[1]!["_cts_watcherid_value"]);
    }

    [Fact]
    public async Task One_bad_line_leaves_nothing_of_the_whole()
    {
        await using var desk = Desk.Start();
        var answer = await desk.SendAsync(
            "POST",
            "cts_cases",
            CaseWithTasks.Replace("\"cts_line\":2", "\"cts_line\":1", System.StringComparison.Ordinal)
        );
        Assert.Equal((412, "0x80060892"), (answer.Status, answer.Code));
        Assert.Equal((0, 0, 0), (desk.Count("cts_case"), desk.Count("cts_task"), desk.Count("cts_customer")));
    }

    [Fact]
    public async Task Every_row_of_a_deep_insert_runs_its_own_steps()
    {
        var lines = 0;
        await using var desk = Desk.Start(solution =>
            solution.Step("Create", "cts_task", 20, plug => lines += plug.Target.GetAttributeValue<int>("cts_line"))
        );
        await desk.SendAsync("POST", "cts_cases", CaseWithTasks);
        Assert.Equal(3, lines);
    }

    [Fact]
    public async Task A_plug_in_writes_a_parent_with_its_lines_in_one_request()
    {
        await using var desk = Desk.Start(solution =>
            solution.Step(
                "Create",
                "cts_customer",
                40,
                plug =>
                {
                    var parent = new Entity("cts_case") { ["cts_name"] = "case" };
                    var lines = new EntityCollection { EntityName = "cts_task" };
                    for (var line = 1; line <= 3; line++)
                    {
                        lines.Entities.Add(new Entity("cts_task") { ["cts_line"] = line });
                    }

                    parent.RelatedEntities[new Relationship("cts_case_task")] = lines;
                    plug.Service.Create(parent);
                }
            )
        );
        desk.Customer("Prairie");
        Assert.Equal(3, desk.Count("cts_task"));
        Assert.Equal(1, desk.Dataverse.RequestsByMessage["Create"].RequestsMax);
    }

    [Fact]
    public async Task Two_thousand_lines_go_in_one_request()
    {
        await using var desk = Desk.Start();
        var parent = new Entity("cts_case") { ["cts_name"] = "case" };
        var lines = new EntityCollection { EntityName = "cts_task" };
        for (var line = 1; line <= 2000; line++)
        {
            lines.Entities.Add(new Entity("cts_task") { ["cts_line"] = line });
        }

        parent.RelatedEntities[new Relationship("cts_case_task")] = lines;
        var id = desk.Service.Create(parent);
        var query = new QueryExpression("cts_task");
        query.Criteria.AddCondition("cts_caseid", ConditionOperator.Equal, id);
        Assert.Equal(2000, desk.Service.RetrieveMultiple(query).Entities.Count);
    }
}
