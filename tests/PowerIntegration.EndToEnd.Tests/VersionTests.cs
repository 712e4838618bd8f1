using System.Net.Http;
using System.Text.Json.Nodes;
using PowerIntegration.Sandbox.Hosting;
using PowerIntegration.Tables.Versions;
using Xunit;

namespace PowerIntegration.EndToEnd.Tests;

/// <summary>Configuration through the Web API: what one person can do alone, a system administrator included, and what two can.</summary>
public sealed class VersionTests
{
    private const string Key = "LAKESHORE|1|PROCORE|COMMITMENT|562949953700003";

    private static readonly string Contract = $"pint_commitments(pint_key='{Key}')";

    [Fact]
    public async Task No_one_alone_sends_an_invoice_to_another_supplier_whatever_the_message()
    {
        await using var driver = await SandboxDriver.StartAsync();
        var before = await ContractAsync(driver);
        var id = before["pint_commitmentid"]!.ToString();
        JsonObject Other() =>
            new()
            {
                ["pint_vendornumber"] = "1012",
                ["pint_vendorsite"] = "JOLIET",
                ["pint_vendorname"] = "Halsted Electric Co.",
            };
        var active = Replacing(before, "1012");
        active["pint_rulestate"] = 723100001;
        var signed = Replacing(before, "1012");
        signed["pint_activatedby"] = "Irene Castellano";

        var bulk = active.DeepClone().AsObject();
        bulk["@odata.type"] = "Microsoft.Dynamics.CRM.pint_commitment";

        foreach (var user in new[] { SandboxDriver.Administrator, null })
        {
            Task<SandboxDriver.Answer> Send(HttpMethod method, string path, JsonObject? body) => SendAsync(driver, user, method, path, body);
            Assert.All(
                new[]
                {
                    await Send(HttpMethod.Patch, $"pint_commitments({id})", Other()),
                    await Send(HttpMethod.Patch, Contract, Other()),
                    await Send(HttpMethod.Delete, $"pint_commitments({id})", null),
                    await Send(HttpMethod.Patch, $"pint_commitments({id})", new JsonObject { ["pint_rulestate"] = 723100000 }),
                    await Send(HttpMethod.Patch, $"pint_commitments({id})", new JsonObject { ["statecode"] = 1, ["statuscode"] = 2 }),
                    await Send(HttpMethod.Patch, $"pint_commitments({id})", new JsonObject { ["pint_contributorids"] = "x" }),
                    await Send(HttpMethod.Post, "pint_commitments", active.DeepClone().AsObject()),
                    await Send(HttpMethod.Post, "pint_commitments", signed.DeepClone().AsObject()),
                    await Send(
                        HttpMethod.Post,
                        "pint_commitments/Microsoft.Dynamics.CRM.CreateMultiple",
                        new JsonObject { ["Targets"] = new JsonArray(bulk.DeepClone()) }
                    ),
                },
                answer => Assert.True(answer.Status is 400 or 403, answer.Text)
            );
        }

        // The draft is entered, and its author activates it: refused.
        var draft = Replacing(before, "1012");
        var entered = await driver.DataverseAsync(SandboxDriver.Administrator, HttpMethod.Post, "pint_commitments", draft);
        Assert.True(entered.Status == 204, entered.Text);
        var own = await driver.ReviewAndActivateAsync(SandboxDriver.Administrator, "pint_commitment", Key + "|V2");
        Assert.Equal("second-person-required", own["ReasonCode"]!.ToString());

        Assert.Equal("1019", (await ContractAsync(driver))["pint_vendornumber"]!.ToString());
        await driver.AddFirestoppingRuleAsync("0784");
        await driver.BillNextMonthAsync();
        var posted = await driver.DocumentAsync("IG 7741-1");
        Assert.Equal(356_076.71m, posted["pint_payableamount"]!.GetValue<decimal>());
        var payload = driver.Sandbox.Oracle.ReceivedPayloads.Single(sent => sent["InvoiceNumber"]?.ToString() == "IG 7741-1");
        Assert.Equal(("Illiana Glass & Glazing LLC", "HAMMOND"), (payload["Supplier"]!.ToString(), payload["SupplierSite"]!.ToString()));
    }

    [Fact]
    public async Task One_edit_of_an_ownership_rule_does_not_change_where_invoices_are_approved()
    {
        await using var driver = await SandboxDriver.StartAsync();
        var rule = (await driver.RowsAsync("pint_ownershiprules?$filter=pint_key eq 'LAKESHORE|1|OWNERSHIP|SUBCONTRACTOR-INVOICE'"))[0];
        foreach (var user in new[] { SandboxDriver.Administrator, null })
        {
            var answer = await SendAsync(
                driver,
                user,
                HttpMethod.Patch,
                $"pint_ownershiprules({rule["pint_ownershipruleid"]})",
                new JsonObject { ["pint_triggerstatus"] = "under_review" }
            );
            Assert.Equal(400, answer.Status);
            Assert.Contains("Trigger status cannot be edited", answer.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_supplier_that_two_people_replace_is_paid_by_what_is_prepared_afterwards()
    {
        await using var driver = await SandboxDriver.StartAsync();
        var before = await ContractAsync(driver);
        await driver.EnterAndActivateAsync("pint_commitment", Replacing(before, "1019"));
        var after = await ContractAsync(driver);

        Assert.Equal(before["pint_commitmentid"]!.ToString(), after["pint_commitmentid"]!.ToString());
        Assert.Equal(("Maria Keller", "Irene Castellano"), (after["pint_contributors"]!.ToString(), after["pint_activatedby"]!.ToString()));
        var history = (await driver.RowsAsync($"pint_commitments?$filter=pint_key eq '{Key}|V2'"))[0];
        Assert.Equal(
            (723100002, "Sandbox seed", "Sandbox seed review"),
            (history["pint_rulestate"]!.GetValue<int>(), history["pint_contributors"]!.ToString(), history["pint_activatedby"]!.ToString())
        );
        Assert.Equal(before["pint_versionhash"]!.ToString().Length, after["pint_versionhash"]!.ToString().Length);

        await driver.AddFirestoppingRuleAsync("0784");
        await driver.BillNextMonthAsync();
        var posted = await driver.DocumentAsync("IG 7741-1");
        Assert.Equal("Posted", posted["pint_documentstate@OData.Community.Display.V1.FormattedValue"]!.ToString());
        var preparation = (await driver.RowsAsync($"pint_preparations?$filter=pint_preparationid eq {posted["_pint_preparationid_value"]}"))[0];
        var trail = preparation["pint_ruleversions"]!.ToString();
        Assert.StartsWith($"commitment {Key} {after["pint_versionhash"]!.ToString()[..16]}\n", trail, StringComparison.Ordinal);
        Assert.All(
            ["project LAKESHORE|1", "payables LAKESHORE|1", "mapping LAKESHORE|RULE|07-840-SUB ", "terms LAKESHORE|1", "ownership LAKESHORE|1"],
            part => Assert.Contains(part, trail, StringComparison.Ordinal)
        );
    }

    // Null is the platform's own administrator, who misses no privilege.
    private static Task<SandboxDriver.Answer> SendAsync(SandboxDriver driver, string? user, HttpMethod method, string path, JsonObject? body) =>
        user is null
            ? driver.SendAsync(
                method,
                $"{driver.Sandbox.Root}/api/data/v9.2/{path}",
                driver.Sandbox.Issuer.IssueToken(SeedLoader.User, driver.Sandbox.Root),
                body
            )
            : driver.DataverseAsync(user, method, path, body);

    private static async Task<JsonObject> ContractAsync(SandboxDriver driver) =>
        (await driver.RowsAsync($"pint_commitments?$filter=pint_key eq '{Key}'"))[0];

    private static JsonObject Replacing(JsonObject active, string vendorNumber)
    {
        var draft = new JsonObject();
        foreach (var column in VersionedTables.Find("pint_commitment")!.Replaced.Where(active.ContainsKey))
        {
            draft[column] = active[column]?.DeepClone();
        }

        draft["pint_key"] = Key + "|V2";
        draft["pint_vendornumber"] = vendorNumber;
        draft["pint_ReplacesId@odata.bind"] = $"pint_commitments({active["pint_commitmentid"]})";
        draft["pint_EnvironmentId@odata.bind"] = $"pint_environments({active["_pint_environmentid_value"]})";
        draft["pint_VendorLinkId@odata.bind"] = $"pint_vendorlinks({active["_pint_vendorlinkid_value"]})";
        draft["pint_ProjectId@odata.bind"] = $"pint_projects({active["_pint_projectid_value"]})";
        return draft;
    }
}
