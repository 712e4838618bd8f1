using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace PowerIntegration.Local.Tests.Dataverse;

public sealed class PersistenceTests
{
    [Fact]
    public async Task Committed_rows_keys_and_versions_survive_a_restart_and_rolled_back_ones_do_not()
    {
        var desk = Desk.Start(solution => solution.Step("Create", "cts_task", 40, plug => throw new InvalidPluginExecutionException("No.")));
        var customer = desk.Customer("Prairie", "X-1", 3);
        var id = desk.Service.Create(
            new Entity("cts_case")
            {
                ["cts_customerid"] = new EntityReference("cts_customer", customer),
                ["cts_amount"] = 10.5m,
                ["cts_due"] = new System.DateTime(2025, 10, 31),
            }
        );
        Desk.Fault(() => desk.Service.Create(new Entity("cts_task") { ["cts_name"] = "gone" }));
        var gone = desk.Customer("Gone");
        desk.Service.Delete("cts_customer", gone);
        var before = desk.Service.Retrieve("cts_case", id, new ColumnSet(true));

        await using var again = await desk.RestartAsync();
        var after = again.Service.Retrieve("cts_case", id, new ColumnSet(true));
        Assert.Equal(before.RowVersion, after.RowVersion);
        Assert.Equal(before.Attributes.Count, after.Attributes.Count);
        Assert.All(before.Attributes, attribute => Assert.Equal(attribute.Value, after[attribute.Key]));
        Assert.Equal((1, 0), (again.Count("cts_customer"), again.Count("cts_task")));
        Assert.Equal(0x80060892u, Desk.Fault(() => again.Customer("Other", "x-1")).Code);
        var later = again.Customer("Later");
        Assert.True(
            long.Parse(again.Service.Retrieve("cts_customer", later, new ColumnSet()).RowVersion, System.Globalization.CultureInfo.InvariantCulture)
                > long.Parse(after.RowVersion, System.Globalization.CultureInfo.InvariantCulture)
        );
    }
}
