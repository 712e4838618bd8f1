using Microsoft.Xrm.Sdk;
using Xunit;

namespace PowerIntegration.Local.Tests.Dataverse;

public sealed class TransactionTests
{
    [Theory]
    [InlineData(20)]
    [InlineData(40)]
    public async Task A_plug_in_that_throws_inside_the_transaction_takes_back_its_own_rows_and_the_request(int stage)
    {
        await using var desk = Desk.Start(solution =>
            solution.Step(
                "Create",
                "cts_customer",
                stage,
                plug =>
                {
                    plug.Service.Create(new Entity("cts_case") { ["cts_name"] = "log" });
                    throw new InvalidPluginExecutionException("No.");
                }
            )
        );
        Assert.Equal("No.", Desk.Fault(() => desk.Customer("Prairie")).Message);
        Assert.Equal(0, desk.Count("cts_customer"));
        Assert.Equal(0, desk.Count("cts_case"));
    }

    [Fact]
    public async Task What_stage_10_of_an_outermost_call_writes_stays_when_it_throws()
    {
        await using var desk = Desk.Start(LogAndThrowBeforeCreate);
        Desk.Fault(() => desk.Customer("Prairie"));
        Assert.Equal(1, desk.Count("cts_case"));
    }

    [Fact]
    public async Task What_stage_10_of_a_nested_call_writes_goes_with_its_caller()
    {
        await using var desk = Desk.Start(solution =>
        {
            LogAndThrowBeforeCreate(solution);
            solution.Step("Create", "cts_task", 20, plug => plug.Service.Create(new Entity("cts_customer") { ["cts_name"] = "nested" }));
        });
        Desk.Fault(() => desk.Service.Create(new Entity("cts_task") { ["cts_name"] = "outer" }));
        Assert.Equal(0, desk.Count("cts_case"));
    }

    [Theory]
    [InlineData(10, false)]
    [InlineData(20, true)]
    [InlineData(40, true)]
    public async Task IsInTransaction_tells_the_stages_apart(int stage, bool expected)
    {
        bool? seen = null;
        await using var desk = Desk.Start(solution => solution.Step("Create", "cts_customer", stage, plug => seen = plug.Context.IsInTransaction));
        desk.Customer("Prairie");
        Assert.Equal(expected, seen);
    }

    [Fact]
    public async Task A_transaction_reads_its_own_writes_and_others_do_not()
    {
        int? inside = null;
        Desk? desk = null;
        int? outside = null;
        desk = Desk.Start(solution =>
            solution.Step(
                "Create",
                "cts_customer",
                40,
                plug =>
                {
                    inside = plug.Service.RetrieveMultiple(new Microsoft.Xrm.Sdk.Query.QueryExpression("cts_customer")).Entities.Count;
                    outside = desk!.Count("cts_customer");
                }
            )
        );
        await using (desk)
        {
            desk.Customer("Prairie");
            Assert.Equal(1, inside);
            Assert.Equal(0, outside);
            Assert.Equal(1, desk.Count("cts_customer"));
        }
    }

    private static void LogAndThrowBeforeCreate(DeskSolution solution) =>
        solution.Step(
            "Create",
            "cts_customer",
            10,
            plug =>
            {
                plug.Service.Create(new Entity("cts_case") { ["cts_name"] = "log" });
                throw new InvalidPluginExecutionException("No.");
            }
        );
}
