using Xunit;

namespace PowerIntegration.EndToEnd.Tests;

/// <summary>
/// Every process is killed at one kind of request, before it is carried out or after, and left alone: two sweeps later everything is posted, nothing
/// twice and nothing less. Each month dies at another kind of request, whatever kinds there are.
/// </summary>
public abstract class PowerCutTests
{
    private static readonly string[] AskedOnce = ["token", "EntityDefinitions", "customapis", "pint_environments", "wbs", "v1.0/me"];

    // Flows and daily questions that run beside the way of an invoice; what they lose, their next run makes up.
    private static readonly string[] OtherFlows =
    [
        "pint_ListApprovals",
        "pint_ListCoverageNotices",
        "pint_ReportDrift",
        "pint_ReportConflictingRoles",
        "nchor",
        "/workflows/",
        "pint_RecordProcoreWorkflow",
        "pint_RecordStructure",
        "pint_oracletasks",
        "pint_oracleexpendituretypes",
        "pint_oracleorganizations",
        "pint_transactioncontrols",
        "pint_coverageresults",
        "pint_runs",
        "pint_oracleperiods",
        "pint_payablessetups?",
        "accountingPeriodStatusLOV",
        "expenditureTypesLOV",
        "projectOrganizationsLOV",
        "ProjectTransactionControls",
        "work_order_contracts",
        "purchase_order_contracts",
        "budget_views",
        "direct_costs",
        "/projects?",
        "/child/Tasks",
    ];

    /// <summary>
    /// Kills in every month at the next kind of request while the flows run, and at the one after it while the sweep goes on with what was left.
    /// </summary>
    /// <param name="isAnswered">Whether the request is still carried out, and only its answer is lost; then only writes are of interest.</param>
    /// <param name="skipped">Kinds that another test takes.</param>
    /// <param name="taken">Kinds to take at most: a job has fewer months than there are kinds.</param>
    protected static async Task PlayAsync(bool isAnswered, int skipped, int taken)
    {
        await using var driver = await SandboxDriver.StartAsync();
        await driver.AddFirestoppingRuleAsync("0784");
        await driver.SweepAsync();
        var before = driver.Sandbox.Power.Seen.Count;
        await driver.BillNextMonthAsync();

        // What poll, reading, preparation and submission ask for, in their order. Tokens, metadata and codes are asked for once and kept.
        var kinds = driver
            .Sandbox.Power.Seen.Skip(before)
            .Distinct()
            .Where(kind => !AskedOnce.Concat(OtherFlows).Any(once => kind.Contains(once, StringComparison.Ordinal)))
            .Where(kind => !isAnswered || !kind.StartsWith("GET", StringComparison.Ordinal))
            .ToList();
        Assert.Contains(kinds, kind => kind.EndsWith("pint_RecordOutcome", StringComparison.Ordinal));
        var left = new Queue<string>(kinds.Skip(skipped).Take(taken));
        while (left.Count > 0)
        {
            Assert.True(driver.Sandbox.Months.Remaining > 0, $"Take fewer in one test; left are {string.Join(", ", left)}.");
            driver.Sandbox.Months.PlayNext();
            var killed = left.Dequeue();
            Assert.True(await IsCutAsync(driver, killed, isAnswered, driver.PollAsync), $"Nothing asked for {killed}.");
            if (left.TryPeek(out var next) && await IsCutAsync(driver, next, isAnswered, driver.SweepAsync))
            {
                killed += " and " + left.Dequeue();
            }

            await driver.SweepAsync();
            await driver.SweepAsync();
            await Leftovers.AssertPostedAsync(driver, killed);
        }

        await Leftovers.AssertNothingLostOrDoubledAsync(driver);
    }

    private static async Task<bool> IsCutAsync(SandboxDriver driver, string kind, bool isAnswered, Func<Task> work)
    {
        driver.Sandbox.Power.WaitFor(seen => seen == kind, isAnswered);
        await work();
        var isCut = driver.Sandbox.Power.IsDark;
        driver.Sandbox.Power.Restore();
        return isCut;
    }
}
