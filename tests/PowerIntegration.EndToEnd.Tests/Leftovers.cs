using PowerIntegration.Sandbox.Demo;
using Xunit;

namespace PowerIntegration.EndToEnd.Tests;

/// <summary>What must hold after processes were killed and the sweeps went on with what was left.</summary>
internal static class Leftovers
{
    private const string Label = "@OData.Community.Display.V1.FormattedValue";

    public static async Task AssertPostedAsync(SandboxDriver driver, string kind)
    {
        var open = (await driver.RowsAsync("pint_documents"))
            .Where(row => row["pint_documentstate" + Label]!.ToString() is not ("Posted" or "Superseded"))
            .Select(row => $"{row["pint_name"]} {row["pint_documentstate" + Label]} {row["pint_reason"]}");
        Assert.True(!open.Any(), $"Killed at {kind}: {string.Join("; ", open)}");
        var events = (await driver.RowsAsync("pint_inboundevents"))
            .Where(row => row["pint_eventstate" + Label]!.ToString() != "Read")
            .Select(row => $"{row["pint_name"]} {row["pint_eventstate" + Label]} {row["pint_message"]}");
        Assert.True(!events.Any(), $"Killed at {kind}: {string.Join("; ", events)}");
    }

    public static async Task AssertNothingLostOrDoubledAsync(SandboxDriver driver)
    {
        var reader = new VendorReader(driver.Sandbox.Client, driver.Sandbox.Root, driver.Sandbox.Credentials);
        var invoices = await reader.InvoicesAsync(SandboxDriver.Cancellation);
        Assert.Equal(invoices.Count, invoices.Select(invoice => (invoice.Supplier, invoice.Number)).Distinct().Count());
        var balances = await reader.BalancesAsync("562949953421312", "562949953500001", invoices, SandboxDriver.Cancellation);
        Assert.Equal(3, balances.Count);
        Assert.All(balances, balance => Assert.True(balance.Unexplained == 0m, balance.ToString()));
    }
}
