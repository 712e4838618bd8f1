using System.Net.Http;
using System.Text.Json.Nodes;
using PowerIntegration.Tables.Versions;
using Xunit;

namespace PowerIntegration.EndToEnd.Tests;

/// <summary>The shipped rules of law at work: rows that were loaded from the solution's data, read by the shipped plug-in.</summary>
public sealed class LawTests
{
    private const string Contract = "LAKESHORE|1|PROCORE|COMMITMENT|562949953700002";

    [Fact]
    public async Task More_retainage_than_a_verified_cap_allows_holds_the_invoice_and_names_the_statute()
    {
        await using var driver = await SandboxDriver.StartAsync();
        await MoveToAsync(driver, "US-NV");

        await driver.BillNextMonthAsync();

        var held = await driver.DocumentAsync("HE-40213");
        Assert.Equal("retainage-cap-exceeded", held["pint_reasoncode"]!.ToString());
        Assert.Contains("624.609", held["pint_reason"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal(
            "Posted",
            (await driver.DocumentAsync("PCC-25-1187"))["pint_documentstate@OData.Community.Display.V1.FormattedValue"]!.ToString()
        );
    }

    [Fact]
    public async Task A_place_without_a_rule_warns_and_posts()
    {
        await using var driver = await SandboxDriver.StartAsync();
        await MoveToAsync(driver, "US-ZZ");

        await driver.BillNextMonthAsync();

        var posted = await driver.DocumentAsync("HE-40213");
        Assert.Equal("Posted", posted["pint_documentstate@OData.Community.Display.V1.FormattedValue"]!.ToString());
        var preparation = (await driver.RowsAsync($"pint_preparations?$filter=pint_preparationid eq {posted["_pint_preparationid_value"]}"))[0];
        Assert.Contains("no retainage rule", preparation["pint_warnings"]!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]", "hold", 683268.76)]
    [InlineData("""[{"receivedOn":"2025-11-20","amount":683268.76}]""", "release", 683268.76)]
    [InlineData("""[{"receivedOn":"2025-11-20","amount":200000.00}]""", "payablesTask", 200000.00)]
    public async Task Pay_when_paid_holds_payment_until_the_owner_has_paid(string receipts, string action, double amount)
    {
        await using var driver = await SandboxDriver.StartAsync();
        var request = $$"""
            {"contract":"SC-002","currency":"USD","region":{"jurisdiction":"US-IL","sector":"private","contractDate":"2025-01-10","dwellings":240},
             "paymentClause":{"kind":"payWhenPaid","outsideDays":60,"passThroughDays":7},"asOf":"2025-12-01",
             "invoices":[{"name":"HE-40213","posted":true,"invoiceDate":"2025-10-31","dueDate":"2025-11-30","amount":683268.76,
             "hold":"OWNER NOT PAID","receipts":{{receipts}}}]}
            """;

        var answer = await driver.DataverseAsync(
            SandboxDriver.Accountant,
            HttpMethod.Post,
            "pint_ReviewPaymentHold",
            new JsonObject { ["Request"] = request }
        );

        Assert.True(answer.Status == 200, answer.Text);
        Assert.Equal("Reviewed", answer.Body!["State"]!.ToString());
        var instruction = Assert.Single(JsonNode.Parse(answer.Body["Instructions"]!.ToString())!.AsArray())!;
        Assert.Equal((action, (decimal)amount), (instruction["action"]!.ToString(), instruction["amount"]!.GetValue<decimal>()));
    }

    [Fact]
    public async Task A_review_that_cannot_be_read_names_the_field()
    {
        await using var driver = await SandboxDriver.StartAsync();

        var answer = await driver.DataverseAsync(
            SandboxDriver.Accountant,
            HttpMethod.Post,
            "pint_ReviewPaymentHold",
            new JsonObject { ["Request"] = """{"contract":"SC-002","currency":"XXX","asOf":"soon"}""" }
        );

        Assert.Equal("input-unusable", answer.Body!["ReasonCode"]!.ToString());
        Assert.All(
            ["Request.currency", "Request.region", "Request.asOf"],
            field => Assert.Contains(field, answer.Body["Message"]!.ToString(), StringComparison.Ordinal)
        );
    }

    private static async Task<string> CommitmentIdAsync(SandboxDriver driver) =>
        (await driver.RowsAsync($"pint_commitments?$filter=pint_key eq '{Contract}'"))[0]["pint_commitmentid"]!.ToString();

    private static async Task MoveToAsync(SandboxDriver driver, string jurisdiction)
    {
        const string Active = "pint_rulestate eq 723100001";
        var filter = $"_pint_commitmentid_value eq {await CommitmentIdAsync(driver)} and {Active}";
        var terms = (await driver.RowsAsync($"pint_commitmenttermss?$filter={filter}"))[0].AsObject();

        // What was agreed changes by a new version that replaces the active one; its fields are taken over.
        var version = new JsonObject();
        foreach (var column in VersionedTables.Find("pint_commitmentterms")!.Replaced.Where(terms.ContainsKey))
        {
            version[column] = terms[column]?.DeepClone();
        }

        version["pint_CommitmentId@odata.bind"] = $"pint_commitments(pint_key='{Contract}')";
        version["pint_ReplacesId@odata.bind"] = $"pint_commitmenttermss({terms["pint_commitmenttermsid"]})";
        version["pint_key"] = terms["pint_key"] + "-2";
        version["pint_version"] = 2;
        version["pint_jurisdiction"] = jurisdiction;
        version["pint_contractdate"] = "2025-08-18";
        await driver.EnterAndActivateAsync("pint_commitmentterms", version);
    }
}
