using System.Net.Http;
using System.Text.Json.Nodes;
using Xunit;

namespace PowerIntegration.EndToEnd.Tests;

/// <summary>What people decide here, over the Web API and with no other right than theirs, up to what Oracle has.</summary>
public sealed class DecisionTests
{
    private const string Asks = "maria.keller";
    private const string Confirms = "irene.castellano";
    private const string Contract = "LAKESHORE|1|PROCORE|COMMITMENT|562949953700002";

    [Fact]
    public async Task A_release_of_retainage_is_prepared_submitted_by_its_flow_and_posted_once()
    {
        await using var driver = await SandboxDriver.StartAsync();
        await driver.BillNextMonthAsync();
        var sent = driver.Sandbox.Oracle.ReceivedPayloads.Count;

        var first = await ReleaseAsync(driver, "R1", """{"kind":"total","amount":10000.00}""");
        await driver.RunFlowsAsync();
        var again = await ReleaseAsync(driver, "R1", """{"kind":"total","amount":10000.00}""");
        await driver.RunFlowsAsync();

        Assert.Equal(("Prepared", 10_000m), (first["State"]!.ToString(), first["Amount"]!.GetValue<decimal>()));
        Assert.Contains("| 5 Retainage | 75,918.76 | 65,918.76 |", first["Summary"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal("Posted", again["State"]!.ToString());
        var payload = Assert.Single(driver.Sandbox.Oracle.ReceivedPayloads.Skip(sent));
        Assert.Equal(
            ("SC-002-R1", "Standard", "10000.00"),
            (payload["InvoiceNumber"]!.ToString(), payload["InvoiceType"]!.ToString(), Amount(payload["InvoiceAmount"]))
        );
        Assert.All(
            payload["invoiceLines"]!.AsArray(),
            line => Assert.Equal("101-10-20250-000-000-000", line!["DistributionCombination"]!.ToString())
        );
        Assert.Equal(10_000m, payload["invoiceLines"]!.AsArray().Sum(line => line!["LineAmount"]!.GetValue<decimal>()));
    }

    [Fact]
    public async Task A_release_under_the_longest_reference_is_posted_and_linked_as_what_it_is()
    {
        await using var driver = await SandboxDriver.StartAsync();
        await driver.BillNextMonthAsync();
        var reference = new string('R', 40);
        await ReleaseAsync(driver, reference, """{"kind":"total","amount":10000.00}""");
        await driver.RunFlowsAsync();

        var release = (await driver.RowsAsync($"pint_documents?$filter=pint_procoreid eq '{reference}'"))[0];
        var link = (await driver.RowsAsync($"pint_recordlinks?$filter=pint_procoreid eq '{reference}'"))[0];
        Assert.Equal("SC-002-" + reference, release["pint_oracleinvoicenumber"]!.ToString());
        Assert.Equal(
            ("Retainage release", "Retainage release", release["pint_oracleinvoiceid"]!.ToString()),
            (
                link["pint_recordtype@OData.Community.Display.V1.FormattedValue"]!.ToString(),
                link["pint_oracledocumentkind@OData.Community.Display.V1.FormattedValue"]!.ToString(),
                link["pint_oracleid"]!.ToString()
            )
        );
    }

    [Fact]
    public async Task A_release_is_refused_where_it_is_too_much_unreadable_or_somebody_elses()
    {
        await using var driver = await SandboxDriver.StartAsync();
        await driver.BillNextMonthAsync();
        await ReleaseAsync(driver, "R1", """{"kind":"total","amount":10000.00}""");

        var other = await ReleaseAsync(driver, "R1", """{"kind":"total","amount":20000.00}""");
        var unreadable = await ReleaseAsync(driver, "R2", """{"kind":"total","amount":"10,000"}""");
        var accountant = await driver.DataverseAsync(
            SandboxDriver.Accountant,
            HttpMethod.Post,
            "pint_PrepareRetainageRelease",
            await InputsAsync(driver, "R3", """{"kind":"everything"}""")
        );

        Assert.Contains("Choose another reference", other["Message"]!.ToString(), StringComparison.Ordinal);
        Assert.Contains("Release.amount", unreadable["Message"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal(403, accountant.Status);
        await driver.RunFlowsAsync();
        var tooMuch = await ReleaseAsync(driver, "R4", """{"kind":"total","amount":65918.77}""");
        Assert.Equal("release-above-held", tooMuch["ReasonCode"]!.ToString());
    }

    [Fact]
    public async Task One_person_asks_for_a_reversal_another_confirms_and_the_invoice_is_billed_anew()
    {
        await using var driver = await SandboxDriver.StartAsync();
        await driver.BillNextMonthAsync();
        var original = await driver.DocumentAsync("HE-40213");
        var id = original["pint_documentid"]!.ToString();

        var withoutReason = await CallAsync(driver, Asks, "pint_PrepareReversal", new JsonObject { ["DocumentId"] = id });
        var asked = await CallAsync(driver, Asks, "pint_PrepareReversal", new JsonObject { ["DocumentId"] = id, ["Reason"] = "Wrong site" });
        var alone = await CallAsync(driver, Asks, "pint_PrepareReversal", new JsonObject { ["DocumentId"] = id });
        var accountant = await driver.DataverseAsync(
            SandboxDriver.Accountant,
            HttpMethod.Post,
            "pint_PrepareReversal",
            new JsonObject { ["DocumentId"] = id }
        );
        await driver.RunFlowsAsync();
        Assert.Equal(
            ("second-person-required", "AwaitingApproval", "AwaitingApproval", 403),
            (withoutReason["ReasonCode"]!.ToString(), asked["State"]!.ToString(), alone["State"]!.ToString(), accountant.Status)
        );
        Assert.Equal("Posted", await StateAsync(driver, id));
        Assert.Equal(["reversal-unconfirmed Open"], await FindingsAsync(driver, "reversal-"));

        var confirmed = await CallAsync(driver, Confirms, "pint_PrepareReversal", new JsonObject { ["DocumentId"] = id });
        await driver.RunFlowsAsync();
        Assert.Equal("Prepared", confirmed["State"]!.ToString());
        Assert.Equal("Reversed", await StateAsync(driver, id));
        Assert.Equal("Posted", await StateAsync(driver, confirmed["DocumentId"]!.ToString()));
        await driver.SweepAsync();
        Assert.Equal(["reversal-unconfirmed Closed"], await FindingsAsync(driver, "reversal-"));
        Assert.Equal(["document-reversed Open"], await FindingsAsync(driver, "document-reversed"));

        await driver.RetryAsync("HE-40213");
        var anew = await driver.DocumentAsync("HE-40213");
        Assert.Equal(
            (2, "HE-40213-C2", 683_268.76m),
            (anew["pint_revision"]!.GetValue<int>(), anew["pint_oracleinvoicenumber"]!.ToString(), anew["pint_oracleamount"]!.GetValue<decimal>())
        );

        var open = (await driver.RowsAsync("pint_findings?$filter=pint_kind eq 'document-reversed'"))[0];
        Assert.Equal(
            (683_268.76m, false),
            (open["pint_amount"]!.GetValue<decimal>(), open.ContainsKey("pint_causegoneon") && open["pint_causegoneon"] is not null)
        );
        await driver.SweepAsync();
        await CallAsync(driver, Asks, "pint_AcknowledgeFinding", new JsonObject { ["FindingId"] = open["pint_findingid"]!.ToString() });
        Assert.Equal(["document-reversed Closed"], await FindingsAsync(driver, "document-reversed"));
        await driver.BillNextMonthAsync();
        Assert.Equal("Posted", (await driver.DocumentAsync("HE-40688"))["pint_documentstate@OData.Community.Display.V1.FormattedValue"]!.ToString());
    }

    private static async Task<IReadOnlyList<string>> FindingsAsync(SandboxDriver driver, string kind) =>
        [
            .. (await driver.RowsAsync($"pint_findings?$filter=startswith(pint_kind,'{kind}')")).Select(row =>
                row["pint_kind"] + " " + row["pint_findingstate@OData.Community.Display.V1.FormattedValue"]
            ),
        ];

    [Fact]
    public async Task A_back_charge_that_a_controller_decides_is_deducted_after_line_8_on_its_account()
    {
        await using var driver = await SandboxDriver.StartAsync();
        await driver.BillNextMonthAsync();
        var refused = await driver.DocumentAsync("IG 7741-1");

        var unreadable = await CallAsync(
            driver,
            Asks,
            "pint_RecordDecision",
            Decision(refused, """{"deductions":[{"kind":"backCharge","name":"BC-1","amount":"many"}]}""")
        );
        var decided = await CallAsync(
            driver,
            Asks,
            "pint_RecordDecision",
            Decision(
                refused,
                """{"deductions":[{"kind":"backCharge","name":"BC-1 broken pane","amount":500.00,"account":"101-10-21900-000-000-000"}]}"""
            )
        );
        await driver.AddFirestoppingRuleAsync("0784");
        await driver.RetryAsync("IG 7741-1");

        Assert.Contains("deductions[name BC-1].amount", unreadable["Message"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal("decision-recorded", decided["ReasonCode"]!.ToString());
        var posted = await driver.DocumentAsync("IG 7741-1");
        Assert.Equal(355_576.71m, posted["pint_oracleamount"]!.GetValue<decimal>());
        var payload = driver.Sandbox.Oracle.ReceivedPayloads.Single(sent => sent["InvoiceNumber"]!.ToString() == "IG 7741-1");
        var line = payload["invoiceLines"]!.AsArray().Single(line => line!["DistributionCombination"]?.ToString() == "101-10-21900-000-000-000")!;
        Assert.Equal(-500m, line["LineAmount"]!.GetValue<decimal>());
        Assert.Contains("Maria Keller", line["Description"]!.ToString(), StringComparison.Ordinal);
        var preparation = (await driver.RowsAsync($"pint_preparations?$filter=pint_preparationid eq {posted["_pint_preparationid_value"]}"))[0];
        Assert.Matches(@"Unexplained\s+0\.00", preparation["pint_proof"]!.ToString());
        Assert.Matches(@"Payable now\s+355,576\.71", preparation["pint_certificate"]!.ToString());
    }

    [Fact]
    public async Task An_application_to_an_owner_is_prepared_with_the_journals_of_the_side_that_is_owed_and_not_sent()
    {
        await using var driver = await SandboxDriver.StartAsync();
        var document = await AddOwnerInvoiceAsync(driver);

        var prepared = await CallAsync(driver, SandboxDriver.FlowUser, "pint_PrepareDocument", new JsonObject { ["DocumentId"] = document });
        var submitted = await driver.GatewayAsync(SandboxDriver.FlowUser, "oracle/documents/submit", new JsonObject { ["documentId"] = document });

        Assert.True(prepared["State"]!.ToString() == "Prepared", prepared["Message"]!.ToString());
        Assert.Equal(90_000m, prepared["Amount"]!.GetValue<decimal>());
        Assert.Equal(422, submitted.Status);
        var preparation = (await driver.RowsAsync($"pint_preparations?$filter=pint_preparationid eq {prepared["PreparationId"]}"))[0];
        Assert.Matches(@"Receivable: Receivable from the owner\s+90,000\.00\s+0\.00", preparation["pint_proof"]!.ToString());
        Assert.Matches(@"Revenue .*\s+0\.00\s+100,000\.00", preparation["pint_proof"]!.ToString());
    }

    private static async Task<string> AddOwnerInvoiceAsync(SandboxDriver driver)
    {
        const string Project = "pint_projects(pint_key='LAKESHORE|1|PROCORE|PROJECT|562949953500001')";
        const string Environment = "pint_environments(pint_key='LAKESHORE')";
        await driver.EnterAndActivateAsync(
            "pint_commitment",
            new JsonObject
            {
                ["pint_key"] = "LAKESHORE|1|PROCORE|COMMITMENT|PRIME-1",
                ["pint_name"] = "Prime contract",
                ["pint_EnvironmentId@odata.bind"] = Environment,
                ["pint_ProjectId@odata.bind"] = Project,
                ["pint_procoreid"] = "PRIME-1",
                ["pint_number"] = "PC-1",
                ["pint_vendorname"] = "Fulton Yards Owner LLC",
                ["pint_vendornumber"] = "9001",
                ["pint_vendorsite"] = "CHICAGO",
                ["pint_currency"] = "USD",
            }
        );
        await driver.EnterAndActivateAsync(
            "pint_commitmentterms",
            new JsonObject
            {
                ["pint_key"] = "LAKESHORE|1|TERMS|PRIME-1|1",
                ["pint_name"] = "Prime contract, terms, version 1",
                ["pint_CommitmentId@odata.bind"] = "pint_commitments(pint_key='LAKESHORE|1|PROCORE|COMMITMENT|PRIME-1')",
                ["pint_version"] = 1,
                ["pint_validfrom"] = "2025-01-01",
                ["pint_matching"] = 723100001,
                ["pint_retainagekind"] = 723100001,
                ["pint_workrate"] = 0.10m,
                ["pint_retainagesource"] = 723100000,
                ["pint_retainagekeeper"] = 723100000,
                ["pint_storedmaterials"] = 723100000,
                ["pint_stalestorageperiods"] = 3,
                ["pint_overbillingtolerance"] = 0m,
                ["pint_negativelines"] = 723100000,
                ["pint_creditdocument"] = 723100000,
                ["pint_residualplace"] = 723100000,
            }
        );
        await AddAsync(
            driver,
            SandboxDriver.Service,
            "pint_documents",
            new JsonObject
            {
                ["pint_key"] = "LAKESHORE|PROCORE|PAYMENTAPPLICATION|1|1",
                ["pint_name"] = "PC-1 application 1",
                ["pint_EnvironmentId@odata.bind"] = Environment,
                ["pint_ProjectId@odata.bind"] = Project,
                ["pint_CommitmentId@odata.bind"] = "pint_commitments(pint_key='LAKESHORE|1|PROCORE|COMMITMENT|PRIME-1')",
                ["pint_documenttype"] = 723100001,
                ["pint_procoreid"] = "1",
                ["pint_revision"] = 1,
                ["pint_sourcehash"] = "0",
                ["pint_applicationnumber"] = 1,
                ["pint_periodend"] = "2025-10-31",
                ["pint_billingdate"] = "2025-10-31",
                ["pint_procorestatus"] = "approved",
                ["pint_approvername"] = "Dana Whitfield",
                ["pint_approvedon"] = "2025-11-01T10:00:00Z",
                ["pint_contractsumtodate"] = 500_000m,
                ["pint_grosstodate"] = 100_000m,
                ["pint_retainagetodate"] = 10_000m,
                ["pint_previouscertificates"] = 0m,
                ["pint_certifiedpayment"] = 90_000m,
                ["pint_taxamount"] = 0m,
                ["pint_documentstate"] = 723100000,
            }
        );
        await AddAsync(
            driver,
            SandboxDriver.Service,
            "pint_sourcelines",
            new JsonObject
            {
                ["pint_key"] = "LAKESHORE|PROCORE|PAYMENTAPPLICATION|1|1|S1",
                ["pint_name"] = "1 Structure",
                ["pint_DocumentId@odata.bind"] = "pint_documents(pint_key='LAKESHORE|PROCORE|PAYMENTAPPLICATION|1|1')",
                ["pint_linenumber"] = 1,
                ["pint_procoreitemid"] = "1",
                ["pint_procorelineid"] = "1",
                ["pint_description"] = "Structure",
                ["pint_flatcode"] = "03-300.SUB",
                ["pint_tasksegmentcode"] = "3100",
                ["pint_costcode"] = "03-300",
                ["pint_costtype"] = "SUB",
                ["pint_scheduledvalue"] = 500_000m,
                ["pint_workprevious"] = 0m,
                ["pint_workthisperiod"] = 100_000m,
                ["pint_materialsstored"] = 0m,
                ["pint_completedtodate"] = 100_000m,
                ["pint_completedprevious"] = 0m,
                ["pint_workretainageheld"] = 10_000m,
                ["pint_storedretainageheld"] = 0m,
            }
        );
        var row = (await driver.RowsAsync("pint_documents?$filter=pint_procoreid eq '1'&$select=pint_documentid"))[0];
        return row["pint_documentid"]!.ToString();
    }

    private static async Task AddAsync(SandboxDriver driver, string user, string set, JsonObject row)
    {
        var answer = await driver.DataverseAsync(user, HttpMethod.Post, set, row);
        Assert.True(answer.Status == 204, answer.Text);
    }

    private static JsonObject Decision(JsonObject document, string decisions) =>
        new() { ["DocumentId"] = document["pint_documentid"]!.ToString(), ["Decisions"] = decisions };

    private static async Task<JsonNode> ReleaseAsync(SandboxDriver driver, string reference, string release) =>
        await CallAsync(driver, Asks, "pint_PrepareRetainageRelease", await InputsAsync(driver, reference, release));

    private static async Task<JsonObject> InputsAsync(SandboxDriver driver, string reference, string release)
    {
        var contract = (await driver.RowsAsync($"pint_commitments?$filter=pint_key eq '{Contract}'&$select=pint_commitmentid"))[0];
        return new JsonObject
        {
            ["CommitmentId"] = contract["pint_commitmentid"]!.ToString(),
            ["Reference"] = reference,
            ["Release"] = release,
            ["PeriodEnd"] = "2025-10-31T00:00:00Z",
            ["BillingDate"] = "2025-10-31T00:00:00Z",
        };
    }

    private static async Task<JsonNode> CallAsync(SandboxDriver driver, string user, string api, JsonObject inputs)
    {
        var answer = await driver.DataverseAsync(user, HttpMethod.Post, api, inputs);
        Assert.True(answer.Status == 200, answer.Text);
        return answer.Body!;
    }

    private static async Task<string> StateAsync(SandboxDriver driver, string id) =>
        (await driver.RowsAsync($"pint_documents?$filter=pint_documentid eq {id}"))[0][
            "pint_documentstate@OData.Community.Display.V1.FormattedValue"
        ]!.ToString();

    private static string Amount(JsonNode? node) => node!.GetValue<decimal>().ToString("0.00", CultureInfo.InvariantCulture);
}
