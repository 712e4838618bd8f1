using System.Net.Http;
using System.Text.Json.Nodes;
using PowerIntegration.Local.Flows.Running;
using Xunit;

namespace PowerIntegration.EndToEnd.Tests;

/// <summary>A controller who is made an approver through a team: refused at each decision, and reported in the night.</summary>
public sealed class ConflictingRolesTests
{
    private const string Conflicted = "irene.castellano";
    private const string Told =
        "Irene Castellano has the roles 'PowerIntegration Approver' (through the team 'Site approvers') and "
        + "'PowerIntegration Controller' (directly). "
        + "Whoever enters or decides must not approve it.";

    [Fact]
    public async Task Who_has_conflicting_roles_decides_nothing_and_is_reported_once_by_the_nightly_flow()
    {
        using var data = new ChangedData().With("users.json", Join);
        await using var driver = await SandboxDriver.StartAsync(data);
        await driver.BillNextMonthAsync();
        var contract = (await driver.RowsAsync("pint_commitments?$filter=pint_number eq 'SC-002'&$select=pint_commitmentid"))[0];
        var release = new JsonObject
        {
            ["CommitmentId"] = contract["pint_commitmentid"]!.ToString(),
            ["Reference"] = "R1",
            ["Release"] = """{"kind":"total","amount":10000.00}""",
            ["PeriodEnd"] = "2025-10-31T00:00:00Z",
            ["BillingDate"] = "2025-10-31T00:00:00Z",
        };

        var refused = await driver.DataverseAsync(Conflicted, HttpMethod.Post, "pint_PrepareRetainageRelease", Copy(release));

        Assert.Equal(400, refused.Status);
        Assert.Equal(
            Told
                + " Ask a system administrator to remove one of the two roles from Irene Castellano. "
                + "A role through a team ends with the membership of the team. Nothing was recorded.",
            refused.Body!["error"]!["message"]!.ToString()
        );
        Assert.Empty(await driver.RowsAsync("pint_documents?$filter=pint_procoreid eq 'R1'"));

        await ToNightAsync(driver);
        await ToNightAsync(driver);

        var finding = Assert.Single(await driver.RowsAsync("pint_findings?$filter=pint_kind eq 'conflicting-roles'"));
        Assert.Equal(Told, finding["pint_sentence"]!.ToString());
        Assert.Equal("Controller", finding["pint_ownerrole@OData.Community.Display.V1.FormattedValue"]!.ToString());
        var nights = driver.Sandbox.Flows.Runs.Where(run => run.FlowName == "PI - Controls - Nightly").ToList();
        Assert.True(nights.Count >= 2);
        Assert.All(nights, run => Assert.Equal(RunStatus.Succeeded, run.Status));

        // Who reads it and has no such roles acknowledges it; the person it is about does not.
        var seen = new JsonObject { ["FindingId"] = finding["pint_findingid"]!.ToString() };
        Assert.Equal(400, (await driver.DataverseAsync(Conflicted, HttpMethod.Post, "pint_AcknowledgeFinding", Copy(seen))).Status);
        Assert.Equal(200, (await driver.DataverseAsync("maria.keller", HttpMethod.Post, "pint_AcknowledgeFinding", Copy(seen))).Status);
        Assert.Equal(200, (await driver.DataverseAsync("maria.keller", HttpMethod.Post, "pint_PrepareRetainageRelease", release)).Status);
    }

    [Fact]
    public async Task The_job_as_shipped_has_no_conflict()
    {
        await using var driver = await SandboxDriver.StartAsync();

        await ToNightAsync(driver);

        Assert.Contains(driver.Sandbox.Flows.Runs, run => run.FlowName == "PI - Controls - Nightly" && run.Status == RunStatus.Succeeded);
        Assert.Empty(await driver.RowsAsync("pint_findings?$filter=pint_kind eq 'conflicting-roles'"));
    }

    private static void Join(JsonNode users)
    {
        var user = users.AsArray().Single(user => user!["name"]!.ToString() == Conflicted)!;
        user["teams"] = new JsonArray(new JsonObject { ["name"] = "Site approvers", ["securityRoles"] = new JsonArray("PowerIntegration Approver") });
    }

    private static JsonObject Copy(JsonObject inputs) => inputs.DeepClone().AsObject();

    // One minute after the hour of the flow.
    private static async Task ToNightAsync(SandboxDriver driver)
    {
        var day = driver.Clock.GetUtcNow().UtcDateTime.Date.AddDays(1);
        driver.Clock.AdvanceTo(new DateTimeOffset(day.AddHours(6).AddMinutes(1), TimeSpan.Zero));
        await driver.RunFlowsAsync();
    }
}
