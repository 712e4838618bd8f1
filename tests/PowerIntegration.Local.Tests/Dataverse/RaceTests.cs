using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace PowerIntegration.Local.Tests.Dataverse;

public sealed class RaceTests
{
    [Fact]
    public async Task Read_then_write_without_a_lock_loses_an_update()
    {
        using var bothHaveRead = new Barrier(2);
        var api = "";
        await using var desk = Desk.Start(solution =>
            api = solution.CustomApi(
                plug =>
                {
                    var counter = Read(plug);
                    bothHaveRead.SignalAndWait(TimeSpan.FromSeconds(20));
                    Write(plug, counter + 1);
                },
                new() { ["Id"] = 12 }
            )
        );
        Assert.Equal(1, await RunTwice(desk, api));
    }

    [Fact]
    public async Task Writing_the_row_before_reading_it_keeps_both_updates()
    {
        var api = "";
        using var start = new Barrier(2);
        await using var desk = Desk.Start(solution =>
            api = solution.CustomApi(
                plug =>
                {
                    start.SignalAndWait(TimeSpan.FromSeconds(20));
                    plug.Service.Update(new Entity("cts_customer", Id(plug)) { ["cts_note"] = "mine" });
                    Write(plug, Read(plug) + 1);
                },
                new() { ["Id"] = 12 }
            )
        );
        Assert.Equal(2, await RunTwice(desk, api));
    }

    [Fact]
    public async Task Two_creates_of_one_key_at_once_leave_one_row_and_one_refusal()
    {
        using var gate = new Gate();
        await using var desk = Desk.Start(solution => solution.Step("Create", "cts_customer", 40, plug => gate.HoldFirst()));
        var first = LockTests.OnThread(() => desk.Customer("First", "K-1"));
        gate.WaitUntilHeld();
        var second = Task.Run(() => Desk.Fault(() => desk.Customer("Second", "k-1")).Code);
        Assert.True(SpinWait.SpinUntil(() => desk.Dataverse.WaitingTransactions == 1, TimeSpan.FromSeconds(20)));
        gate.Release();
        await first;
        Assert.Equal(0x80060892u, await second);
        Assert.Equal(1, desk.Count("cts_customer"));
    }

    [Fact]
    public async Task A_key_whose_first_writer_rolls_back_goes_to_the_one_that_waited()
    {
        using var gate = new Gate();
        var fail = true;
        await using var desk = Desk.Start(solution =>
            solution.Step(
                "Create",
                "cts_customer",
                40,
                plug =>
                {
                    gate.HoldFirst();
                    if (fail)
                    {
                        fail = false;
                        throw new InvalidPluginExecutionException("No.");
                    }
                }
            )
        );
        var first = Task.Run(() => Desk.Fault(() => desk.Customer("First", "K-1")));
        gate.WaitUntilHeld();
        var second = LockTests.OnThread(() => desk.Customer("Second", "K-1"));
        Assert.True(SpinWait.SpinUntil(() => desk.Dataverse.WaitingTransactions == 1, TimeSpan.FromSeconds(20)));
        gate.Release();
        await Task.WhenAll(first, second);
        var row = Assert.Single(
            desk.Service.RetrieveMultiple(new QueryExpression("cts_customer") { ColumnSet = new ColumnSet("cts_name") }).Entities
        );
        Assert.Equal("Second", row["cts_name"]);
    }

    [Fact]
    public async Task A_row_deleted_while_another_transaction_points_to_it_is_not_pointed_to()
    {
        using var gate = new Gate();
        await using var desk = Desk.Start(solution => solution.Step("Create", "cts_case", 40, plug => gate.HoldFirst()));
        var customer = desk.Customer("Prairie");
        var create = Task.Run(() =>
            Desk.Fault(() => desk.Service.Create(new Entity("cts_case") { ["cts_customerid"] = new EntityReference("cts_customer", customer) })).Code
        );
        gate.WaitUntilHeld();
        desk.Service.Delete("cts_customer", customer);
        gate.Release();
        Assert.Equal(0x80040217u, await create);
        Assert.Equal(0, desk.Count("cts_case"));
    }

    private static async Task<int> RunTwice(Desk desk, string api)
    {
        var id = desk.Customer("Prairie", counter: 0);
        var request = new OrganizationRequest(api) { ["Id"] = id };
        await Task.WhenAll(LockTests.OnThread(() => desk.Service.Execute(request)), LockTests.OnThread(() => desk.Service.Execute(request)));
        return desk.Service.Retrieve("cts_customer", id, new ColumnSet("cts_counter")).GetAttributeValue<int>("cts_counter");
    }

    private static Guid Id(Plug plug) => (Guid)plug.Context.InputParameters["Id"];

    private static int Read(Plug plug) =>
        plug.Service.Retrieve("cts_customer", Id(plug), new ColumnSet("cts_counter")).GetAttributeValue<int>("cts_counter");

    private static void Write(Plug plug, int counter) => plug.Service.Update(new Entity("cts_customer", Id(plug)) { ["cts_counter"] = counter });
}
