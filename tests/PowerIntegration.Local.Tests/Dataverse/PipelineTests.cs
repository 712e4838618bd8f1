using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace PowerIntegration.Local.Tests.Dataverse;

public sealed class PipelineTests
{
    [Fact]
    public async Task Stages_run_in_order_and_within_a_stage_the_lowest_rank_runs_first()
    {
        var order = new List<string>();
        await using var desk = Desk.Start(solution =>
            solution
                .Step("Create", "cts_customer", 40, plug => order.Add("40"))
                .Step("Create", "cts_customer", 20, plug => order.Add("20/2"), rank: 2)
                .Step("Create", "cts_customer", 20, plug => order.Add("20/1"), rank: 1)
                .Step("Create", "cts_customer", 10, plug => order.Add("10"))
                .Step("Create", "cts_case", 20, plug => order.Add("another table"))
        );
        desk.Customer("Prairie");
        Assert.Equal(["10", "20/1", "20/2", "40"], order);
    }

    [Fact]
    public async Task What_a_plug_in_changes_in_the_target_is_saved_before_the_operation_and_not_after()
    {
        await using var desk = Desk.Start(solution =>
            solution
                .Step(
                    "Create",
                    "cts_customer",
                    20,
                    plug =>
                    {
                        plug.Target["cts_counter"] = 5;
                        plug.Target.Attributes.Remove("cts_note");
                    }
                )
                .Step("Create", "cts_customer", 40, plug => plug.Target["cts_counter"] = 6)
        );
        var id = desk.Service.Create(new Entity("cts_customer") { ["cts_name"] = "Prairie", ["cts_note"] = "gone" });
        var row = desk.Service.Retrieve("cts_customer", id, new ColumnSet(true));
        Assert.Equal(5, row["cts_counter"]);
        Assert.False(row.Contains("cts_note"));
    }

    [Fact]
    public async Task A_plug_in_changes_its_own_copy_of_the_target_and_not_the_callers_object()
    {
        await using var desk = Desk.Start(solution => solution.Step("Create", "cts_customer", 20, plug => plug.Target["cts_counter"] = 5));
        var mine = new Entity("cts_customer") { ["cts_name"] = "Prairie" };
        desk.Service.Create(mine);
        Assert.False(mine.Contains("cts_counter"));
    }

    [Theory]
    [InlineData("cts_counter", 1)]
    [InlineData("cts_note", 0)]
    public async Task Filtering_attributes_test_that_an_update_names_the_column_even_with_the_same_value(string column, int expected)
    {
        var runs = 0;
        await using var desk = Desk.Start(solution => solution.Step("Update", "cts_customer", 40, plug => runs++, filter: "cts_counter,cts_limit"));
        var id = desk.Customer("Prairie", counter: 1);
        desk.Service.Update(new Entity("cts_customer", id) { [column] = column == "cts_counter" ? 1 : "text" });
        Assert.Equal(expected, runs);
    }

    [Fact]
    public async Task Shared_variables_of_stage_10_are_read_one_context_up_and_those_of_20_directly()
    {
        object? fromTen = null;
        object? direct = null;
        var ownHasTen = true;
        await using var desk = Desk.Start(solution =>
            solution
                .Step("Create", "cts_customer", 10, plug => plug.Context.SharedVariables["ten"] = 10)
                .Step("Create", "cts_customer", 20, plug => plug.Context.SharedVariables["twenty"] = 20)
                .Step(
                    "Create",
                    "cts_customer",
                    40,
                    plug =>
                    {
                        fromTen = plug.Context.ParentContext.SharedVariables["ten"];
                        ownHasTen = plug.Context.SharedVariables.Contains("ten");
                        direct = plug.Context.SharedVariables["twenty"];
                    }
                )
        );
        desk.Customer("Prairie");
        Assert.Equal(10, fromTen);
        Assert.False(ownHasTen);
        Assert.Equal(20, direct);
    }

    [Fact]
    public async Task The_tag_of_a_request_arrives_as_a_shared_variable()
    {
        object? tag = null;
        await using var desk = Desk.Start(solution => solution.Step("Create", "cts_customer", 10, plug => tag = plug.Context.SharedVariables["tag"]));
        Assert.Equal(204, (await desk.SendAsync("POST", "cts_customers?tag=night+run", """{"cts_name":"Prairie"}""")).Status);
        Assert.Equal("night run", tag);
    }

    [Fact]
    public async Task The_ninth_level_of_plug_ins_calling_plug_ins_is_refused_and_takes_all_with_it()
    {
        var deepest = 0;
        await using var desk = Desk.Start(solution =>
            solution.Step(
                "Create",
                "cts_customer",
                20,
                plug =>
                {
                    deepest = Math.Max(deepest, plug.Context.Depth);
                    plug.Service.Create(new Entity("cts_customer") { ["cts_name"] = "deeper" });
                }
            )
        );
        Assert.Equal(0x80044182u, Desk.Fault(() => desk.Customer("Prairie")).Code);
        Assert.Equal(8, deepest);
        Assert.Equal(0, desk.Count("cts_customer"));
    }

    [Fact]
    public async Task One_instance_serves_all_executions_of_a_step_and_gets_both_configurations()
    {
        await using var desk = Desk.Start(solution => solution.CountingStep("Create", "cts_customer", 20, "setting"));
        desk.Customer("One");
        var second = desk.Customer("Two");
        Assert.Equal("setting|none|2", desk.Service.Retrieve("cts_customer", second, new ColumnSet("cts_note"))["cts_note"]);
    }

    [Fact]
    public async Task Two_executions_of_one_step_run_at_the_same_time()
    {
        using var meet = new Barrier(2);
        var met = 0;
        await using var desk = Desk.Start(solution =>
            solution.Step(
                "Create",
                "cts_customer",
                20,
                plug =>
                {
                    if (meet.SignalAndWait(TimeSpan.FromSeconds(20)))
                    {
                        Interlocked.Increment(ref met);
                    }
                }
            )
        );
        await Task.WhenAll(LockTests.OnThread(() => desk.Customer("One")), LockTests.OnThread(() => desk.Customer("Two")));
        Assert.Equal(2, met);
    }

    [Theory]
    [InlineData("ExecuteMultiple")]
    [InlineData("CreateMultiple")]
    [InlineData("UpsertMultiple")]
    public async Task A_plug_in_may_not_send_bulk_messages(string message)
    {
        await using var desk = Desk.Start(solution =>
            solution.Step("Create", "cts_customer", 20, plug => plug.Service.Execute(new OrganizationRequest(message)))
        );
        Assert.Contains("not supported in plug-in code", Desk.Fault(() => desk.Customer("Prairie")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_runs_as_the_user_it_names_and_still_knows_who_began()
    {
        (Guid User, Guid Initiating, Guid Created)? seen = null;
        await using var desk = Desk.Start(solution =>
            solution.Step(
                "Create",
                "cts_case",
                40,
                plug =>
                {
                    var task = plug.Service.Create(new Entity("cts_task") { ["cts_name"] = "by step" });
                    var owner = plug.Service.Retrieve("cts_task", task, new ColumnSet("ownerid")).GetAttributeValue<EntityReference>("ownerid").Id;
                    seen = (plug.Context.UserId, plug.Context.InitiatingUserId, owner);
                },
                runAs: "agent person"
            )
        );
        desk.Service.Create(new Entity("cts_case") { ["cts_name"] = "case" });
        Assert.Equal((Desk.Agent.SystemUserId, Desk.Admin.SystemUserId, Desk.Agent.SystemUserId), seen);
    }

    [Fact]
    public async Task An_upsert_runs_the_steps_of_what_it_turns_out_to_be()
    {
        var ran = new List<string>();
        await using var desk = Desk.Start(solution =>
            solution
                .Step("Create", "cts_customer", 40, plug => ran.Add(plug.Context.MessageName))
                .Step("Update", "cts_customer", 40, plug => ran.Add(plug.Context.MessageName))
        );
        var row = new Entity("cts_customer", "cts_externalref", "X-1") { ["cts_name"] = "Prairie" };
        Assert.True(((UpsertResponse)desk.Service.Execute(new UpsertRequest { Target = row })).RecordCreated);
        Assert.False(((UpsertResponse)desk.Service.Execute(new UpsertRequest { Target = row })).RecordCreated);
        Assert.Equal(["Create", "Update"], ran);
    }

    [Fact]
    public async Task The_requests_of_each_execution_are_counted_and_its_trace_is_kept()
    {
        await using var desk = Desk.Start(solution =>
            solution.Step(
                "Create",
                "cts_customer",
                40,
                plug =>
                {
                    plug.Trace.Trace("customer {0}", "seen");
                    plug.Service.Create(new Entity("cts_case") { ["cts_name"] = "one" });
                    plug.Service.RetrieveMultiple(new QueryExpression("cts_case"));
                }
            )
        );
        desk.Customer("Prairie");
        desk.Customer("Halsted");
        var count = desk.Dataverse.RequestsByMessage["Create"];
        Assert.Equal((2, 4, 2), (count.Executions, count.Requests, count.RequestsMax));
        var execution = desk.Dataverse.Executions[0];
        Assert.Equal(["Create", "RetrieveMultiple"], execution.Requests);
        Assert.Equal("customer seen", execution.Trace.Trim());
    }
}
