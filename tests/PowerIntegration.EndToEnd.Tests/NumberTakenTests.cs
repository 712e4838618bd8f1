using System.Text.Json.Nodes;
using PowerIntegration.Sandbox.Demo;
using Xunit;

namespace PowerIntegration.EndToEnd.Tests;

/// <summary>A vendor gives one number to the bills of two contracts, or somebody entered one by hand: nothing is paid once for two.</summary>
public sealed class NumberTakenTests
{
    private const string Number = "ACCT-88412";
    private const int FlatRetainage = 723100001;
    private const int Unmatched = 723100001;

    [Fact]
    public async Task Of_two_contracts_with_one_number_the_first_is_posted_and_the_second_is_held_by_its_name()
    {
        using var data = TwoContractsOfOneVendor(secondBills: 5000m);
        await using var driver = await SandboxDriver.StartAsync(data);

        await driver.BillNextMonthAsync();

        await AssertSecondIsHeldAsync(driver);
        Assert.Equal([4500m], (await InvoicesAsync(driver)).Select(invoice => invoice.Amount));
    }

    [Fact]
    public async Task Nobody_is_told_to_cancel_the_invoice_of_the_other_contract()
    {
        using var data = TwoContractsOfOneVendor(secondBills: 6000m);
        await using var driver = await SandboxDriver.StartAsync(data);

        await driver.BillNextMonthAsync();

        await AssertSecondIsHeldAsync(driver);
    }

    [Fact]
    public async Task An_invoice_that_was_entered_by_hand_is_not_taken_for_ours_and_another_number_posts()
    {
        using var data = TwoContractsOfOneVendor(secondBills: 5000m).With("months.json", OnlyFirst);
        await using var driver = await SandboxDriver.StartAsync(data);
        await EnterByHandAsync(driver, 4500m);

        await driver.BillNextMonthAsync();

        var held = await driver.DocumentAsync(Number);
        Assert.Equal(("Held", "number-taken"), (State(held), held["pint_reasoncode"]!.ToString()));
        Assert.Contains("entered in Oracle", held["pint_reason"]!.ToString(), StringComparison.Ordinal);
        Assert.Contains("Enter another invoice number in Procore.", held["pint_reason"]!.ToString(), StringComparison.Ordinal);
        Assert.Null(held["pint_oracleinvoiceid"]);

        await driver.RenumberAsync(Number, "ACCT-88412-B");
        await driver.PollAsync();

        // The amount is still that of the invoice in Oracle: it is the same bill until a controller says that it is another.
        var alike = await driver.DocumentAsync("ACCT-88412-B");
        Assert.Equal(("Held", "possible-duplicate"), (State(alike), alike["pint_reasoncode"]!.ToString()));
        Assert.Contains($"the amount of invoice {Number} of 2025-10-31", alike["pint_reason"]!.ToString(), StringComparison.Ordinal);
        var id = alike["pint_oraclealike"]!.ToString().Split('|')[0];
        await OnTheWay.DecideAsync(driver, alike, $$"""{"differsFromOracle": [{"invoice": "{{id}}"}]}""");
        await driver.PollAsync();

        Assert.Equal("Posted", State(await driver.DocumentAsync("ACCT-88412-B")));
        Assert.Equal("Superseded", State(await driver.DocumentAsync(Number)));
        Assert.Equal([4500m, 4500m], (await InvoicesAsync(driver)).Select(invoice => invoice.Amount));
    }

    private static async Task AssertSecondIsHeldAsync(SandboxDriver driver)
    {
        var documents = await driver.RowsAsync($"pint_documents?$filter=pint_invoicenumber eq '{Number}'&$orderby=pint_documentstate asc");
        Assert.Equal(["Held", "Posted"], documents.Select(State).Order());
        var held = documents.Single(document => State(document) == "Held");
        Assert.Equal("number-taken", held["pint_reasoncode"]!.ToString());

        // Which of the two is first, and how far it is when the other is looked at, is the order of the flows.
        var first = documents.Single(document => State(document) == "Posted")["pint_name"]!.ToString()[.."SC-001".Length];
        Assert.Contains($"belongs to application 1 of commitment {first} (", held["pint_reason"]!.ToString(), StringComparison.Ordinal);
        Assert.Contains("Enter another invoice number in Procore.", held["pint_reason"]!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("ancel", held["pint_reason"]!.ToString(), StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<OracleInvoice>> InvoicesAsync(SandboxDriver driver) =>
        await new VendorReader(driver.Sandbox.Client, driver.Sandbox.Root, driver.Sandbox.Credentials).InvoicesAsync(SandboxDriver.Cancellation);

    private static Task EnterByHandAsync(SandboxDriver driver, decimal amount) =>
        driver.CreateInOracleAsync(
            new JsonObject
            {
                ["InvoiceNumber"] = Number,
                ["InvoiceCurrency"] = "USD",
                ["InvoiceAmount"] = amount,
                ["InvoiceDate"] = "2025-10-31",
                ["BusinessUnit"] = "Lakeshore US BU",
                ["Supplier"] = "Prairie Concrete Contractors, Inc.",
                ["SupplierSite"] = "CHICAGO",
                ["Description"] = "Entered by hand",
                ["invoiceLines"] = new JsonArray(
                    new JsonObject
                    {
                        ["LineNumber"] = 1,
                        ["LineType"] = "Item",
                        ["LineAmount"] = amount,
                        ["DistributionCombination"] = "101-10-20250-000-000-000",
                    }
                ),
            }
        );

    private static ChangedData TwoContractsOfOneVendor(decimal secondBills) =>
        new ChangedData()
            .With(
                "dataverse/80-pint_commitments.json",
                root =>
                {
                    var rows = root["rows"]!.AsArray();
                    foreach (var column in new[] { "pint_vendorname", "pint_vendornumber", "pint_vendorsite", "pint_VendorLinkId@odata.bind" })
                    {
                        rows[1]![column] = rows[0]![column]!.ToString();
                    }
                }
            )
            .With("procore/work_order_contracts.json", root => root[1]!["vendor"] = root[0]!["vendor"]!.DeepClone())
            .With(
                "dataverse/85-pint_commitmenttermss.json",
                root =>
                {
                    foreach (var row in root["rows"]!.AsArray().Take(2).Select(row => row!.AsObject()))
                    {
                        foreach (var column in row.Select(pair => pair.Key).Where(IsOfStepOrClause).ToList())
                        {
                            row.Remove(column);
                        }

                        row["pint_retainagekind"] = FlatRetainage;
                        row["pint_workrate"] = 0.1;
                        row["pint_matching"] = Unmatched;
                    }
                }
            )
            .With(
                "months.json",
                root =>
                {
                    var october = root["months"]![0]!;
                    october["invoices"] = new JsonArray(
                        Invoice(october["invoices"]![0]!, 562949953710103, 5000m),
                        Invoice(october["invoices"]![1]!, 562949953710202, secondBills)
                    );
                    root["months"] = new JsonArray(october.DeepClone());
                }
            );

    private static bool IsOfStepOrClause(string column) =>
        column
            is "pint_stepthreshold"
                or "pint_ratebefore"
                or "pint_rateafter"
                or "pint_stepreading"
                or "pint_billedmeasure"
                or "pint_contractsumbase"
                or "pint_paymentclause"
                or "pint_outsidedays"
                or "pint_passthroughdays";

    private static void OnlyFirst(JsonNode root)
    {
        var invoices = root["months"]![0]!["invoices"]!.AsArray();
        invoices.RemoveAt(1);
    }

    private static JsonNode Invoice(JsonNode script, long line, decimal amount)
    {
        var invoice = script.DeepClone();
        invoice["invoice_number"] = Number;
        invoice["items"] = new JsonArray(
            new JsonObject
            {
                ["line_item_id"] = line,
                ["work_completed_this_period"] = Text(amount),
                ["materials_presently_stored"] = "0.00",
            }
        );
        invoice["expected"] = new JsonObject
        {
            ["total_completed_and_stored_to_date"] = Text(amount),
            ["total_retainage"] = Text(amount / 10m),
            ["less_previous_certificates_for_payment"] = "0.00",
            ["current_payment_due"] = Text(amount * 9m / 10m),
        };
        return invoice;
    }

    private static string Text(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);

    private static string State(JsonObject document) => document["pint_documentstate@OData.Community.Display.V1.FormattedValue"]!.ToString();
}
