using System.Text.Json.Nodes;
using PowerIntegration.Local.Clock;
using PowerIntegration.Sandbox.Hosting;

namespace PowerIntegration.Sandbox.Demo;

/// <summary>The coverage proof before the first invoice: started by the mapping administrator, made by the gateway, read in its rows.</summary>
/// <param name="sandbox">The sandbox.</param>
internal sealed class DemoCoverage(RunningSandbox sandbox)
{
    // More often the flow that goes on with proofs does not run.
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(15);

    private const string FirstPeriodEnd = "2025-10-31";
    private const string LastPeriodEnd = "2026-09-30";

    private readonly DemoMapping people = new(sandbox);

    /// <summary>Starts a proof over the months of the job, lets the flows run, and gives the run with its results.</summary>
    public async Task<DemoProofOfCoverage> ProveAsync(CancellationToken cancellation)
    {
        var project = await people.AskAsync("pint_projects?$select=pint_projectid&$filter=pint_rulestate eq 723100001", cancellation);
        var started = await people.CallAsync(
            "pint_CheckCoverage",
            new JsonObject
            {
                ["ProjectId"] = project["value"]![0]!["pint_projectid"]!.ToString(),
                ["FromDate"] = FirstPeriodEnd,
                ["ToDate"] = LastPeriodEnd,
            },
            cancellation
        );
        ((IMovableClock)sandbox.Clock).AdvanceTo(sandbox.Clock.GetUtcNow() + Interval);
        await sandbox.Flows.RunDueAsync(cancellation);
        var run = await people.AskAsync($"pint_runs({started["RunId"]})?$select=pint_message,pint_faults,pint_total", cancellation);
        var results = await people.AskAsync(
            "pint_coverageresults?$select=pint_name,pint_message,pint_suggestions,_pint_suggestedtaskid_value&$orderby=pint_key asc"
                + $"&$filter=_pint_runid_value eq {started["RunId"]}",
            cancellation
        );
        return new DemoProofOfCoverage(
            run["pint_message"]?.ToString() ?? started["Message"]!.ToString(),
            [.. results["value"]!.AsArray().Select(row => Uncovered(row!))]
        );
    }

    private static UncoveredCode Uncovered(JsonNode row) =>
        new(
            row["pint_name"]!.ToString(),
            row["pint_message"]!.ToString(),
            row["pint_suggestions"]?.ToString(),
            row["_pint_suggestedtaskid_value"]?.ToString()
        );
}
