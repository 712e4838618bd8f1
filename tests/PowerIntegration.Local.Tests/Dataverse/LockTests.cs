using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace PowerIntegration.Local.Tests.Dataverse;

public sealed class LockTests
{
    [Fact]
    public async Task A_second_writer_of_a_row_waits_and_then_sees_what_the_first_committed()
    {
        using var gate = new Gate();
        await using var desk = Desk.Start(solution => solution.Step("Update", "cts_customer", 40, plug => gate.HoldFirst(), filter: "cts_note"));
        var id = desk.Customer("Prairie", counter: 1);
        var first = OnThread(() => desk.Service.Update(new Entity("cts_customer", id) { ["cts_note"] = "first", ["cts_counter"] = 2 }));
        gate.WaitUntilHeld();
        var second = OnThread(() => desk.Service.Update(new Entity("cts_customer", id) { ["cts_limit"] = 5m }));
        Assert.True(SpinWait.SpinUntil(() => desk.Dataverse.WaitingTransactions == 1, TimeSpan.FromSeconds(20)));
        Assert.False(second.IsCompleted);
        gate.Release();
        await Task.WhenAll(first, second);
        var row = desk.Service.Retrieve("cts_customer", id, new ColumnSet(true));
        Assert.Equal(2, row["cts_counter"]);
        Assert.Equal(5m, row["cts_limit"]);
    }

    [Fact]
    public async Task A_reader_never_waits_and_sees_the_committed_row()
    {
        using var gate = new Gate();
        await using var desk = Desk.Start(solution => solution.Step("Update", "cts_customer", 40, plug => gate.HoldFirst()));
        var id = desk.Customer("Prairie", counter: 1);
        var writer = OnThread(() => desk.Service.Update(new Entity("cts_customer", id) { ["cts_counter"] = 2 }));
        gate.WaitUntilHeld();
        Assert.Equal(1, desk.Service.Retrieve("cts_customer", id, new ColumnSet("cts_counter"))["cts_counter"]);
        gate.Release();
        await writer;
        Assert.Equal(2, desk.Service.Retrieve("cts_customer", id, new ColumnSet("cts_counter"))["cts_counter"]);
    }

    [Fact]
    public async Task Two_transactions_that_wait_for_each_other_cost_one_of_them_its_life()
    {
        using var both = new Barrier(2);
        await using var desk = Desk.Start(solution =>
            solution.Step(
                "Update",
                "cts_customer",
                40,
                plug =>
                {
                    if (plug.Context.Depth == 1)
                    {
                        both.SignalAndWait(TimeSpan.FromSeconds(20));
                        plug.Service.Update(new Entity("cts_customer", Other(plug)) { ["cts_counter"] = 9 });
                    }
                }
            )
        );
        var one = desk.Customer("One", "1");
        var two = desk.Customer("Two", "2");
        var first = OnThread(() => desk.Service.Update(new Entity("cts_customer", one) { ["cts_note"] = two.ToString() }));
        var second = OnThread(() => desk.Service.Update(new Entity("cts_customer", two) { ["cts_note"] = one.ToString() }));
        var failures = 0;
        foreach (var task in new[] { first, second })
        {
            try
            {
                await task;
            }
            catch (System.ServiceModel.FaultException<OrganizationServiceFault> fault)
            {
                Assert.Contains("1205", fault.Message, StringComparison.Ordinal);
                failures++;
            }
        }

        Assert.Equal(1, failures);
    }

    [Fact]
    public async Task A_wait_for_a_lock_is_bounded()
    {
        using var gate = new Gate();
        await using var desk = Desk.Start(
            solution => solution.Step("Update", "cts_customer", 40, plug => gate.HoldFirst(), filter: "cts_note"),
            lockWaitMax: TimeSpan.FromMilliseconds(50)
        );
        var id = desk.Customer("Prairie");
        var first = OnThread(() => desk.Service.Update(new Entity("cts_customer", id) { ["cts_note"] = "first" }));
        gate.WaitUntilHeld();
        Assert.Equal(0x80044151u, Desk.Fault(() => desk.Service.Update(new Entity("cts_customer", id) { ["cts_counter"] = 2 })).Code);
        gate.Release();
        await first;
    }

    [Fact]
    public async Task A_lock_is_free_again_after_a_rollback()
    {
        await using var desk = Desk.Start(solution =>
            solution.Step("Update", "cts_customer", 40, plug => throw new InvalidPluginExecutionException("No."), filter: "cts_note")
        );
        var id = desk.Customer("Prairie");
        Desk.Fault(() => desk.Service.Update(new Entity("cts_customer", id) { ["cts_note"] = "first" }));
        desk.Service.Update(new Entity("cts_customer", id) { ["cts_counter"] = 3 });
        Assert.Equal(3, desk.Service.Retrieve("cts_customer", id, new ColumnSet("cts_counter"))["cts_counter"]);
    }

    internal static Task OnThread(Action action) =>
        Task.Factory.StartNew(action, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private static Guid Other(Plug plug) => Guid.Parse(plug.Target.GetAttributeValue<string>("cts_note"));
}
