using System.Net.Http;
using System.Text.Json.Nodes;
using PowerIntegration.Sandbox.Hosting;
using Xunit;

namespace PowerIntegration.EndToEnd.Tests;

/// <summary>
/// Every process ends at one request and starts again on its store: runs and triggers that were waiting are gone with it. Left alone, two sweeps
/// later everything is posted, nothing twice and nothing less.
/// </summary>
public sealed class KilledProcessTests
{
    private const string Asks = "maria.keller";
    private const string Confirms = "irene.castellano";
    private const string Label = "@OData.Community.Display.V1.FormattedValue";

    // Each side of read, of create and of record: a month for each.
    private static readonly IReadOnlyList<(string Ending, bool IsAnswered)> Boundaries =
    [
        ("/records/read", false),
        ("/records/read", true),
        ("/invoices", false),
        ("/invoices", true),
        ("pint_RecordOutcome", false),
        ("pint_RecordOutcome", true),
    ];

    [Fact]
    public async Task A_restart_on_either_side_of_read_create_and_record_is_finished_by_two_sweeps()
    {
        var store = Directory.CreateTempSubdirectory("powerintegration-test-").FullName;
        try
        {
            var now = RunningSandbox.SeedStart;
            foreach (var (ending, isAnswered) in Boundaries)
            {
                now = await KillAsync(store, now, ending, isAnswered);
                await using var driver = await SandboxDriver.StartAsync(store, now, keepsStore: true);
                await driver.SweepAsync();
                await driver.SweepAsync();
                await Leftovers.AssertPostedAsync(driver, $"{ending}, answered: {isAnswered}");
                now = driver.Clock.GetUtcNow();
            }

            await using var last = await SandboxDriver.StartAsync(store, now, keepsStore: true);
            await Leftovers.AssertNothingLostOrDoubledAsync(last);
        }
        finally
        {
            Directory.Delete(store, recursive: true);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_restart_on_either_side_of_a_confirmation_takes_the_document_back_once(bool isAnswered)
    {
        var store = Directory.CreateTempSubdirectory("powerintegration-test-").FullName;
        try
        {
            DateTimeOffset now;
            string original;
            await using (var driver = await SandboxDriver.StartAsync(store, RunningSandbox.SeedStart, keepsStore: true))
            {
                await driver.BillNextMonthAsync();
                original = (await driver.DocumentAsync("HE-40213"))["pint_documentid"]!.ToString();
                await ReverseAsync(driver, Asks, original, "Wrong site");
                driver.Sandbox.Power.WaitFor(kind => kind.EndsWith("pint_PrepareReversal", StringComparison.Ordinal), isAnswered);
                await Assert.ThrowsAnyAsync<HttpRequestException>(() => ReverseAsync(driver, Confirms, original, reason: null));
                now = driver.Clock.GetUtcNow();
            }

            await using var again = await SandboxDriver.StartAsync(store, now, keepsStore: true);
            if (!isAnswered)
            {
                // Nothing was confirmed; whoever confirmed saw that it failed, and confirms again.
                await again.SweepAsync();
                Assert.Equal("Posted", await StateAsync(again, original));
                await ReverseAsync(again, Confirms, original, reason: null);
            }

            await again.SweepAsync();
            await again.SweepAsync();
            Assert.Equal("Reversed", await StateAsync(again, original));
            Assert.Single(await again.RowsAsync("pint_documents?$filter=pint_documenttype eq 723100003 and pint_documentstate eq 723100005"));
            Assert.Equal(
                1,
                again
                    .Sandbox.Oracle.Calls.All.Where(call => call.Template.EndsWith("cancelInvoice", StringComparison.Ordinal))
                    .Sum(call => call.Count)
            );
        }
        finally
        {
            Directory.Delete(store, recursive: true);
        }
    }

    private static async Task<DateTimeOffset> KillAsync(string store, DateTimeOffset now, string ending, bool isAnswered)
    {
        await using var driver = await SandboxDriver.StartAsync(store, now, keepsStore: true);
        if (now == RunningSandbox.SeedStart)
        {
            await driver.AddFirestoppingRuleAsync("0784");
        }

        driver.Sandbox.Months.PlayNext();
        driver.Sandbox.Power.WaitFor(
            kind => kind.StartsWith("POST", StringComparison.Ordinal) && kind.EndsWith(ending, StringComparison.Ordinal),
            isAnswered
        );
        await driver.PollAsync();
        Assert.True(driver.Sandbox.Power.IsDark, $"Nothing asked for {ending}.");
        return driver.Clock.GetUtcNow();
    }

    private static async Task ReverseAsync(SandboxDriver driver, string user, string id, string? reason)
    {
        var inputs = new JsonObject { ["DocumentId"] = id };
        if (reason is not null)
        {
            inputs["Reason"] = reason;
        }

        var answer = await driver.DataverseAsync(user, HttpMethod.Post, "pint_PrepareReversal", inputs);
        Assert.True(answer.Status == 200, answer.Text);
    }

    private static async Task<string> StateAsync(SandboxDriver driver, string id) =>
        (await driver.RowsAsync($"pint_documents?$filter=pint_documentid eq {id}"))[0]["pint_documentstate" + Label]!.ToString();
}
