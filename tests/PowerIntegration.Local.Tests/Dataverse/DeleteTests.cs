using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace PowerIntegration.Local.Tests.Dataverse;

public sealed class DeleteTests
{
    [Fact]
    public async Task Restrict_refuses_cascade_takes_along_and_remove_link_empties()
    {
        await using var desk = Desk.Start();
        var customer = desk.Customer("Prairie");
        var watcher = desk.Customer("Watcher");
        var id = desk.Service.Create(new Entity("cts_case") { ["cts_customerid"] = new EntityReference("cts_customer", customer) });
        var task = desk.Service.Create(
            new Entity("cts_task")
            {
                ["cts_caseid"] = new EntityReference("cts_case", id),
                ["cts_watcherid"] = new EntityReference("cts_customer", watcher),
            }
        );
        var refused = await desk.SendAsync("DELETE", $"cts_customers({customer})");
        Assert.Equal((400, "0x80040227"), (refused.Status, refused.Code));
        desk.Service.Delete("cts_customer", watcher);
        Assert.False(desk.Service.Retrieve("cts_task", task, new ColumnSet("cts_watcherid")).Contains("cts_watcherid"));
        desk.Service.Delete("cts_case", id);
        Assert.Equal(0, desk.Count("cts_task"));
        desk.Service.Delete("cts_customer", customer);
    }

    [Fact]
    public async Task A_row_that_is_not_there_answers_404_with_the_platforms_sentence()
    {
        await using var desk = Desk.Start();
        var answer = await desk.SendAsync("DELETE", "cts_customers(11111111-1111-4111-8111-111111111111)");
        Assert.Equal((404, "0x80040217"), (answer.Status, answer.Code));
        Assert.EndsWith("With Id = 11111111-1111-4111-8111-111111111111 Does Not Exist", answer.Message, System.StringComparison.Ordinal);
    }
}
