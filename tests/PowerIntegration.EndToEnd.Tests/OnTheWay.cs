using System.Net.Http;
using System.Text.Json.Nodes;
using PowerIntegration.Local.Oracle;
using PowerIntegration.Local.Oracle.Payables;
using PowerIntegration.Sandbox.Demo;
using Xunit;

namespace PowerIntegration.EndToEnd.Tests;

/// <summary>What people do in Payables and in the app while a document is on its way, and what can be seen of it afterwards.</summary>
internal static class OnTheWay
{
    /// <summary>Applications of one commitment in the first two months.</summary>
    public const string First = "HE-40213";
    public const string Second = "HE-40688";

    public const string Label = "@OData.Community.Display.V1.FormattedValue";

    public static void ReleaseWithWork(JsonNode root)
    {
        var invoice = root["months"]![1]!["invoices"]!.AsArray().Single(one => one!["invoice_number"]!.ToString() == Second)!;
        var item = invoice["items"]!.AsArray().Single(one => one!["line_item_id"]!.ToString() == "562949953710202")!;
        item["work_completed_retainage_released_this_period"] = "1000.00";
        invoice["expected"]!["total_retainage"] = "118153.09";
        invoice["expected"]!["current_payment_due"] = "390108.81";
    }

    public static void Refuse(SandboxDriver driver, int times)
    {
        for (var time = 0; time < times; time++)
        {
            driver.Sandbox.Oracle.Faults.Plan(
                new OracleFault
                {
                    Kind = OracleFaultKind.Refused,
                    Method = "POST",
                    Template = "invoices/action/validateInvoice",
                    RetryAfter = TimeSpan.FromHours(1),
                }
            );
        }
    }

    public static async Task<string> DecideAsync(SandboxDriver driver, JsonObject document, string decisions) =>
        await CallAsync(
            driver,
            SandboxDriver.Administrator,
            "pint_RecordDecision",
            new JsonObject { ["DocumentId"] = document["pint_documentid"]!.ToString(), ["Decisions"] = decisions }
        );

    public static async Task<string> CallAsync(SandboxDriver driver, string user, string api, JsonObject inputs)
    {
        var answer = await driver.DataverseAsync(user, HttpMethod.Post, api, inputs);
        Assert.True(answer.Status == 200, answer.Text);
        return answer.Text;
    }

    public static async Task<IReadOnlyList<OracleInvoice>> InvoicesAsync(SandboxDriver driver, string number) =>
        [
            .. (
                await new VendorReader(driver.Sandbox.Client, driver.Sandbox.Root, driver.Sandbox.Credentials).InvoicesAsync(
                    SandboxDriver.Cancellation
                )
            ).Where(invoice => invoice.Number.StartsWith(number, StringComparison.Ordinal)),
        ];

    public static async Task<string> AllAsync(SandboxDriver driver, string number)
    {
        var rows = await driver.RowsAsync($"pint_documents?$filter=pint_invoicenumber eq '{number}'&$orderby=pint_revision desc");
        return string.Join(
                "\n",
                rows.Select(row =>
                    $"revision {row["pint_revision"]} {State(row)} {row["pint_reasoncode"]} {row["pint_reason"]} "
                    + $"payable {row["pint_payableamount"]} canceled {row["pint_cancelednumbers"]}"
                )
            )
            + "\nOracle: "
            + string.Join("; ", (await InvoicesAsync(driver, number)).Select(invoice => invoice.Number + " " + invoice.Amount));
    }

    public static async Task<string> ReversalsAsync(SandboxDriver driver) =>
        string.Join(
            "\n",
            (await driver.RowsAsync("pint_documents?$filter=_pint_reverseddocumentid_value ne null")).Select(row =>
                $"reversal {State(row)} {row["pint_reasoncode"]} {row["pint_reason"]} confirmed {row["pint_confirmedby"]}"
            )
        );

    public static string State(JsonObject document) => document["pint_documentstate" + Label]!.ToString();

    public static void Pay(SandboxDriver driver, string supplier, params string[] numbers) =>
        driver.Sandbox.Oracle.Pay(
            new OraclePayment(
                "Lakeshore US BU",
                supplier,
                DateOnly.FromDateTime(driver.Clock.GetUtcNow().UtcDateTime),
                [.. numbers.Select(number => new OraclePaidInvoice(number))]
            )
        );

    public static Task<string> RequestAsync(SandboxDriver driver, string document) =>
        CallAsync(driver, "maria.keller", "pint_PrepareReversal", new JsonObject { ["DocumentId"] = document, ["Reason"] = "Wrong site" });

    public static Task<string> ConfirmAsync(SandboxDriver driver, string document) =>
        CallAsync(driver, "irene.castellano", "pint_PrepareReversal", new JsonObject { ["DocumentId"] = document });

    public static Task<string> WithdrawAsync(SandboxDriver driver, string document) =>
        CallAsync(driver, "irene.castellano", "pint_PrepareReversal", new JsonObject { ["DocumentId"] = document, ["Withdraw"] = true });

    public static async Task SweepAsync(SandboxDriver driver, int times)
    {
        for (var time = 0; time < times; time++)
        {
            await driver.SweepAsync();
        }
    }
}
