using System.Text.Json.Nodes;
using PowerIntegration.Local.Oracle;
using Xunit;
using static PowerIntegration.EndToEnd.Tests.OnTheWay;

namespace PowerIntegration.EndToEnd.Tests;

/// <summary>A reversal comes to an end whatever happens in Oracle meanwhile, or is withdrawn.</summary>
public sealed class ReversalEndTests
{
    [Fact]
    public async Task A_credit_memo_whose_number_someone_used_gets_another_after_another_confirmation()
    {
        await using var driver = await SandboxDriver.StartAsync();
        await driver.BillNextMonthAsync();
        var original = await driver.DocumentAsync(First);
        var invoices = await InvoicesAsync(driver, First);
        Pay(driver, invoices[0].Supplier, First);
        await driver.CreateInOracleAsync(
            new JsonObject
            {
                ["InvoiceNumber"] = First + "-V",
                ["InvoiceCurrency"] = "USD",
                ["InvoiceAmount"] = 100m,
                ["InvoiceDate"] = "2025-10-31",
                ["BusinessUnit"] = "Lakeshore US BU",
                ["Supplier"] = invoices[0].Supplier,
                ["SupplierSite"] = "JOLIET",
                ["Description"] = "Entered by hand",
                ["invoiceLines"] = new JsonArray(
                    new JsonObject
                    {
                        ["LineNumber"] = 1,
                        ["LineType"] = "Item",
                        ["LineAmount"] = 100m,
                        ["DistributionCombination"] = "101-10-20250-000-000-000",
                    }
                ),
            }
        );
        var id = original["pint_documentid"]!.ToString();
        await RequestAsync(driver, id);
        await ConfirmAsync(driver, id);
        await driver.RunFlowsAsync();
        var log = await ReversalsAsync(driver);
        await ConfirmAsync(driver, id);
        await driver.RunFlowsAsync();
        log += "\n" + await ReversalsAsync(driver);
        for (var sweep = 0; sweep < 3; sweep++)
        {
            await driver.SweepAsync();
            await ConfirmAsync(driver, id);
            await driver.RunFlowsAsync();
        }

        log += "\n" + await ReversalsAsync(driver);
        Assert.True(State(await driver.DocumentAsync(First)) == "Reversed", log);
    }

    [Fact]
    public async Task A_reversal_that_no_one_wants_is_withdrawn()
    {
        await using var driver = await SandboxDriver.StartAsync();
        await driver.BillNextMonthAsync();
        var id = (await driver.DocumentAsync(First))["pint_documentid"]!.ToString();
        await RequestAsync(driver, id);
        await driver.BillNextMonthAsync();

        var answer = await WithdrawAsync(driver, id);
        await driver.SweepAsync();

        Assert.Contains("withdrawn by Irene Castellano", answer, StringComparison.Ordinal);
        Assert.Equal("Posted", State(await driver.DocumentAsync(First)));
        Assert.Contains("reversal Superseded", await ReversalsAsync(driver), StringComparison.Ordinal);
        Assert.DoesNotContain(
            await driver.RowsAsync("pint_findings?$filter=pint_findingstate eq 723100000"),
            row => row["pint_sentence"]!.ToString().Contains("eversal", StringComparison.Ordinal)
        );
        var again = await WithdrawAsync(driver, id);
        Assert.Contains("nothing to withdraw", again, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_both_credit_memos_of_a_reversal_are_canceled_both_get_another_number()
    {
        using var data = new ChangedData().With("months.json", ReleaseWithWork);
        await using var driver = await SandboxDriver.StartAsync(data);
        await driver.BillNextMonthAsync();
        await driver.BillNextMonthAsync();
        var original = await driver.DocumentAsync(Second);
        Assert.Equal("Posted", State(original));
        var invoices = await InvoicesAsync(driver, Second);
        Pay(driver, invoices[0].Supplier, Second, Second + "-R");
        var id = original["pint_documentid"]!.ToString();
        await RequestAsync(driver, id);
        await ConfirmAsync(driver, id);
        await driver.RunFlowsAsync();
        var log = await ReversalsAsync(driver);
        Refuse(driver, 2);
        await ConfirmAsync(driver, id);
        await driver.RunFlowsAsync();
        log += "\n" + await ReversalsAsync(driver);
        await driver.CancelInOracleAsync(Second + "-V");
        await driver.CancelInOracleAsync(Second + "-R-V");
        await SweepAsync(driver, 3);
        log += "\n" + await ReversalsAsync(driver);
        await ConfirmAsync(driver, id);
        await driver.RunFlowsAsync();
        await driver.SweepAsync();
        log += "\n" + await ReversalsAsync(driver);
        for (var round = 2; round < 4 && State(await driver.DocumentAsync(Second)) != "Reversed"; round++)
        {
            await driver.CancelInOracleAsync($"{Second}-V{round}");
            await SweepAsync(driver, 8);

            log += "\n" + await ReversalsAsync(driver);
            await ConfirmAsync(driver, id);
            await driver.RunFlowsAsync();
            log += "\n" + await ReversalsAsync(driver);
        }

        var oracle = await InvoicesAsync(driver, Second);
        log += "\n" + string.Join("; ", oracle.Select(invoice => invoice.Number + " " + invoice.Amount));
        Assert.True(oracle.Sum(invoice => invoice.Amount) == 0m && State(await driver.DocumentAsync(Second)) == "Reversed", log);
    }

    [Fact]
    public async Task A_reversal_whose_cancellation_was_sent_is_not_withdrawn()
    {
        await using var driver = await SandboxDriver.StartAsync();
        await driver.BillNextMonthAsync();
        var id = (await driver.DocumentAsync(First))["pint_documentid"]!.ToString();
        await RequestAsync(driver, id);
        driver.Sandbox.Oracle.Faults.Plan(
            new OracleFault
            {
                Kind = OracleFaultKind.Slow,
                Method = "POST",
                Template = "invoices/action/cancelInvoice",
            }
        );
        await ConfirmAsync(driver, id);
        var reversal = (await driver.RowsAsync("pint_documents?$filter=_pint_reverseddocumentid_value ne null"))[0]["pint_documentid"]!.ToString();
        var sent = await driver.SubmitAsync(reversal);
        Assert.Contains("pending", sent.Text, StringComparison.Ordinal);
        var log = await ReversalsAsync(driver);
        log += "\n" + await WithdrawAsync(driver, id);
        await SweepAsync(driver, 4);

        log += "\n" + await ReversalsAsync(driver);
        log += "\n" + await AllAsync(driver, First);
        Assert.True(
            (State(await driver.DocumentAsync(First)) == "Reversed") == ((await InvoicesAsync(driver, First)).Sum(invoice => invoice.Amount) == 0m),
            log
        );
    }

    [Fact]
    public async Task A_reversal_of_two_invoices_of_which_one_was_paid_meanwhile()
    {
        using var data = new ChangedData().With("months.json", ReleaseWithWork);
        await using var driver = await SandboxDriver.StartAsync(data);
        await driver.BillNextMonthAsync();
        await driver.BillNextMonthAsync();
        var id = (await driver.DocumentAsync(Second))["pint_documentid"]!.ToString();
        var invoices = await InvoicesAsync(driver, Second);
        await RequestAsync(driver, id);
        Pay(driver, invoices[0].Supplier, Second + "-R");
        await ConfirmAsync(driver, id);
        await driver.RunFlowsAsync();
        var log = await ReversalsAsync(driver) + "\n" + await AllAsync(driver, Second);
        log += "\n" + await WithdrawAsync(driver, id);
        await SweepAsync(driver, 4);

        log += "\n" + await ReversalsAsync(driver) + "\n" + await AllAsync(driver, Second);
        Assert.False(
            State(await driver.DocumentAsync(Second)) == "Posted"
                && (await InvoicesAsync(driver, Second)).Sum(invoice => invoice.Amount) != 390_108.81m
                && log.Contains("withdrawn by", StringComparison.Ordinal),
            log
        );
    }

    [Fact]
    public async Task A_reversal_of_two_invoices_of_which_one_was_paid_meanwhile_comes_to_an_end()
    {
        using var data = new ChangedData().With("months.json", ReleaseWithWork);
        await using var driver = await SandboxDriver.StartAsync(data);
        await driver.BillNextMonthAsync();
        await driver.BillNextMonthAsync();
        var id = (await driver.DocumentAsync(Second))["pint_documentid"]!.ToString();
        var invoices = await InvoicesAsync(driver, Second);
        await RequestAsync(driver, id);
        Pay(driver, invoices[0].Supplier, Second + "-R");
        var log = "";
        for (var round = 0; round < 5; round++)
        {
            log += "\n" + await ConfirmAsync(driver, id);
            await driver.RunFlowsAsync();
            await driver.SweepAsync();
            log += "\n" + await ReversalsAsync(driver) + "\n" + await AllAsync(driver, Second);
        }

        Assert.True(State(await driver.DocumentAsync(Second)) == "Reversed", log);
    }
}
