using System.Net.Http;
using System.Text.Json.Nodes;
using Xunit;

namespace PowerIntegration.EndToEnd.Tests;

/// <summary>The dry run over the Web API, on the shipped plug-in and as an accountant.</summary>
public sealed class PreviewTests
{
    [Fact]
    public async Task An_accountant_previews_a_document_and_an_application_that_is_not_stored_and_no_row_changes()
    {
        await using var driver = await SandboxDriver.StartAsync();
        await driver.BillNextMonthAsync();
        var posted = await driver.DocumentAsync("HE-40213");
        var before = await VersionsAsync(driver);

        var stored = await PreviewAsync(driver, new JsonObject { ["DocumentId"] = posted["pint_documentid"]!.ToString() });
        var typed = await PreviewAsync(
            driver,
            new JsonObject
            {
                ["Source"] =
                    """{"number":1,"periodEnd":"2025-10-31","status":"approved","lines":[{"line":"1","workThisPeriod":250.50"""
                    + ""","materialsStored":0}]}""",
                ["Base"] =
                    """{"currency":"USD","originalContractSum":1000,"lastPostedNumber":0"""
                    + ""","lines":[{"line":"1","description":"Formwork","scheduledValue":1000,"completedToDate":0"""
                    + ""","materialsStored":0,"workRetainage":0,"storedRetainage":0}]}""",
                ["Terms"] =
                    """{"contract":"SC-009","currency":"USD","retainage":{"kind":"flat","rate":0.10}"""
                    + ""","retainageAmounts":"terms","retainageKeptBy":"us","storedMaterials":"manual","staleStoragePeriods":3"""
                    + ""","overbillingTolerance":0"""
                    + ""","negativeLines":"accepted","creditDocument":"creditMemo","roundingDifference":"largestLine"}""",
            }
        );
        var neither = await PreviewAsync(driver, []);

        Assert.Equal("Posted", stored["State"]!.ToString());
        Assert.Equal(683_268.76m, stored["Amount"]!.GetValue<decimal>());
        Assert.Matches(@"8  Current payment due \(6 - 7\)\s+0\.00\s+683,268\.76", stored["Certificate"]!.ToString());
        Assert.Matches(@"Unexplained\s+0\.00", stored["Proof"]!.ToString());
        var lines = JsonNode.Parse(stored["Documents"]!.ToString())!.AsArray().Single()!["lines"]!.AsArray();
        Assert.Equal(683_268.76m, lines.Sum(line => line!["amount"]!.GetValue<decimal>()));
        Assert.Equal("Prepared", typed["State"]!.ToString());
        Assert.Equal(225.45m, typed["Amount"]!.GetValue<decimal>());
        Assert.Contains("Formwork", typed["Certificate"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal("input-unusable", neither["ReasonCode"]!.ToString());
        Assert.Equal(before, await VersionsAsync(driver));
    }

    private static async Task<JsonNode> PreviewAsync(SandboxDriver driver, JsonObject inputs)
    {
        var answer = await driver.DataverseAsync(SandboxDriver.Accountant, HttpMethod.Post, "pint_PreviewSubcontractorInvoice", inputs);
        Assert.True(answer.Status == 200, answer.Text);
        return answer.Body!;
    }

    private static async Task<string[]> VersionsAsync(SandboxDriver driver)
    {
        var rows = new[] { "pint_documents", "pint_commitments", "pint_preparations", "pint_documentlines", "pint_evidences" }.Select(set =>
            driver.RowsAsync(set)
        );
        return [.. (await Task.WhenAll(rows)).SelectMany(set => set.Select(row => row["@odata.etag"]!.ToString()))];
    }
}
