using System.Net.Http;
using System.Text.Json.Nodes;
using PowerIntegration.Sandbox.Demo;
using Xunit;

namespace PowerIntegration.EndToEnd.Tests;

/// <summary>Days with zones, a subcontractor's own breakdown, tax that a source states or leaves out, and amounts that no column takes.</summary>
public sealed class SourceFormsTests
{
    private const int Source = 723100000;
    private const int NetDeferred = 723100001;
    private const int Engine = 723100002;
    private const string Asks = SandboxDriver.Administrator;

    [Theory]
    [InlineData("2025-11-01T00:00:00+13:00", "2025-11-01")]
    [InlineData("2025-10-31T23:30:00-05:00", "2025-10-31")]
    [InlineData("2025-10-31T00:00:00Z", "2025-10-31")]
    public async Task A_release_is_posted_in_Oracle_on_the_day_that_was_named(string named, string day)
    {
        using var data = new SeededInvoice().Line(612480m, 60000m, 6000m).In(SeededInvoice.FlatTerms());
        await using var driver = await SandboxDriver.StartAsync(data);
        await driver.PollAsync();

        var answer = await ReleaseAsync(driver, """{"kind":"total","amount":100.00}""", named);
        await driver.SweepAsync();

        Assert.Equal("Prepared", answer["State"]!.ToString());
        var document = await DocumentAsync(driver, answer);
        Assert.Equal(
            (day, day, day),
            (document["pint_periodend"]!.ToString(), document["pint_billingdate"]!.ToString(), document["pint_accountingdate"]!.ToString())
        );
        Assert.Equal("Posted", State(document));
    }

    [Fact]
    public async Task A_time_in_utc_that_may_be_another_day_stores_nothing()
    {
        using var data = new SeededInvoice().Line(612480m, 60000m, 6000m).In(SeededInvoice.FlatTerms());
        await using var driver = await SandboxDriver.StartAsync(data);
        await driver.PollAsync();

        var answer = await ReleaseAsync(driver, """{"kind":"total","amount":100.00}""", "2025-10-31T11:00:00Z");

        Assert.Equal("input-unusable", answer["ReasonCode"]!.ToString());
        Assert.Contains("2025-10-31T11:00:00Z", answer["Message"]!.ToString(), StringComparison.Ordinal);
        Assert.Empty(await driver.RowsAsync("pint_documents?$filter=pint_documenttype eq 723100002"));
    }

    [Theory]
    [InlineData(7020.00, 6780.00)]
    [InlineData(7800.00, 6000.00)]
    public async Task A_release_decided_here_pays_the_tax_that_its_terms_defer(double tax, double payable)
    {
        var isGross = tax == 7800.00;
        using var data = Taxed(
            (decimal)tax,
            row =>
            {
                row["pint_taxcomputedby"] = Source;
                row["pint_taxonretainage"] = isGross ? Source : NetDeferred;
                row["pint_taxrate"] = 0.13;
            }
        );
        await using var driver = await SandboxDriver.StartAsync(data);
        await driver.PollAsync();
        Assert.Equal("Posted", State(await driver.DocumentAsync(SeededInvoice.Number)));

        var answer = await ReleaseAsync(driver, """{"kind":"everything"}""", "2025-10-31T00:00:00Z");
        await driver.SweepAsync();

        Assert.Equal(("Prepared", (decimal)payable), (answer["State"]!.ToString(), answer["Amount"]!.GetValue<decimal>()));
        Assert.Equal("Posted", State(await DocumentAsync(driver, answer)));
        Assert.Contains(await InvoicesAsync(driver), invoice => invoice.Amount == (decimal)payable);
    }

    [Fact]
    public async Task Without_a_rate_the_tax_of_a_release_is_asked_for_and_can_be_given()
    {
        using var data = Taxed(7020m, row => row["pint_taxcomputedby"] = Source);
        await using var driver = await SandboxDriver.StartAsync(data);
        await driver.PollAsync();

        var asked = await ReleaseAsync(driver, """{"kind":"everything"}""", "2025-10-31");
        Assert.Equal("amount-missing", asked["ReasonCode"]!.ToString());
        Assert.Contains("Record a decision with the release and its tax", asked["Message"]!.ToString(), StringComparison.Ordinal);

        var decided = await CallAsync(
            driver,
            "pint_RecordDecision",
            new JsonObject { ["DocumentId"] = asked["DocumentId"]!.ToString(), ["Decisions"] = """{"release":{"kind":"everything"},"tax":780.00}""" }
        );
        Assert.Equal("decision-recorded", decided["ReasonCode"]!.ToString());
        await driver.SweepAsync();
        await driver.SweepAsync();

        Assert.Equal("Posted", State(await DocumentAsync(driver, asked)));
        Assert.Contains(await InvoicesAsync(driver), invoice => invoice.Amount == 6780m);
    }

    [Fact]
    public async Task The_tax_of_a_release_is_given_with_it()
    {
        using var data = Taxed(7020m, row => row["pint_taxcomputedby"] = Source);
        await using var driver = await SandboxDriver.StartAsync(data);
        await driver.PollAsync();

        var answer = await ReleaseAsync(driver, """{"kind":"everything"}""", "2025-10-31", tax: "780.00");
        await driver.SweepAsync();

        Assert.Equal(6780m, answer["Amount"]!.GetValue<decimal>());
        Assert.Equal("Posted", State(await DocumentAsync(driver, answer)));
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(null)]
    [InlineData(7020.0)]
    public async Task Tax_that_is_computed_here_posts_its_own_figure(double? stated)
    {
        using var data = Taxed(
            (decimal?)stated,
            row =>
            {
                row["pint_taxcomputedby"] = Engine;
                row["pint_taxonretainage"] = NetDeferred;
                row["pint_taxrate"] = 0.13;
            }
        );
        await using var driver = await SandboxDriver.StartAsync(data);
        await driver.PollAsync();

        var document = await driver.DocumentAsync(SeededInvoice.Number);
        Assert.Equal(("Posted", null), (State(document), document["pint_reason"]?.ToString()));
        Assert.Equal([61020m], (await InvoicesAsync(driver)).Select(invoice => invoice.Amount));
    }

    [Fact]
    public async Task A_subcontractors_own_breakdown_is_added_up_by_line_and_its_parts_stay()
    {
        using var data = new SeededInvoice()
            .Line(300000m, 150000m, 15000m, Part(9001, "Pile caps"))
            .Line(312480m, 137914.63m, 13791.46m, Part(9002, "Grade beams"))
            .In(new ChangedData());
        await using var driver = await SandboxDriver.StartAsync(data);
        await driver.PollAsync();

        var document = await driver.DocumentAsync(SeededInvoice.Number);
        Assert.Equal(("Posted", null), (State(document), document["pint_reason"]?.ToString()));
        var id = document["pint_documentid"]!.ToString();
        var parts = await driver.RowsAsync($"pint_sourcelines?$filter=_pint_documentid_value eq {id}&$orderby=pint_linenumber asc");
        Assert.Equal(
            [("9001", 150000m), ("9002", 137914.63m)],
            parts.Select(row => (row["pint_procoredetailid"]!.ToString(), row["pint_workthisperiod"]!.GetValue<decimal>()))
        );
        var lines = await driver.RowsAsync(
            $"pint_documentlines?$filter=_pint_preparationid_value eq {document["_pint_preparationid_value"]} and pint_linekind eq 723100000"
        );
        var line = Assert.Single(lines);
        Assert.Equal(
            (SeededInvoice.Grade.ToString(CultureInfo.InvariantCulture), 287914.63m, 28791.46m, 287914.63m),
            (
                line["pint_procorelineid"]!.ToString(),
                line["pint_grossafter"]!.GetValue<decimal>(),
                line["pint_workretainageafter"]!.GetValue<decimal>(),
                line["pint_amount"]!.GetValue<decimal>()
            )
        );
        var preparation = (await driver.RowsAsync($"pint_preparations?$filter=pint_preparationid eq {document["_pint_preparationid_value"]}"))[0];
        Assert.Contains("Grade beams: work 137,914.63", preparation["pint_certificate"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_application_goes_on_from_the_parts_of_the_one_before()
    {
        using var data = new SeededInvoice()
            .Line(300000m, 150000m, 15000m, Part(9001, "Pile caps"))
            .Line(312480m, 137914.63m, 13791.46m, Part(9002, "Grade beams"))
            .In(SeededInvoice.FlatTerms())
            .With("months.json", root => root["months"] = new JsonArray(November(root)));
        await using var driver = await SandboxDriver.StartAsync(data);
        await driver.PollAsync();

        await driver.BillNextMonthAsync();

        var document = await driver.DocumentAsync("PCC-25-1244");
        Assert.Equal(("Posted", null), (State(document), document["pint_reason"]?.ToString()));
        Assert.Contains(await InvoicesAsync(driver), invoice => invoice.Amount == 27000m);
    }

    // 10,000.00 more on the pile caps, and 20,000.00 of reinforcement on site for the grade beams.
    private static JsonNode November(JsonNode root)
    {
        var month = root["months"]![1]!.DeepClone();
        var invoice = month["invoices"]!.AsArray().First(script => (long)script!["commitment_id"]! == 562949953700001)!.DeepClone();
        invoice["invoice_number"] = "PCC-25-1244";
        invoice["items"] = new JsonArray(Item(9001, "10000.00", "0.00"), Item(9002, "0.00", "20000.00"));
        invoice["expected"] = new JsonObject
        {
            ["total_completed_and_stored_to_date"] = "317914.63",
            ["total_retainage"] = "31791.46",
            ["less_previous_certificates_for_payment"] = "259123.17",
            ["current_payment_due"] = "27000.00",
        };
        foreach (var other in month.AsObject().Select(pair => pair.Key).Where(key => key is "change_orders" or "corrections").ToList())
        {
            month.AsObject().Remove(other);
        }

        month["invoices"] = new JsonArray(invoice);
        return month;
    }

    private static JsonObject Item(int detail, string work, string stored) =>
        new()
        {
            ["line_item_id"] = SeededInvoice.Grade,
            ["detail_line_item_id"] = detail,
            ["work_completed_this_period"] = work,
            ["materials_presently_stored"] = stored,
        };

    [Fact]
    public async Task A_date_only_column_takes_no_instant()
    {
        await using var driver = await SandboxDriver.StartAsync();
        var terms = (await driver.RowsAsync("pint_commitmenttermss?$top=1"))[0];

        var answer = await driver.DataverseAsync(
            Asks,
            HttpMethod.Patch,
            $"pint_commitmenttermss({terms["pint_commitmenttermsid"]})",
            new JsonObject { ["pint_validto"] = "2025-11-01T00:00:00+13:00" }
        );

        Assert.Equal(400, answer.Status);
    }

    [Fact]
    public async Task An_amount_beyond_its_column_is_refused_once_in_the_words_of_the_field()
    {
        using var data = new SeededInvoice().Line(100000000000.01m, 60000m, 6000m).In(SeededInvoice.FlatTerms());
        await using var driver = await SandboxDriver.StartAsync(data);
        await driver.PollAsync();

        Assert.Empty(await driver.RowsAsync("pint_documents"));
        var inbound = Assert.Single(await driver.RowsAsync("pint_inboundevents"));
        Assert.Contains("100,000,000,000.00", inbound["pint_message"]!.ToString(), StringComparison.Ordinal);
        Assert.Contains("the contract sum to date is", inbound["pint_message"]!.ToString(), StringComparison.Ordinal);

        // The commitments were added in the instant of the first poll, so the first sweep looks once more.
        await driver.SweepAsync();
        var attempts = (await driver.RowsAsync("pint_inboundevents"))[0]["pint_attempts"]!.GetValue<int>();
        for (var sweep = 0; sweep < 12; sweep++)
        {
            await driver.SweepAsync();
        }

        Assert.Equal(attempts, (await driver.RowsAsync("pint_inboundevents"))[0]["pint_attempts"]!.GetValue<int>());
    }

    private static Action<JsonObject> Part(int detail, string description) =>
        item =>
        {
            item["item_type"] = "contract_detail_item";
            item["detail_line_item_id"] = detail;
            item["description_of_work"] = description;
        };

    private static ChangedData Taxed(decimal? tax, Action<JsonObject> terms) =>
        new SeededInvoice { Tax = tax }
            .Line(612480m, 60000m, 6000m)
            .In(SeededInvoice.FlatTerms(terms))
            .With(
                "dataverse/20-pint_payablessetups.json",
                root =>
                {
                    foreach (var row in root["rows"]!.AsArray())
                    {
                        row!["pint_taxaccount"] = "101-10-21400-000-000-000";
                    }
                }
            );

    private static async Task<JsonNode> ReleaseAsync(SandboxDriver driver, string release, string day, string? tax = null)
    {
        var contract = (await driver.RowsAsync("pint_commitments?$filter=pint_number eq 'SC-001'&$select=pint_commitmentid"))[0];
        var inputs = new JsonObject
        {
            ["CommitmentId"] = contract["pint_commitmentid"]!.ToString(),
            ["Reference"] = "HB1",
            ["Release"] = release,
            ["PeriodEnd"] = day,
            ["BillingDate"] = day,
        };
        if (tax is not null)
        {
            inputs["Tax"] = tax;
        }

        return await CallAsync(driver, "pint_PrepareRetainageRelease", inputs);
    }

    private static async Task<JsonNode> CallAsync(SandboxDriver driver, string api, JsonObject inputs)
    {
        var answer = await driver.DataverseAsync(Asks, HttpMethod.Post, api, inputs);
        Assert.True(answer.Status == 200, answer.Text);
        return answer.Body!;
    }

    private static async Task<JsonObject> DocumentAsync(SandboxDriver driver, JsonNode answer) =>
        (await driver.RowsAsync($"pint_documents?$filter=pint_documentid eq {answer["DocumentId"]}"))[0];

    private static async Task<IReadOnlyList<OracleInvoice>> InvoicesAsync(SandboxDriver driver) =>
        await new VendorReader(driver.Sandbox.Client, driver.Sandbox.Root, driver.Sandbox.Credentials).InvoicesAsync(SandboxDriver.Cancellation);

    private static string State(JsonObject document) => document["pint_documentstate@OData.Community.Display.V1.FormattedValue"]!.ToString();
}
