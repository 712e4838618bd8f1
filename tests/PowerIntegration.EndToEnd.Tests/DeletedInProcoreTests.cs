using System.Text.Json.Nodes;
using Xunit;

namespace PowerIntegration.EndToEnd.Tests;

/// <summary>An invoice is deleted in Procore, which tells no one: the daily comparison notices it.</summary>
public sealed class DeletedInProcoreTests
{
    private const string Label = "@OData.Community.Display.V1.FormattedValue";
    private static readonly TimeSpan Day = TimeSpan.FromHours(25);

    [Fact]
    public async Task What_was_posted_is_reported_for_reversal_and_what_was_not_is_void()
    {
        await using var driver = await SandboxDriver.StartAsync();
        await driver.BillNextMonthAsync();
        Delete(driver, await driver.DocumentAsync("HE-40213"));
        Delete(driver, await driver.DocumentAsync("IG 7741-1"));

        driver.Clock.Advance(Day);
        await driver.PollAsync();

        var posted = await driver.RowsAsync("pint_documents?$filter=pint_invoicenumber eq 'HE-40213'&$orderby=pint_revision asc");
        Assert.Equal(["Posted", "Refused posted-source-void"], posted.Select(State));
        Assert.Contains("reverse the posted document", posted[1]["pint_reason"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal("Refused source-void", State(await driver.DocumentAsync("IG 7741-1")));
        await driver.SweepAsync();
        Assert.Contains(
            await driver.RowsAsync("pint_findings"),
            finding =>
                finding["pint_kind"]!.ToString() == "document-stopped"
                && finding["pint_sentence"]!.ToString().Contains("SC-002", StringComparison.Ordinal)
        );

        // Nothing is noticed twice.
        driver.Clock.Advance(Day);
        await driver.PollAsync();
        Assert.Equal(2, (await driver.RowsAsync("pint_documents?$filter=pint_invoicenumber eq 'HE-40213'")).Count);
    }

    [Fact]
    public async Task Where_all_are_missing_the_account_may_have_lost_its_access_and_nothing_is_void()
    {
        await using var driver = await SandboxDriver.StartAsync();
        await driver.BillNextMonthAsync();
        foreach (var number in new[] { "HE-40213", "IG 7741-1", "PCC-25-1187" })
        {
            Delete(driver, await driver.DocumentAsync(number));
        }

        driver.Clock.Advance(Day);
        await driver.PollAsync();

        Assert.Equal("Posted", State(await driver.DocumentAsync("HE-40213")));
        var cursor = Assert.Single(await driver.RowsAsync("pint_cursors"), row => row["pint_message"] is not null);
        Assert.Contains("lists none of the 3 subcontractor invoices", cursor["pint_message"]!.ToString(), StringComparison.Ordinal);
    }

    private static void Delete(SandboxDriver driver, JsonObject document) =>
        driver.Sandbox.Procore.Actors.Delete(long.Parse(document["pint_procoreid"]!.ToString(), CultureInfo.InvariantCulture));

    private static string State(JsonObject document) => $"{document["pint_documentstate" + Label]} {document["pint_reasoncode"]}".Trim();
}
