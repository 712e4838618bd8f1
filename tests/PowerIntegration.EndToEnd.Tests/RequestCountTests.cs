using Xunit;

namespace PowerIntegration.EndToEnd.Tests;

/// <summary>What one invoice costs, from the poll that finds it to the posting, over what a poll without news costs.</summary>
public sealed class RequestCountTests
{
    private const int Invoices = 3;

    // The first poll with news also fills the cache of the project's WBS codes; its invoices share that.
    private const int FirstPoll = 3;

    // Periods of three applications, types, organizations, the project, its tasks and its controls, which are read again after an hour, whatever is
    // billed.
    private const int Structure = 8;

    // What is posted changes the open work on codes, which the proof of the next day writes at once.
    private const int OpenWork = 1;

    [Fact]
    public async Task An_invoice_costs_thirteen_requests_to_Dataverse_and_five_to_Oracle_and_three_to_Procore()
    {
        await using var driver = await SandboxDriver.StartAsync();
        await driver.AddFirestoppingRuleAsync("0784");
        // Each month is a night later, so that its poll comes with the checks of a night, which no invoice costs.
        await driver.PollAsync();
        await ToNightAsync(driver);
        var idle = (await CostAsync(driver, () => ToNightAsync(driver))).Dataverse;

        // Nothing is posted before October, so that Oracle is not asked what it shows of it.
        var first = await CostAsync(driver, driver.BillNextMonthAsync);
        Assert.InRange(first.Dataverse - idle, 1, (13 * Invoices) + FirstPoll);
        Assert.Equal((5 * Invoices) + Structure, first.Oracle);
        AssertProcore(first.Procore);

        // From then on it is asked once for each: the ledger is compared with what Oracle shows before anything is billed from it.
        var second = await CostAsync(driver, driver.BillNextMonthAsync);
        Assert.InRange(second.Dataverse - idle, 1, (13 * Invoices) + OpenWork);
        Assert.Equal((6 * Invoices) + Structure, second.Oracle);
        AssertProcore(second.Procore);
    }

    // One minute after the hour of the checks.
    private static async Task ToNightAsync(SandboxDriver driver)
    {
        var day = driver.Clock.GetUtcNow().UtcDateTime.Date.AddDays(1);
        driver.Clock.AdvanceTo(new DateTimeOffset(day.AddHours(6).AddMinutes(1), TimeSpan.Zero));
        await driver.RunFlowsAsync();
    }

    private static void AssertProcore(IReadOnlyDictionary<string, int> calls)
    {
        Assert.Equal(3 * Invoices, calls.Where(call => call.Key.Contains("/requisitions/", StringComparison.Ordinal)).Sum(call => call.Value));
        // Once for the structures, and once more where a line has a code that is new.
        Assert.InRange(calls.Where(call => call.Key.Contains("wbs_codes", StringComparison.Ordinal)).Sum(call => call.Value), 0, 2);
        Assert.DoesNotContain(calls.Keys, call => call.Contains("vendors", StringComparison.Ordinal));
    }

    private static async Task<Cost> CostAsync(SandboxDriver driver, Func<Task> act)
    {
        var api = driver.Sandbox.Requests.Of("api");
        var oracle = driver.Sandbox.Oracle.Calls.Total;
        var procore = driver.Sandbox.Procore.Calls.Snapshot();
        await act();
        return new Cost(
            driver.Sandbox.Requests.Of("api") - api,
            driver.Sandbox.Oracle.Calls.Total - oracle,
            driver.Sandbox.Procore.Calls.Snapshot().ToDictionary(call => call.Key, call => call.Value - procore.GetValueOrDefault(call.Key))
        );
    }

    private sealed record Cost(long Dataverse, long Oracle, IReadOnlyDictionary<string, int> Procore);
}
