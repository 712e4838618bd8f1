using System.Net.Http;
using System.Text.Json.Nodes;
using PowerIntegration.Local.Identity;
using PowerIntegration.Local.Loopback;
using PowerIntegration.Sandbox.Hosting;
using Xunit;

namespace PowerIntegration.EndToEnd.Tests;

/// <summary>Bad input ends in a code and a sentence, and leaves nothing half-written.</summary>
public sealed class RefusalTests
{
    private const string ProjectKey = "LAKESHORE|1|PROCORE|PROJECT|562949953500001";

    [Fact]
    public async Task An_event_of_an_invoice_that_Procore_does_not_know_fails_with_its_id_and_stores_no_document()
    {
        await using var driver = await SandboxDriver.StartAsync();
        await CreateEventAsync(driver, "999000111");

        await driver.RunFlowsAsync();

        var inbound = (await driver.RowsAsync("pint_inboundevents?$filter=pint_procoreid eq '999000111'")).Single();
        Assert.Equal("Failed", inbound["pint_eventstate@OData.Community.Display.V1.FormattedValue"]!.ToString());
        Assert.Contains("999000111", inbound["pint_message"]!.ToString(), StringComparison.Ordinal);
        Assert.Empty(await driver.RowsAsync("pint_documents?$select=pint_key"));
    }

    [Fact]
    public async Task A_code_without_an_Oracle_task_is_refused_by_line_and_code_and_nothing_is_prepared()
    {
        await using var driver = await SandboxDriver.StartAsync();

        await driver.BillNextMonthAsync();

        var refused = await driver.DocumentAsync("IG 7741-1");
        Assert.Equal("Refused", State(refused));
        Assert.Equal("wbs-unmapped", refused["pint_reasoncode"]!.ToString());
        Assert.Contains("07-840", refused["pint_reason"]!.ToString(), StringComparison.Ordinal);
        Assert.Empty(await driver.RowsAsync($"pint_preparations?$filter=_pint_documentid_value eq {refused["pint_documentid"]}"));
        Assert.DoesNotContain(driver.Sandbox.Oracle.ReceivedPayloads, payload => payload["InvoiceNumber"]!.ToString() == "IG 7741-1");
    }

    [Fact]
    public async Task A_code_that_differs_from_the_purchase_order_is_refused()
    {
        await using var driver = await SandboxDriver.StartAsync();
        await driver.AddFirestoppingRuleAsync(await OtherTaskAsync(driver));

        await driver.BillNextMonthAsync();

        var refused = await driver.DocumentAsync("IG 7741-1");
        Assert.Equal("Refused", State(refused));
        Assert.Equal("coding-differs-from-purchase-order", refused["pint_reasoncode"]!.ToString());
    }

    [Fact]
    public async Task A_line_without_an_amount_is_refused_by_name_and_nothing_is_prepared()
    {
        await using var driver = await SandboxDriver.StartAsync();
        var document = await CreateDocumentWithoutAmountAsync(driver);

        var answer = await driver.DataverseAsync(
            SandboxDriver.FlowUser,
            HttpMethod.Post,
            "pint_PrepareDocument",
            new JsonObject { ["DocumentId"] = document }
        );

        Assert.Equal(200, answer.Status);
        Assert.Equal("Refused", answer.Body!["State"]!.ToString());
        Assert.Equal("amount-missing", answer.Body["ReasonCode"]!.ToString());
        Assert.Contains("TEST-1", answer.Body["Message"]!.ToString(), StringComparison.Ordinal);
        Assert.Empty(await driver.RowsAsync("pint_preparations?$select=pint_key"));
    }

    [Fact]
    public async Task A_document_that_is_not_prepared_is_not_submitted()
    {
        await using var driver = await SandboxDriver.StartAsync();
        await driver.BillNextMonthAsync();
        var refused = await driver.DocumentAsync("IG 7741-1");
        var sent = driver.Sandbox.Oracle.ReceivedPayloads.Count;

        var answer = await driver.GatewayAsync(
            SandboxDriver.FlowUser,
            "oracle/documents/submit",
            new JsonObject { ["documentId"] = refused["pint_documentid"]!.ToString() }
        );

        Assert.Equal(409, answer.Status);
        Assert.Equal("document-not-prepared", answer.Body!["code"]!.ToString());
        Assert.Equal(sent, driver.Sandbox.Oracle.ReceivedPayloads.Count);
    }

    [Fact]
    public async Task A_token_that_has_expired_or_was_forged_opens_neither_Dataverse_nor_the_gateway()
    {
        await using var driver = await SandboxDriver.StartAsync();
        var dataverse = driver.Sandbox.TokenFor(SandboxDriver.Accountant, driver.Sandbox.Root);
        var gateway = driver.Sandbox.TokenFor(SandboxDriver.FlowUser, GatewayIdentity.Audience);
        var forged = gateway[..^4] + (gateway.EndsWith("AAAA", StringComparison.Ordinal) ? "BBBB" : "AAAA");
        Assert.Equal(401, (await ConnectionAsync(driver, forged)).Status);
        Assert.Equal(401, (await ConnectionAsync(driver, dataverse)).Status);
        Assert.Equal(200, (await ConnectionAsync(driver, gateway)).Status);

        // The gateway allows a minute for clocks that differ.
        driver.Clock.Advance(EntraIssuer.TokenLifetime + TimeSpan.FromMinutes(2));

        Assert.Equal(401, (await ConnectionAsync(driver, gateway)).Status);
        Assert.Equal(401, (await driver.SendAsync(HttpMethod.Get, $"{driver.Sandbox.Root}/api/data/v9.2/WhoAmI", dataverse, null)).Status);
        Assert.Equal(401, (await driver.SendAsync(HttpMethod.Get, $"{driver.Sandbox.Root}/api/data/v9.2/WhoAmI", null, null)).Status);
    }

    [Fact]
    public async Task A_caller_without_the_role_Submit_cannot_submit()
    {
        await using var driver = await SandboxDriver.StartAsync();

        var answer = await driver.GatewayAsync(
            SandboxDriver.Administrator,
            "oracle/documents/submit",
            new JsonObject { ["documentId"] = Guid.Empty.ToString() }
        );

        Assert.Equal(403, answer.Status);
        Assert.Equal("role-missing", answer.Body!["code"]!.ToString());
    }

    [Fact]
    public async Task Posted_documents_and_their_frozen_lines_refuse_every_change_even_by_the_service()
    {
        await using var driver = await SandboxDriver.StartAsync();
        await driver.BillNextMonthAsync();
        var posted = await driver.DocumentAsync("HE-40213");
        var preparation = (await driver.RowsAsync($"pint_preparations?$filter=_pint_documentid_value eq {posted["pint_documentid"]}")).Single();

        var change = await Seeded(
            driver,
            HttpMethod.Patch,
            $"pint_documents({posted["pint_documentid"]})",
            new JsonObject { ["pint_payableamount"] = 1.00m }
        );
        var frozen = await Seeded(
            driver,
            HttpMethod.Patch,
            $"pint_preparations({preparation["pint_preparationid"]})",
            new JsonObject { ["pint_payableamount"] = 1.00m }
        );
        var delete = await Seeded(driver, HttpMethod.Delete, $"pint_documents({posted["pint_documentid"]})", null);

        Assert.Equal([400, 400, 400], new[] { change.Status, frozen.Status, delete.Status });
        Assert.Equal(683_268.76m, (await driver.DocumentAsync("HE-40213"))["pint_payableamount"]!.GetValue<decimal>());
    }

    [Fact]
    public void A_sandbox_listens_on_this_machine_only() => Assert.Throws<ArgumentException>(() => LoopbackUrl.Parse("http://0.0.0.0:5080"));

    /// <summary>The platform's own administrator: no privilege is missing, so only a plug-in can refuse.</summary>
    internal static SandboxUser Seeder => SeedLoader.User;

    private static Task<SandboxDriver.Answer> Seeded(SandboxDriver driver, HttpMethod method, string path, JsonObject? body) =>
        driver.SendAsync(method, $"{driver.Sandbox.Root}/api/data/v9.2/{path}", driver.Sandbox.Issuer.IssueToken(Seeder, driver.Sandbox.Root), body);

    private static Task<SandboxDriver.Answer> ConnectionAsync(SandboxDriver driver, string token) =>
        driver.SendAsync(HttpMethod.Get, $"{driver.Sandbox.Root}/gateway/api/v1/connection", token, null);

    private static async Task<string> OtherTaskAsync(SandboxDriver driver) =>
        (await driver.RowsAsync("pint_oracletasks?$filter=pint_chargeable eq true and pint_lowestlevel eq true and pint_tasknumber ne '0784'"))[0][
            "pint_tasknumber"
        ]!.ToString();

    private static async Task CreateEventAsync(SandboxDriver driver, string procoreId)
    {
        var answer = await driver.DataverseAsync(
            SandboxDriver.Service,
            HttpMethod.Post,
            "pint_inboundevents",
            new JsonObject
            {
                ["pint_name"] = procoreId,
                ["pint_key"] = $"LAKESHORE|1|PROCORE|SUBCONTRACTOR-INVOICE|{procoreId}|20251001T120000Z",
                ["pint_EnvironmentId@odata.bind"] = "pint_environments(pint_key='LAKESHORE')",
                ["pint_ProjectId@odata.bind"] = $"pint_projects(pint_key='{ProjectKey}')",
                ["pint_recordtype"] = 723100002,
                ["pint_procoreid"] = procoreId,
                ["pint_changedon"] = "2025-10-01T12:00:00Z",
                ["pint_eventstate"] = 723100000,
            }
        );
        Assert.True(answer.Status == 204, answer.Text);
    }

    private static async Task<string> CreateDocumentWithoutAmountAsync(SandboxDriver driver)
    {
        var id = Guid.Parse("11111111-2222-4333-8444-555555555555").ToString();
        var answer = await driver.DataverseAsync(
            SandboxDriver.Service,
            HttpMethod.Post,
            "pint_documents",
            new JsonObject
            {
                ["pint_documentid"] = id,
                ["pint_name"] = "TEST-1",
                ["pint_key"] = "LAKESHORE|1|PROCORE|SUBCONTRACTOR-INVOICE|1|1",
                ["pint_EnvironmentId@odata.bind"] = "pint_environments(pint_key='LAKESHORE')",
                ["pint_ProjectId@odata.bind"] = $"pint_projects(pint_key='{ProjectKey}')",
                ["pint_CommitmentId@odata.bind"] = "pint_commitments(pint_key='LAKESHORE|1|PROCORE|COMMITMENT|562949953700001')",
                ["pint_documenttype"] = 723100000,
                ["pint_procoreid"] = "1",
                ["pint_procorevendorid"] = "562949953600001",
                ["pint_revision"] = 1,
                ["pint_sourcehash"] = new string('0', 64),
                ["pint_applicationnumber"] = 1,
                ["pint_invoicenumber"] = "TEST-1",
                ["pint_periodstart"] = "2025-10-01",
                ["pint_periodend"] = "2025-10-31",
                ["pint_billingdate"] = "2025-10-31",
                ["pint_procorestatus"] = "approved",
                ["pint_approvername"] = "Dana Whitfield",
                ["pint_approvedon"] = "2025-11-03T16:05:12Z",
                ["pint_currency"] = "USD",
                ["pint_contractsumtodate"] = 1000.00m,
                ["pint_grosstodate"] = 100.00m,
                ["pint_retainagetodate"] = 10.00m,
                ["pint_previouscertificates"] = 0.00m,
                ["pint_certifiedpayment"] = 90.00m,
                ["pint_taxamount"] = 0.00m,
                ["pint_documentstate"] = 723100000,
                ["pint_document_sourceline_document"] = new JsonArray(
                    new JsonObject
                    {
                        ["pint_name"] = "1",
                        ["pint_key"] = "LAKESHORE|1|PROCORE|SUBCONTRACTOR-INVOICE|1|1|1",
                        ["pint_linenumber"] = 1,
                        ["pint_procoreitemid"] = "1",
                        ["pint_procorelineid"] = "562949953710101",
                        ["pint_scheduledvalue"] = 1000.00m,
                        ["pint_workprevious"] = 0.00m,
                        ["pint_materialsstored"] = 0.00m,
                        ["pint_completedtodate"] = 100.00m,
                        ["pint_completedprevious"] = 0.00m,
                        ["pint_workretainageheld"] = 10.00m,
                        ["pint_storedretainageheld"] = 0.00m,
                    }
                ),
            }
        );
        Assert.True(answer.Status == 204, answer.Text);
        return id;
    }

    private static string State(JsonObject document) => document["pint_documentstate@OData.Community.Display.V1.FormattedValue"]!.ToString();
}
