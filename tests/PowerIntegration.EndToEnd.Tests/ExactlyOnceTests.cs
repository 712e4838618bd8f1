using System.Net.Http;
using System.Text.Json.Nodes;
using PowerIntegration.Local.Clock;
using PowerIntegration.Local.Procore.Faults;
using PowerIntegration.Sandbox.Demo;
using Xunit;

namespace PowerIntegration.EndToEnd.Tests;

/// <summary>A document takes effect once, whatever is repeated, lost, late or parallel.</summary>
public sealed class ExactlyOnceTests
{
    private const int NewEvent = 723100000;
    private const int FaultsPerMille = 150;
    private const int OneCallIn = 8;
    private const int AttemptsMax = 12;

    [Fact]
    public async Task Two_callers_who_submit_at_the_same_time_create_one_invoice()
    {
        await using var driver = await SandboxDriver.StartAsync();
        var document = await PreparedButNotSentAsync(driver);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SubmitAsync(driver, document)));

        Assert.Single(driver.Sandbox.Oracle.ReceivedPayloads);
        Assert.Contains(answers, answer => answer.Status == 200 && answer.Body!["state"]!.ToString() == "Posted");
        Assert.All(
            answers,
            answer =>
                Assert.True(answer.Status == 200 || (answer.Status == 409 && answer.Body!["code"]!.ToString() == "document-claimed"), answer.Text)
        );
    }

    [Fact]
    public async Task A_preparation_that_is_repeated_while_nothing_changed_sends_the_same_payload_once()
    {
        await using var driver = await SandboxDriver.StartAsync();
        var document = await PreparedButNotSentAsync(driver);
        var first = await PrepareAsync(driver, document);
        var second = await PrepareAsync(driver, document);
        Assert.Equal(first.Body!["ContentHash"]!.ToString(), second.Body!["ContentHash"]!.ToString());

        await SubmitAsync(driver, document);
        var again = await SubmitAsync(driver, document);

        Assert.Equal("Posted", again.Body!["state"]!.ToString());
        Assert.Single(driver.Sandbox.Oracle.ReceivedPayloads);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Faults_of_both_vendors_delay_every_month_but_lose_and_double_nothing(int seed)
    {
        await using var driver = await SandboxDriver.StartAsync();
        await driver.AddFirestoppingRuleAsync("0784");
        var dice = new SeededIdSource(seed);
        while (driver.Sandbox.Months.Remaining > 0)
        {
            driver.Sandbox.Oracle.Faults.DrawFrom(dice, FaultsPerMille);
            driver.Sandbox.Procore.Faults.FailSome(dice, OneCallIn, ProcoreFault.Unavailable);
            await driver.BillNextMonthAsync();
            await driver.PollAsync();
            driver.Sandbox.Oracle.Faults.DrawFrom(dice, 0);
            driver.Sandbox.Procore.Faults.FailSome(dice, 0, ProcoreFault.Unavailable);
            await RecoverAsync(driver);
        }

        var reader = new VendorReader(driver.Sandbox.Client, driver.Sandbox.Root, driver.Sandbox.Credentials);
        var invoices = await reader.InvoicesAsync(SandboxDriver.Cancellation);
        Assert.Equal(invoices.Count, invoices.Select(invoice => (invoice.Supplier, invoice.Number)).Distinct().Count());
        var balances = await reader.BalancesAsync("562949953421312", "562949953500001", invoices, SandboxDriver.Cancellation);
        Assert.Equal(3, balances.Count);
        Assert.All(
            balances,
            balance => Assert.True(balance.Unexplained == 0m, string.Create(CultureInfo.InvariantCulture, $"seed {seed}: {balance}"))
        );
    }

    // What a person does after a bad day: polls again, and retries what did not get through, until everything did.
    private static async Task RecoverAsync(SandboxDriver driver)
    {
        for (var attempt = 0; attempt < AttemptsMax; attempt++)
        {
            // A claim whose answer was lost stands until its lease ends.
            driver.Clock.Advance(TimeSpan.FromMinutes(6));
            await driver.PollAsync();
            var waiting = await WaitingEventsAsync(driver);
            if (waiting.Count == 0 && (await driver.RowsAsync("pint_inboundevents?$select=pint_key")).Count > 0)
            {
                return;
            }

            foreach (var inbound in waiting)
            {
                await driver.DataverseAsync(
                    SandboxDriver.Accountant,
                    HttpMethod.Patch,
                    $"pint_inboundevents({inbound})",
                    new JsonObject { ["pint_eventstate"] = NewEvent }
                );
            }

            await driver.RunFlowsAsync();
        }

        var documents = await driver.RowsAsync("pint_documents");
        var reasons = documents.Select(row => $"{row["pint_invoicenumber"]} {row["pint_reason"]}");
        Assert.Fail($"After {AttemptsMax} attempts something still waits: {string.Join("; ", reasons)}");
    }

    private static async Task<IReadOnlyList<string>> WaitingEventsAsync(SandboxDriver driver)
    {
        var open = (await driver.RowsAsync("pint_documents"))
            .Where(document => document["pint_documentstate@OData.Community.Display.V1.FormattedValue"]!.ToString() is not ("Posted" or "Superseded"))
            .Select(document => document["pint_documentid"]!.ToString())
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. (await driver.RowsAsync("pint_inboundevents"))
                .Where(inbound => inbound["_pint_documentid_value"] is not { } document || open.Contains(document.ToString()))
                .Select(inbound => inbound["pint_inboundeventid"]!.ToString()),
        ];
    }

    // Detected and read through the gateway and prepared through the custom API, with the flows standing still.
    private static async Task<string> PreparedButNotSentAsync(SandboxDriver driver)
    {
        driver.Sandbox.Months.PlayNext();
        var detected = await driver.GatewayAsync(SandboxDriver.FlowUser, "procore/changes/detect", []);
        Assert.True(detected.Status == 200, detected.Text);
        var inbound = (await driver.RowsAsync("pint_inboundevents?$orderby=pint_changedon asc"))[0];
        var read = await driver.GatewayAsync(
            SandboxDriver.FlowUser,
            "records/read",
            new JsonObject { ["eventId"] = inbound["pint_inboundeventid"]!.ToString() }
        );
        var document = read.Body!["documentId"]!.ToString();
        Assert.Equal("Prepared", (await PrepareAsync(driver, document)).Body!["State"]!.ToString());
        return document;
    }

    private static Task<SandboxDriver.Answer> PrepareAsync(SandboxDriver driver, string document) =>
        driver.DataverseAsync(SandboxDriver.FlowUser, HttpMethod.Post, "pint_PrepareDocument", new JsonObject { ["DocumentId"] = document });

    private static Task<SandboxDriver.Answer> SubmitAsync(SandboxDriver driver, string document) =>
        driver.GatewayAsync(SandboxDriver.FlowUser, "oracle/documents/submit", new JsonObject { ["documentId"] = document });
}
