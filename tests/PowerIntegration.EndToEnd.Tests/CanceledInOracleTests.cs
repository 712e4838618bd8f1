using System.Net.Http;
using System.Text.Json.Nodes;
using Xunit;
using static PowerIntegration.EndToEnd.Tests.OnTheWay;

namespace PowerIntegration.EndToEnd.Tests;

/// <summary>Payables cancels our invoice before it is validated: nothing is lost, and it is made again only because a controller says so.</summary>
public sealed class CanceledInOracleTests
{
    [Fact]
    public async Task It_waits_for_a_controller_and_is_then_posted_once_under_another_number_with_everything_that_waited()
    {
        await using var driver = await SandboxDriver.StartAsync();
        Refuse(driver, 2);
        await driver.BillNextMonthAsync();
        Assert.Equal("Submitted", State(await driver.DocumentAsync(First)));
        await driver.CancelInOracleAsync(First);

        await SweepAsync(driver, 2);

        var held = await driver.DocumentAsync(First);
        Assert.Equal(
            ("Held", "canceled-in-oracle", First),
            (State(held), held["pint_reasoncode"]?.ToString(), held["pint_cancelednumbers"]?.ToString())
        );
        Assert.Null(held["pint_oracleinvoiceid"]);
        Assert.Contains("ask the controller", held["pint_reason"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal(0m, (await InvoicesAsync(driver, First)).Sum(invoice => invoice.Amount));

        await driver.BillNextMonthAsync();
        Assert.Equal("predecessor-not-posted", (await driver.DocumentAsync(Second))["pint_reasoncode"]?.ToString());

        await DecideAsync(driver, held, """{"postAgain":{"reason":"Canceled by mistake"}}""");
        await driver.RunFlowsAsync();

        var posted = await driver.DocumentAsync(First);
        Assert.True(State(posted) == "Posted", posted["pint_reason"]?.ToString());
        Assert.Equal("HE-40213-C1", posted["pint_oracleinvoicenumber"]?.ToString());
        Assert.Equal(posted["pint_payableamount"]!.GetValue<decimal>(), posted["pint_oracleamount"]!.GetValue<decimal>());
        Assert.Equal("Posted", State(await driver.DocumentAsync(Second)));
        Assert.Equal(posted["pint_oracleamount"]!.GetValue<decimal>(), (await InvoicesAsync(driver, First)).Sum(invoice => invoice.Amount));
    }

    [Fact]
    public async Task Where_the_first_of_two_invoices_is_canceled_the_second_is_not_paid_twice()
    {
        using var data = new ChangedData().With("months.json", ReleaseWithWork);
        await using var driver = await SandboxDriver.StartAsync(data);
        await driver.BillNextMonthAsync();
        Refuse(driver, 3);
        await driver.BillNextMonthAsync();
        var sent = await driver.DocumentAsync(Second);
        Assert.True(State(sent) == "Submitted", State(sent) + " " + sent["pint_reason"]);
        Assert.Equal(2, (await InvoicesAsync(driver, Second)).Count);
        await driver.CancelInOracleAsync(Second);
        await SweepAsync(driver, 2);
        var held = await driver.DocumentAsync(Second);
        var seen = State(held) + " " + held["pint_reasoncode"] + " | " + held["pint_reason"] + " | ids " + held["pint_oracleinvoiceid"];
        var decided = await DecideAsync(driver, held, """{"postAgain":{"reason":"Canceled by mistake"}}""");
        await driver.RunFlowsAsync();
        await driver.SweepAsync();
        var posted = await driver.DocumentAsync(Second);
        var oracle = await InvoicesAsync(driver, Second);
        Assert.True(
            oracle.Sum(invoice => invoice.Amount) <= posted["pint_payableamount"]!.GetValue<decimal>(),
            $"{seen}\n{decided}\n{State(posted)} payable {posted["pint_payableamount"]}; Oracle: "
                + string.Join("; ", oracle.Select(invoice => invoice.Number + " " + invoice.Amount))
        );
    }

    [Fact]
    public async Task Posting_again_keeps_the_back_charge_that_was_decided_before()
    {
        await using var driver = await SandboxDriver.StartAsync();
        Refuse(driver, 2);
        await driver.BillNextMonthAsync();
        await DecideAsync(
            driver,
            await driver.DocumentAsync("IG 7741-1"),
            """{"deductions":[{"kind":"backCharge","name":"BC-1 broken pane","amount":500.00,"account":"101-10-21900-000-000-000"}]}"""
        );
        Refuse(driver, 1);
        await driver.AddFirestoppingRuleAsync("0784");
        await driver.RetryAsync("IG 7741-1");
        var sent = await driver.DocumentAsync("IG 7741-1");
        Assert.True(State(sent) == "Submitted", State(sent) + sent["pint_reason"]);
        Assert.Equal(355_576.71m, sent["pint_payableamount"]!.GetValue<decimal>());
        await driver.CancelInOracleAsync("IG 7741-1");
        await SweepAsync(driver, 2);
        var held = await driver.DocumentAsync("IG 7741-1");
        Assert.Equal("canceled-in-oracle", held["pint_reasoncode"]?.ToString());
        var answer = await DecideAsync(driver, held, """{"postAgain":{"reason":"Canceled by mistake"}}""");
        await driver.RunFlowsAsync();
        Assert.True(
            (await InvoicesAsync(driver, "IG 7741-1")).Sum(invoice => invoice.Amount) <= 355_576.71m,
            answer + await AllAsync(driver, "IG 7741-1")
        );
    }

    [Fact]
    public async Task What_was_sent_and_changed_since_is_freed_by_canceling_it_in_Oracle()
    {
        await using var driver = await SandboxDriver.StartAsync();
        Refuse(driver, 2);
        await driver.BillNextMonthAsync();
        await driver.ChangeInOracleAsync(First, 683_000m);
        await SweepAsync(driver, 2);
        var held = await driver.DocumentAsync(First);
        Assert.Equal("oracle-differs", held["pint_reasoncode"]?.ToString());
        await DecideAsync(
            driver,
            held,
            """{"deductions":[{"kind":"backCharge","name":"BC-1","amount":500.00,"account":"101-10-21900-000-000-000"}]}"""
        );
        await driver.RunFlowsAsync();
        var changed = await driver.DocumentAsync(First);
        Assert.True(changed["pint_reasoncode"]?.ToString() == "payload-changed-after-send", await AllAsync(driver, First));
        Assert.Contains("cancel it in Oracle", changed["pint_reason"]!.ToString(), StringComparison.Ordinal);
        await driver.CancelInOracleAsync(First);
        await SweepAsync(driver, 4);

        Assert.True((await driver.DocumentAsync(First))["pint_reasoncode"]?.ToString() == "canceled-in-oracle", await AllAsync(driver, First));
        await DecideAsync(driver, await driver.DocumentAsync(First), """{"postAgain":{"reason":"With the back-charge"}}""");
        await driver.RunFlowsAsync();
        Assert.Equal(682_768.76m, (await InvoicesAsync(driver, First)).Sum(invoice => invoice.Amount));
    }

    [Fact]
    public async Task What_was_sent_goes_on_once_the_earlier_configuration_is_restored()
    {
        await using var driver = await SandboxDriver.StartAsync();
        Refuse(driver, 2);
        await driver.BillNextMonthAsync();
        var sent = (await driver.DocumentAsync(First))["pint_payableamount"]!.GetValue<decimal>();
        await driver.ChangeInOracleAsync(First, 683_000m);
        await SweepAsync(driver, 2);
        Assert.Equal("oracle-differs", (await driver.DocumentAsync(First))["pint_reasoncode"]?.ToString());
        await OctoberAsync(driver, false);
        await driver.SweepAsync();
        await driver.RetryAsync(First);
        var log = await AllAsync(driver, First);
        Assert.True((await driver.DocumentAsync(First))["pint_reasoncode"]?.ToString() == "payload-changed-after-send", log);

        // The administrator restores the configuration and Payables the amount.
        await driver.ChangeInOracleAsync(First, sent);
        await OctoberAsync(driver, true);
        for (var sweep = 0; sweep < 12; sweep++)
        {
            driver.Clock.Advance(TimeSpan.FromHours(4));
            await driver.SweepAsync();
        }

        log += "\n" + await AllAsync(driver, First);
        log +=
            "\n"
            + string.Join(
                "\n",
                (await driver.RowsAsync("pint_findings?$filter=pint_findingstate eq 723100000")).Select(row =>
                    row["pint_sentence"] + " => " + row["pint_nextstep"]
                )
            );
        Assert.True(State(await driver.DocumentAsync(First)) == "Posted", log);
    }

    private static async Task OctoberAsync(SandboxDriver driver, bool isOpen)
    {
        driver.Sandbox.Oracle.SetPeriodStatus("Oct-25", isOpen ? "Open" : "Closed");
        var answer = await driver.DataverseAsync(
            SandboxDriver.Administrator,
            HttpMethod.Patch,
            "pint_oracleperiods(pint_key='LAKESHORE%7C1%7CORACLE%7CPERIOD%7CLAKESHORE-US-BU%7C2025-10')",
            new JsonObject { ["pint_payablesopen"] = isOpen }
        );
        Assert.True(answer.Status == 204, answer.Text);
    }

    [Fact]
    public async Task An_invoice_that_was_made_and_got_another_number_in_Oracle_is_not_forgotten()
    {
        using var data = new ChangedData().With("months.json", ReleaseWithWork);
        await using var driver = await SandboxDriver.StartAsync(data);
        await driver.BillNextMonthAsync();
        Refuse(driver, 3);
        await driver.BillNextMonthAsync();
        var sent = await driver.DocumentAsync(Second);
        var log = State(sent) + " ids " + sent["pint_oracleinvoiceid"];
        await driver.RenumberInOracleAsync(Second + "-R", "X-" + Second);
        await SweepAsync(driver, 2);
        log += "\nids after a look " + (await driver.DocumentAsync(Second))["pint_oracleinvoiceid"];
        await driver.CancelInOracleAsync(Second);
        for (var sweep = 0; sweep < 4; sweep++)
        {
            driver.Clock.Advance(TimeSpan.FromHours(12));
            await driver.SweepAsync();
        }

        var held = await driver.DocumentAsync(Second);
        log += "\n" + await AllAsync(driver, Second);
        log += "\n" + await DecideAsync(driver, held, """{"postAgain":{"reason":"Canceled by mistake"}}""");
        await driver.RunFlowsAsync();
        await driver.SweepAsync();
        log += "\n" + await AllAsync(driver, Second);
        var other = (await InvoicesAsync(driver, "X-" + Second)).Sum(invoice => invoice.Amount);
        Assert.True((await InvoicesAsync(driver, Second)).Sum(invoice => invoice.Amount) + other <= 390_108.81m, log + "\nrenumbered " + other);
    }

    [Fact]
    public async Task What_was_never_made_is_not_said_to_be_made()
    {
        using var data = new ChangedData().With("months.json", ReleaseWithWork);
        await using var driver = await SandboxDriver.StartAsync(data);
        await driver.BillNextMonthAsync();
        await driver.CreateInOracleAsync(
            new JsonObject
            {
                ["InvoiceNumber"] = Second + "-R",
                ["InvoiceCurrency"] = "USD",
                ["InvoiceAmount"] = 100m,
                ["InvoiceDate"] = "2025-10-31",
                ["BusinessUnit"] = "Lakeshore US BU",
                ["Supplier"] = (await InvoicesAsync(driver, First))[0].Supplier,
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
        await driver.BillNextMonthAsync();
        var log = await AllAsync(driver, Second);
        log += "\n" + await CountAsync(driver, "after the month");
        await driver.RenumberInOracleAsync(Second + "-R", "BY-HAND");
        await driver.CancelInOracleAsync(Second);
        driver.Clock.Advance(TimeSpan.FromMinutes(10));
        using var limit = new System.Threading.CancellationTokenSource(TimeSpan.FromSeconds(8));
        try
        {
            await driver.Sandbox.Flows.RunDueAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            log += "\nstopped after 8 seconds";
        }

        log += "\n" + await CountAsync(driver, "after one sweep");
        log += "\n" + await AllAsync(driver, Second);
        Assert.False((await driver.DocumentAsync(Second))["pint_reason"]!.ToString().Contains("-R was created", StringComparison.Ordinal), log);
        Assert.False(log.Contains("stopped after", StringComparison.Ordinal), log);
    }

    [Fact]
    public async Task A_look_keeps_no_payload_as_sent()
    {
        await using var driver = await SandboxDriver.StartAsync();
        Refuse(driver, 2);
        await driver.BillNextMonthAsync();
        await driver.ChangeInOracleAsync(First, 683_000m);
        await SweepAsync(driver, 2);
        await DecideAsync(
            driver,
            await driver.DocumentAsync(First),
            """{"deductions":[{"kind":"backCharge","name":"BC-1","amount":500.00,"account":"101-10-21900-000-000-000"}]}"""
        );
        await driver.RunFlowsAsync();
        var document = await driver.DocumentAsync(First);
        Assert.Equal("payload-changed-after-send", document["pint_reasoncode"]?.ToString());
        var query = $"pint_evidences?$filter=_pint_documentid_value eq {document["pint_documentid"]}";
        var before = await driver.RowsAsync(query);
        for (var sweep = 0; sweep < 6; sweep++)
        {
            driver.Clock.Advance(TimeSpan.FromHours(4));
            await driver.SweepAsync();
        }

        var after = await driver.RowsAsync(query);
        Assert.True(
            Payloads(before) > 0 && Payloads(before) == Payloads(after),
            Payloads(before) + " then " + Payloads(after) + "; all " + before.Count + " then " + after.Count
        );
    }

    private static async Task<string> CountAsync(SandboxDriver driver, string when)
    {
        var document = await driver.DocumentAsync(Second);
        var rows = await driver.RowsAsync($"pint_evidences?$filter=_pint_documentid_value eq {document["pint_documentid"]}");
        return when
            + ": evidence "
            + rows.Count
            + ", runs "
            + string.Join("; ", driver.Sandbox.Flows.Runs.GroupBy(run => run.FlowName).Select(group => group.Key + " " + group.Count()));
    }

    private static int Payloads(IReadOnlyList<JsonObject> rows) =>
        rows.Count(row => row["pint_evidencekind" + Label]!.ToString().Contains("ayload", StringComparison.Ordinal));
}
