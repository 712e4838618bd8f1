using System.Net.Http;
using System.Text.Json.Nodes;
using Xunit;

namespace PowerIntegration.EndToEnd.Tests;

/// <summary>What an auditor tries on the running product: each is refused or held, and nothing leaves for Oracle.</summary>
public sealed class ControlTests
{
    private const string Months = "months.json";
    private const string State = "pint_documentstate@OData.Community.Display.V1.FormattedValue";

    [Fact]
    public async Task A_subcontractor_does_not_approve_its_own_invoice()
    {
        using var data = new ChangedData().With(Months, root => Invoice(root, 0)["reviewed_by"] = "erin.doyle@prairieconcrete.example");
        await using var driver = await SandboxDriver.StartAsync(data);
        await driver.BillNextMonthAsync();
        var document = await driver.DocumentAsync("PCC-25-1187");
        Assert.Equal("Held", document[State]!.ToString());
        Assert.Equal("approved-by-submitter", document["pint_reasoncode"]!.ToString());
        Assert.Contains("approved in Procore by Erin Doyle, who submitted it", document["pint_reason"]!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(driver.Sandbox.Oracle.ReceivedPayloads, payload => payload["InvoiceNumber"]?.ToString() == "PCC-25-1187");
    }

    [Fact]
    public async Task Numbers_that_only_look_alike_without_their_separators_are_two_invoices()
    {
        using var data = new ChangedData().With(
            Months,
            root =>
            {
                Invoice(root, 0)["invoice_number"] = "2025-1-12";
                Invoice(root, 1)["invoice_number"] = "2025-11-2";
            }
        );
        await using var driver = await SandboxDriver.StartAsync(data);
        await driver.BillNextMonthAsync();
        await driver.BillNextMonthAsync();
        Assert.Equal("Posted", (await driver.DocumentAsync("2025-1-12"))[State]!.ToString());
        Assert.Equal("Posted", (await driver.DocumentAsync("2025-11-2"))[State]!.ToString());
    }

    [Fact]
    public async Task An_invoice_of_another_vendor_is_held()
    {
        const string Key = "LAKESHORE|1|VENDOR|562949953600009|LAKESHORE-US-BU";
        using var data = new ChangedData()
            .With(
                "dataverse/75-pint_vendorlinks.json",
                root =>
                {
                    root["rows"]![0]!["pint_procoreid"] = "562949953600009";
                    root["rows"]![0]!["pint_key"] = Key;
                }
            )
            .With(
                "dataverse/80-pint_commitments.json",
                root => root["rows"]![0]!["pint_VendorLinkId@odata.bind"] = $"pint_vendorlinks(pint_key='{Key}')"
            );
        await using var driver = await SandboxDriver.StartAsync(data);
        await driver.BillNextMonthAsync();
        var document = await driver.DocumentAsync("PCC-25-1187");
        Assert.Equal("vendor-differs", document["pint_reasoncode"]!.ToString());
        Assert.Contains("is of Procore vendor 562949953600001", document["pint_reason"]!.ToString(), StringComparison.Ordinal);
    }

    // Each of these was done by hand before the roles were divided: invent an invoice, record one as posted, rewrite an event, erase evidence.
    [Fact]
    public async Task Nobody_but_the_gateway_invents_or_posts_an_invoice()
    {
        await using var driver = await SandboxDriver.StartAsync();
        driver.Sandbox.Months.PlayNext();
        await driver.PollAsync();
        var document = await driver.DocumentAsync("PCC-25-1187");
        var inbound = (await driver.RowsAsync("pint_inboundevents"))[0];
        var id = document["pint_documentid"]!.ToString();
        var claim = new JsonObject
        {
            ["DocumentId"] = id,
            ["Claim"] = "mine",
            ["ContentHash"] = document["pint_contenthash"]!.ToString(),
        };
        var outcome = claim.DeepClone().AsObject();
        outcome["Outcome"] = "posted";
        outcome["ReadBack"] = "[]";
        var invented = new JsonObject
        {
            ["pint_name"] = "Invented",
            ["pint_key"] = "LAKESHORE|1|PROCORE|SUBCONTRACTOR-INVOICE|66|1",
            ["pint_EnvironmentId@odata.bind"] = "pint_environments(pint_key='LAKESHORE')",
            ["pint_documentstate"] = 723100000,
            ["pint_documenttype"] = 723100000,
        };
        foreach (var user in new[] { SandboxDriver.FlowUser, SandboxDriver.Accountant, SandboxDriver.Administrator })
        {
            var answers = new[]
            {
                await driver.DataverseAsync(user, HttpMethod.Post, "pint_ClaimDocument", claim.DeepClone().AsObject()),
                await driver.DataverseAsync(user, HttpMethod.Post, "pint_RecordOutcome", outcome.DeepClone().AsObject()),
                await driver.DataverseAsync(user, HttpMethod.Post, "pint_documents", invented.DeepClone().AsObject()),
                await driver.DataverseAsync(user, HttpMethod.Patch, $"pint_documents({id})", new JsonObject { ["pint_documentstate"] = 723100005 }),
                await driver.DataverseAsync(user, HttpMethod.Delete, $"pint_documents({id})"),
                await driver.DataverseAsync(user, HttpMethod.Post, "pint_evidences", new JsonObject { ["pint_name"] = "x", ["pint_key"] = "x" }),
                await driver.DataverseAsync(
                    user,
                    HttpMethod.Patch,
                    $"pint_inboundevents({inbound["pint_inboundeventid"]})",
                    new JsonObject { ["pint_procoreid"] = "1" }
                ),
                await driver.DataverseAsync(user, HttpMethod.Delete, $"pint_inboundevents({inbound["pint_inboundeventid"]})"),
            };
            Assert.All(answers, answer => Assert.True(answer.Status is 400 or 403, answer.Text));
        }

        Assert.Equal(document.ToJsonString(), (await driver.RowsAsync($"pint_documents?$filter=pint_documentid eq {id}"))[0].ToJsonString());
    }

    // SC-001's invoice of a month.
    private static JsonNode Invoice(JsonNode root, int month) =>
        root["months"]![month]!["invoices"]!.AsArray().Single(invoice => invoice!["commitment_id"]!.GetValue<long>() == 562949953700001)!;
}
