using System.Net.Http;
using System.Text.Json.Nodes;
using PowerIntegration.Local.Oracle;
using PowerIntegration.Tables.Versions;
using Xunit;
using static PowerIntegration.EndToEnd.Tests.OnTheWay;

namespace PowerIntegration.EndToEnd.Tests;

/// <summary>
/// A subcontract whose payment waits for the owner's: its invoices post on time under a hold, and are released by two people or on the outside date.
/// </summary>
public sealed class PaymentHoldTests
{
    private const string Hold = "OWNER NOT PAID";
    private const string Supplier = "Halsted Electric Co.";
    private const string Terms = "dataverse/85-pint_commitmenttermss.json";
    private const string Setup = "dataverse/20-pint_payablessetups.json";

    [Fact]
    public async Task An_invoice_posts_under_its_hold_and_is_released_on_the_outside_date_with_the_statute_that_says_so()
    {
        using var data = Virginia();
        await using var driver = await SandboxDriver.StartAsync(data);

        await driver.BillNextMonthAsync();

        var posted = await driver.DocumentAsync(First);
        Assert.True(State(posted) == "Posted", posted["pint_reason"]?.ToString());
        Assert.Equal("ALL|JURISDICTION|US-VA|PRIVATE|PAYMENT-CLAUSE", posted["pint_holdrule"]!.ToString());
        var until = DateTime.Parse(posted["pint_holduntil"]!.ToString(), CultureInfo.InvariantCulture);
        var hold = Assert.Single(await HoldsAsync(driver));
        Assert.Equal((Hold, null), (hold["HoldName"]!.ToString(), hold["ReleaseName"]?.ToString()));
        Assert.Contains("has the hold OWNER NOT PAID", Refused(driver), StringComparison.Ordinal);

        // The contract says 120 days, Virginia 60. The day before, nothing is released.
        var billed = DateTime.Parse(posted["pint_billingdate"]!.ToString(), CultureInfo.InvariantCulture);
        Assert.Equal(billed.AddDays(60), until);
        await ToNoonAsync(driver, until.AddDays(-1));
        Assert.Null(Assert.Single(await HoldsAsync(driver))["ReleaseName"]);
        Assert.NotNull((await driver.DocumentAsync(First))["pint_holdcheckedon"]);

        await ToNoonAsync(driver, until);

        var released = await driver.DocumentAsync(First);
        Assert.Contains($"outside date {until:yyyy-MM-dd} was reached", released["pint_holdreleasedwhy"]!.ToString(), StringComparison.Ordinal);
        Assert.Contains("11-4.6", released["pint_holdreleasedwhy"]!.ToString(), StringComparison.Ordinal);
        Assert.Contains("US-VA|PRIVATE|PAYMENT-CLAUSE", released["pint_holdreleasedwhy"]!.ToString(), StringComparison.Ordinal);
        hold = Assert.Single(await HoldsAsync(driver));
        Assert.Equal("OWNER PAID", hold["ReleaseName"]!.ToString());
        Assert.Contains("11-4.6", hold["ReleaseReason"]!.ToString(), StringComparison.Ordinal);
        Pay(driver, Supplier, First);

        // The next day finds nothing to do.
        var calls = driver.Sandbox.Power.Seen.Count(kind => kind.Contains("invoiceHolds", StringComparison.Ordinal));
        await ToNoonAsync(driver, until.AddDays(1));
        Assert.Equal(calls, driver.Sandbox.Power.Seen.Count(kind => kind.Contains("invoiceHolds", StringComparison.Ordinal)));
        Assert.Equal(released["pint_holdreleasedon"]!.ToString(), (await driver.DocumentAsync(First))["pint_holdreleasedon"]!.ToString());
    }

    [Fact]
    public async Task Two_people_release_a_hold_and_no_one_confirms_an_own_request()
    {
        using var data = Virginia();
        await using var driver = await SandboxDriver.StartAsync(data);
        await driver.BillNextMonthAsync();
        var id = (await driver.DocumentAsync(First))["pint_documentid"]!.ToString();

        Assert.Contains("second-person-required", await AskAsync(driver, "irene.castellano", id), StringComparison.Ordinal);
        await AskAsync(driver, "maria.keller", id, "The owner paid by wire");
        Assert.Contains("second-person-required", await AskAsync(driver, "maria.keller", id), StringComparison.Ordinal);
        await ToNoonAsync(driver, driver.Clock.GetUtcNow().UtcDateTime.Date.AddDays(1));
        Assert.Null(Assert.Single(await HoldsAsync(driver))["ReleaseName"]);

        Assert.Contains("\"IsConfirmed\":true", await AskAsync(driver, "irene.castellano", id), StringComparison.Ordinal);
        await ToNoonAsync(driver, driver.Clock.GetUtcNow().UtcDateTime.Date.AddDays(1));

        Assert.Equal("OWNER PAID", Assert.Single(await HoldsAsync(driver))["ReleaseName"]!.ToString());
        var why = (await driver.DocumentAsync(First))["pint_holdreleasedwhy"]!.ToString();
        Assert.Equal("Maria Keller requested the release and Irene Castellano confirmed it: The owner paid by wire", why);
        Assert.Contains("already released", await AskAsync(driver, "maria.keller", id, "Again"), StringComparison.Ordinal);
        Pay(driver, Supplier, First);
    }

    [Fact]
    public async Task Without_a_hold_name_the_contract_is_refused_and_goes_on_once_it_is_entered()
    {
        using var data = Virginia()
            .With(
                Setup,
                root =>
                {
                    root["rows"]![0]!.AsObject().Remove("pint_holdname");
                    root["rows"]![0]!.AsObject().Remove("pint_holdreleasename");
                }
            );
        await using var driver = await SandboxDriver.StartAsync(data);

        await driver.BillNextMonthAsync();

        var refused = await driver.DocumentAsync(First);
        Assert.Equal(("Refused", "payment-hold-missing"), (State(refused), refused["pint_reasoncode"]!.ToString()));
        Assert.Contains("Payables setup of Lakeshore US BU", refused["pint_reason"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal("Posted", State(await driver.DocumentAsync("PCC-25-1187")));
    }

    [Fact]
    public async Task A_hold_that_Oracle_refuses_is_one_finding_and_goes_on_once_its_name_is_corrected()
    {
        using var data = Virginia().With(Setup, root => root["rows"]![0]!["pint_holdname"] = "NO SUCH HOLD");
        await using var driver = await SandboxDriver.StartAsync(data);

        await driver.BillNextMonthAsync();

        var open = await driver.DocumentAsync(First);
        Assert.Equal(("Submitted", "Not validated"), (State(open), open["pint_validationstatus"]!.ToString()));
        Assert.Contains("NO SUCH HOLD", open["pint_reason"]!.ToString(), StringComparison.Ordinal);
        Assert.Contains("Payables setup", open["pint_reason"]!.ToString(), StringComparison.Ordinal);
        Assert.Null(open["pint_holdplacedon"]);

        // However often it is tried, it is one finding of the controller, and Oracle is never asked to validate the invoice.
        for (var time = 0; time < 6; time++)
        {
            driver.Clock.Advance(TimeSpan.FromHours(2));
            await driver.SweepAsync();
        }

        var finding = Assert.Single(
            await driver.RowsAsync($"pint_findings?$filter=_pint_documentid_value eq {open["pint_documentid"]} and pint_findingstate eq 723100000")
        );
        Assert.Equal("payment-hold-refused", finding["pint_kind"]!.ToString());
        Assert.Equal("Controller", finding["pint_ownerrole" + Label]!.ToString());
        Assert.Contains("cancel the invoice in Oracle", finding["pint_nextstep"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal("Not validated", (await driver.DocumentAsync(First))["pint_validationstatus"]!.ToString());

        await SetUpAsync(driver, "pint_holdname", Hold);
        for (var time = 0; time < 6; time++)
        {
            driver.Clock.Advance(TimeSpan.FromHours(12));
            await driver.SweepAsync();
        }

        var posted = await driver.DocumentAsync(First);
        Assert.True(State(posted) == "Posted", await AllAsync(driver, First));
        var hold = Assert.Single(await HoldsAsync(driver));
        Assert.Equal((Hold, null), (hold["HoldName"]!.ToString(), hold["ReleaseName"]?.ToString()));
        Assert.Equal(hold["HoldId"]!.ToString(), posted["pint_holdids"]!.ToString());
        Assert.Contains("has the hold OWNER NOT PAID", Refused(driver), StringComparison.Ordinal);
    }

    // The set-up had another release name on the day of posting.
    [Fact]
    public async Task A_hold_is_released_under_the_name_of_the_set_up_on_the_day_of_its_release()
    {
        using var data = Virginia().With(Setup, root => root["rows"]![0]!["pint_holdreleasename"] = "OWNER HAS PAID");
        await using var driver = await SandboxDriver.StartAsync(data);
        await driver.BillNextMonthAsync();
        var until = DateTime.Parse((await driver.DocumentAsync(First))["pint_holduntil"]!.ToString(), CultureInfo.InvariantCulture);
        await SetUpAsync(driver, "pint_holdreleasename", "OWNER PAID");

        await ToNoonAsync(driver, until);

        Assert.Equal("OWNER PAID", Assert.Single(await HoldsAsync(driver))["ReleaseName"]!.ToString());
        Assert.NotNull((await driver.DocumentAsync(First))["pint_holdreleasedon"]);
        Assert.Empty(await driver.RowsAsync("pint_findings?$filter=pint_kind eq 'payment-hold-stuck'"));
        Pay(driver, Supplier, First);
    }

    // Oracle validates nothing for a long time: the day comes while the invoice is there under its hold and not validated.
    [Fact]
    public async Task A_hold_on_an_invoice_that_is_not_validated_is_released_on_its_day_and_the_invoice_then_goes_on()
    {
        using var data = Virginia();
        await using var driver = await SandboxDriver.StartAsync(data);
        for (var time = 0; time < 7; time++)
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

        await driver.BillNextMonthAsync();
        var submitted = await driver.DocumentAsync(First);
        Assert.Equal(("Submitted", "Not validated"), (State(submitted), submitted["pint_validationstatus"]!.ToString()));
        Assert.NotNull(submitted["pint_holdplacedon"]);
        Assert.Equal(Assert.Single(await HoldsAsync(driver))["HoldId"]!.ToString(), submitted["pint_holdids"]!.ToString());
        var until = DateTime.Parse(submitted["pint_holduntil"]!.ToString(), CultureInfo.InvariantCulture);
        var id = submitted["pint_documentid"]!.ToString();
        driver.Clock.AdvanceTo(new DateTimeOffset(until.AddHours(1), TimeSpan.Zero));

        var checkedNow = await driver.GatewayAsync(SandboxDriver.FlowUser, "oracle/holds/check", new JsonObject { ["documentId"] = id });

        Assert.True(checkedNow.Status == 200, checkedNow.Text);
        Assert.Equal("Submitted", State(await driver.DocumentAsync(First)));
        Assert.Equal("OWNER PAID", Assert.Single(await HoldsAsync(driver))["ReleaseName"]!.ToString());
        Assert.NotNull((await driver.DocumentAsync(First))["pint_holdreleasedon"]);

        // The released hold is not asked for again, and the invoice is validated.
        for (var time = 0; time < 12; time++)
        {
            driver.Clock.Advance(TimeSpan.FromHours(12));
            await driver.SweepAsync();
        }

        Assert.True(State(await driver.DocumentAsync(First)) == "Posted", await AllAsync(driver, First));
        Assert.Single(await HoldsAsync(driver));
    }

    // October is closed before the reversal, so the invoice is credited in November and stays in Oracle.
    [Fact]
    public async Task A_credit_that_reverses_an_invoice_releases_its_hold_with_the_next_run()
    {
        using var data = Virginia();
        await using var driver = await SandboxDriver.StartAsync(data);
        await driver.BillNextMonthAsync();
        var id = (await driver.DocumentAsync(First))["pint_documentid"]!.ToString();
        driver.Sandbox.Oracle.SetPeriodStatus("Oct-25", "Closed");
        var closed = await driver.DataverseAsync(
            SandboxDriver.Administrator,
            HttpMethod.Patch,
            "pint_oracleperiods(pint_key='LAKESHORE%7C1%7CORACLE%7CPERIOD%7CLAKESHORE-US-BU%7C2025-10')",
            new JsonObject { ["pint_payablesopen"] = false }
        );
        Assert.True(closed.Status == 204, closed.Text);
        await RequestAsync(driver, id);
        await ConfirmAsync(driver, id);
        await driver.RunFlowsAsync();
        Assert.True(State(await driver.DocumentAsync(First)) == "Reversed", await ReversalsAsync(driver));
        Assert.Equal(2, (await InvoicesAsync(driver, First)).Count);

        await ToNoonAsync(driver, driver.Clock.GetUtcNow().UtcDateTime.Date.AddDays(1));

        Assert.Equal("OWNER PAID", Assert.Single(await HoldsAsync(driver))["ReleaseName"]!.ToString());
        var released = await driver.DocumentAsync(First);
        Assert.Contains("was reversed", released["pint_holdreleasedwhy"]!.ToString(), StringComparison.Ordinal);

        // Nothing is held any more, and both net to nothing.
        Assert.Equal(0m, (await InvoicesAsync(driver, First)).Sum(invoice => invoice.Amount));
        Pay(driver, Supplier, First, First + "-V");
    }

    [Theory]
    [InlineData("POST", "invoiceHolds", OracleFaultKind.Refused)]
    [InlineData("POST", "invoiceHolds", OracleFaultKind.AnswerLost)]
    [InlineData("POST", "invoices/action/validateInvoice", OracleFaultKind.Refused)]
    [InlineData("POST", "invoices/action/validateInvoice", OracleFaultKind.AnswerLost)]
    [InlineData("GET", "invoiceHolds", OracleFaultKind.Refused)]
    public async Task What_is_lost_between_creation_hold_and_validation_is_finished_with_one_hold(
        string method,
        string template,
        OracleFaultKind kind
    )
    {
        using var data = Virginia();
        await using var driver = await SandboxDriver.StartAsync(data);

        // Each of the month's invoices is validated; only one is held.
        for (var time = 0; time < (template == "invoiceHolds" ? 1 : 3); time++)
        {
            driver.Sandbox.Oracle.Faults.Plan(
                new OracleFault
                {
                    Kind = kind,
                    Method = method,
                    Template = template,
                    RetryAfter = TimeSpan.FromHours(1),
                }
            );
        }

        await driver.BillNextMonthAsync();
        if (kind == OracleFaultKind.Refused)
        {
            Assert.Equal("Not validated", (await driver.DocumentAsync(First))["pint_validationstatus"]!.ToString());
        }

        await SweepAsync(driver, 6);

        Assert.True(State(await driver.DocumentAsync(First)) == "Posted", await AllAsync(driver, First));
        Assert.Null(Assert.Single(await HoldsAsync(driver))["ReleaseName"]);
        Assert.Single(await InvoicesAsync(driver, First));
    }

    [Fact]
    public async Task A_hold_that_a_clerk_releases_is_found_and_not_placed_again()
    {
        using var data = Virginia();
        await using var driver = await SandboxDriver.StartAsync(data);
        await driver.BillNextMonthAsync();
        var id = Assert.Single(await HoldsAsync(driver))["HoldId"]!.ToString();
        await driver.ReleaseHoldInOracleAsync(id, "OWNER PAID");

        await ToNoonAsync(driver, driver.Clock.GetUtcNow().UtcDateTime.Date.AddDays(1));

        var finding = Assert.Single(await driver.RowsAsync("pint_findings?$filter=pint_kind eq 'payment-hold-released'"));
        Assert.Contains("was released in Oracle by", finding["pint_sentence"]!.ToString(), StringComparison.Ordinal);
        Assert.Contains("2025-1", finding["pint_sentence"]!.ToString(), StringComparison.Ordinal);
        await SweepAsync(driver, 2);
        finding = Assert.Single(await driver.RowsAsync("pint_findings?$filter=pint_kind eq 'payment-hold-released'"));
        Assert.Equal(("Open", null), (finding["pint_findingstate" + Label]!.ToString(), finding["pint_causegoneon"]?.ToString()));
        Assert.Single(await HoldsAsync(driver));
        Assert.Null((await driver.DocumentAsync(First))["pint_holdreleasedon"]);
    }

    [Fact]
    public async Task A_release_that_Oracle_refuses_or_does_not_answer_is_told_and_made_up_the_next_day()
    {
        using var data = Virginia();
        await using var driver = await SandboxDriver.StartAsync(data);
        await driver.BillNextMonthAsync();
        var until = DateTime.Parse((await driver.DocumentAsync(First))["pint_holduntil"]!.ToString(), CultureInfo.InvariantCulture);
        driver.Sandbox.Oracle.Faults.Plan(
            new OracleFault
            {
                Kind = OracleFaultKind.Refused,
                Method = "PATCH",
                Template = "invoiceHolds/{HoldId}",
                RetryAfter = TimeSpan.FromHours(1),
            }
        );

        await ToNoonAsync(driver, until);
        Assert.Single(await driver.RowsAsync("pint_findings?$filter=pint_kind eq 'payment-hold-stuck'"));
        Assert.Null((await driver.DocumentAsync(First))["pint_holdreleasedon"]);

        driver.Sandbox.Oracle.Faults.Plan(
            new OracleFault
            {
                Kind = OracleFaultKind.AnswerLost,
                Method = "PATCH",
                Template = "invoiceHolds/{HoldId}",
            }
        );
        await ToNoonAsync(driver, until.AddDays(1));

        Assert.NotNull((await driver.DocumentAsync(First))["pint_holdreleasedon"]);
        Assert.Equal("OWNER PAID", Assert.Single(await HoldsAsync(driver))["ReleaseName"]!.ToString());
    }

    [Fact]
    public async Task No_one_writes_the_hold_of_a_document_past_the_product()
    {
        using var data = Virginia();
        await using var driver = await SandboxDriver.StartAsync(data);
        await driver.BillNextMonthAsync();
        var id = (await driver.DocumentAsync(First))["pint_documentid"]!.ToString();

        foreach (var user in new[] { SandboxDriver.Service, SandboxDriver.FlowUser, SandboxDriver.Administrator })
        {
            var answer = await driver.DataverseAsync(
                user,
                HttpMethod.Patch,
                $"pint_documents({id})",
                new JsonObject { ["pint_holduntil"] = "2025-01-01" }
            );
            Assert.True(answer.Status >= 400, $"{user}: {answer.Status}");
        }

        var claimed = await driver.DataverseAsync(
            SandboxDriver.FlowUser,
            HttpMethod.Post,
            "pint_ReleasePaymentHold",
            new JsonObject { ["DocumentId"] = id, ["Reason"] = "A flow decides" }
        );
        Assert.Equal(403, claimed.Status);
    }

    // The second subcontract lies in Virginia, whose law lets payment wait for 60 days at most.
    internal static ChangedData Virginia() =>
        new ChangedData().With(
            Terms,
            root =>
            {
                var terms = root["rows"]![1]!;
                terms["pint_paymentclause"] = 723100002;
                terms["pint_outsidedays"] = 120;
                terms["pint_passthroughdays"] = 7;
                terms["pint_jurisdiction"] = "US-VA";
                terms["pint_contractdate"] = "2025-01-10";
            }
        );

    private static async Task<IReadOnlyList<JsonObject>> HoldsAsync(SandboxDriver driver) =>
        [.. (await driver.OracleHoldsAsync()).Where(hold => hold["InvoiceNumber"]!.ToString() == First)];

    private static async Task SetUpAsync(SandboxDriver driver, string column, string value)
    {
        var active = (await driver.RowsAsync("pint_payablessetups"))[0];
        var draft = new JsonObject();
        foreach (var name in VersionedTables.Find("pint_payablessetup")!.Replaced.Where(name => active[name] is not null))
        {
            draft[name] = active[name]!.DeepClone();
        }

        draft["pint_key"] = active["pint_key"] + "|V2";
        draft["pint_EnvironmentId@odata.bind"] = "pint_environments(pint_key='LAKESHORE')";
        draft["pint_ReplacesId@odata.bind"] = $"pint_payablessetups({active["pint_payablessetupid"]})";
        draft[column] = value;
        await driver.EnterAndActivateAsync("pint_payablessetup", draft);
    }

    private static string Refused(SandboxDriver driver) => Assert.Throws<InvalidOperationException>(() => Pay(driver, Supplier, First)).Message;

    private static Task<string> AskAsync(SandboxDriver driver, string user, string document, string? reason = null)
    {
        var inputs = new JsonObject { ["DocumentId"] = document };
        if (reason is not null)
        {
            inputs["Reason"] = reason;
        }

        return CallAsync(driver, user, "pint_ReleasePaymentHold", inputs);
    }

    // Flows that run every few minutes run once for the days between.
    internal static async Task ToNoonAsync(SandboxDriver driver, DateTime day)
    {
        driver.Clock.AdvanceTo(new DateTimeOffset(day.Date.AddHours(12).AddMinutes(1), TimeSpan.Zero));
        await driver.RunFlowsAsync();
    }
}
