using System.CommandLine;
using System.Net.Http;
using System.Text.Json.Nodes;
using PowerIntegration.CommandLine;
using PowerIntegration.Tool;
using PowerIntegration.Tool.Mapping;
using PowerIntegration.Tool.Rights;
using PowerIntegration.Tool.Workbooks;
using Xunit;

namespace PowerIntegration.EndToEnd.Tests;

/// <summary>A mapping that was made in a workbook frees the documents that wait for it, once a second person has activated the batch.</summary>
public sealed class MappingWorkbookTests : IDisposable
{
    private const string Label = "@OData.Community.Display.V1.FormattedValue";
    private const string Project = "FYT-2401";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("powerintegration-map-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task An_exported_workbook_with_one_row_more_frees_the_document_that_waits_for_it()
    {
        await using var driver = await SandboxDriver.StartAsync();
        await driver.BillNextMonthAsync();
        var path = Path.Combine(folder.FullName, "rules.xlsx");
        var (code, output, error) = await MapAsync(driver, "--export", path, "--project", Project);
        Assert.Equal((0, ""), (code, error));
        Assert.Contains("active rule", output, StringComparison.Ordinal);
        var exported = WorkbookReader.Read(path, MapSheet.Name, MapSheet.RowsMax);
        var codes = WorkbookReader.Read(path, MapExport.CodesName, MapSheet.RowsMax);
        Assert.Contains(codes.Rows, row => row.Cells.Any(cell => cell.Text == "07-840") && row.Cells.Any(cell => cell.Text == "no"));

        // As it was exported, it says what is there.
        (code, output, error) = await MapAsync(driver, path);
        Assert.Equal((0, ""), (code, error));
        Assert.Contains($"0 accepted, {exported.Rows.Count - 1} unchanged, 0 with an error", output, StringComparison.Ordinal);

        Write(path, exported, [Project, "*", "07-840", "SUB", "", "", "784", "Subcontract", "", "2025-01-01", "", "Firestopping"]);
        (code, output, error) = await MapAsync(driver, path);
        Assert.Equal(2, code);
        Assert.Contains("'784'. Oracle project FYT-2401 has no task with this number.", error, StringComparison.Ordinal);
        Assert.Contains("Suggestion: 0784", error, StringComparison.Ordinal);

        Write(path, exported, [Project, "*", "07-840", "SUB", "", "", "0784", "Subcontract", "", "2025-01-01", "", "Firestopping"]);
        (code, output, error) = await MapAsync(driver, path, "--preview");
        Assert.Equal((0, ""), (code, error));
        Assert.Contains("1 document waiting for a mapping would get one for a code (356,076.71 USD); 1 of them", output, StringComparison.Ordinal);
        Assert.Empty(await DraftsAsync(driver));

        (code, output, error) = await MapAsync(driver, path);
        Assert.Equal((0, ""), (code, error));
        var draft = Assert.Single(await DraftsAsync(driver));
        Assert.Equal(("Firestopping", "Maria Keller"), (draft["pint_name"]!.ToString(), draft["pint_contributors"]!.ToString()));
        var batch = draft["pint_batch"]!.ToString();
        Assert.Contains($"1 draft entered in batch '{batch}'", output, StringComparison.Ordinal);

        // Whoever entered it cannot activate it, and until someone does, nothing goes on.
        Assert.Equal("second-person-required", (await ActivateAsync(driver, SandboxDriver.Administrator, batch))["ReasonCode"]!.ToString());
        await driver.SweepAsync();
        Assert.Equal("Refused", await StateAsync(driver));
        var answer = await ActivateAsync(driver, SandboxDriver.Reviewer, batch);
        Assert.True(answer["State"]!.ToString() == "Activated", answer.ToJsonString());
        await driver.SweepAsync();
        Assert.Equal("Posted", await StateAsync(driver));
    }

    [Fact]
    public async Task A_batch_replaces_rules_from_the_day_after_what_is_posted_and_adds_rules_of_the_company()
    {
        await using var driver = await SandboxDriver.StartAsync();
        await driver.BillNextMonthAsync();
        var path = Path.Combine(folder.FullName, "rules.xlsx");
        string[] Replacing(string from) => [Project, "*", "*", "SUB", "", "", "", "Material", "", from, "", ""];
        Write(path, Replacing("2025-10-01"));
        var (code, output, error) = await MapAsync(driver, path);
        Assert.Equal(2, code);
        Assert.Contains("J2: '2025-10-01'. Documents with such codes are posted for periods up to 2025-10-31.", error, StringComparison.Ordinal);
        Assert.Contains("Suggestion: 2025-11-01.", error, StringComparison.Ordinal);

        Write(
            path,
            Replacing("2025-11-01"),
            [Project, "*", "03-2*", "", "", "Area=N-1*", "2600", "Subcontract", "", "2025-11-01", "2026-12-31", ""],
            [Project, "*", "03-2", "", "", "Area=N-1*", "2600", "Subcontract", "", "2025-11-01", "2026-12-31", ""],
            ["*", "", "99-*", "", "", "", "0784", "Subcontract", "(business unit of the vendor's contract)", "2025-11-01", "", "Whole company"]
        );
        (code, output, error) = await MapAsync(driver, path);
        Assert.Equal((0, ""), (code, error));
        Assert.Contains("1 active rule would be replaced.", output, StringComparison.Ordinal);
        var drafts = await DraftsAsync(driver);
        Assert.Equal(4, drafts.Count);
        Assert.Single(drafts, draft => draft["_pint_projectid_value"] is null && draft["_pint_environmentid_value"] is not null);
        var answer = await ActivateAsync(driver, SandboxDriver.Reviewer, drafts[0]["pint_batch"]!.ToString());
        Assert.True(answer["State"]!.ToString() == "Activated", answer.ToJsonString());

        // What was imported is what is there, and the rule that was replaced ended the day before.
        (code, output, _) = await MapAsync(driver, path);
        Assert.Contains("0 accepted, 4 unchanged", output, StringComparison.Ordinal);
        var replaced = await driver.RowsAsync("pint_wbsmappingrules?$filter=pint_validto eq 2025-10-31");
        Assert.Equal("Any code, cost type SUB: Subcontract", Assert.Single(replaced)["pint_name"]!.ToString());
    }

    [Fact]
    public async Task The_printed_proof_of_a_project_says_what_the_run_of_the_gateway_says()
    {
        await using var driver = await SandboxDriver.StartAsync();
        await driver.BillNextMonthAsync();
        var project = (await driver.RowsAsync("pint_projects?$select=pint_projectid"))[0]["pint_projectid"]!.ToString();
        var days = new JsonObject
        {
            ["ProjectId"] = project,
            ["FromDate"] = "2025-11-30",
            ["ToDate"] = "2026-01-31",
        };
        var started = await driver.DataverseAsync(SandboxDriver.Administrator, HttpMethod.Post, "pint_CheckCoverage", days);
        await driver.GatewayAsync(SandboxDriver.FlowUser, "runs/continue", []);
        var run = Assert.Single(await driver.RowsAsync($"pint_runs?$filter=pint_runid eq {started.Body!["RunId"]}"));
        var result = Assert.Single(await driver.RowsAsync($"pint_coverageresults?$filter=_pint_runid_value eq {started.Body!["RunId"]}"));

        var (code, output, error) = await RunAsync(driver, "coverage", "--project", Project, "--from", "2025-11-30", "--to", "2026-01-31");
        Assert.Equal((1, ""), (code, error));
        var lines = output.ReplaceLineEndings("\n").Trim().Split('\n');
        Assert.Equal("25 of 26 codes have one Oracle coding on each date. 1 has not, with open work of 118,962.40.", lines[0]);
        Assert.Equal(run["pint_message"]!.ToString(), lines[0]);
        Assert.Equal(3, lines.Length);
        Assert.StartsWith($"07-840.SUB, 2025-10-31 to 2026-01-31, uncovered: {result["pint_message"]}", lines[2], StringComparison.Ordinal);
        Assert.Contains(
            $"Budget {Amount(result["pint_budget"])}, committed {Amount(result["pint_committed"])}, billed {Amount(result["pint_billed"])}.",
            lines[2],
            StringComparison.Ordinal
        );
        Assert.EndsWith(" Suggestion: task 0784 \"Firestopping\", because it has the name of the code.", lines[2], StringComparison.Ordinal);
    }

    private static string Amount(JsonNode? amount) =>
        amount is null ? "none" : Domain.Refusals.Sentence.Amount(decimal.Parse(amount.ToString(), CultureInfo.InvariantCulture));

    private static Task<(int Code, string Output, string Error)> MapAsync(SandboxDriver driver, params string[] line) =>
        RunAsync(driver, ["map", .. line]);

    private static async Task<(int Code, string Output, string Error)> RunAsync(SandboxDriver driver, params string[] line)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var token = driver.Sandbox.TokenFor(SandboxDriver.Administrator, driver.Sandbox.Root);
        var surroundings = new Surroundings(
            name => name == MapSignIn.TokenVariable ? token : null,
            () => throw new InvalidOperationException("The command sends nothing but to Dataverse."),
            driver.Clock
        );
        var code = await CommandRun.InvokeAsync(
            ToolCommand.Create(surroundings),
            [.. line, "--dataverse", driver.Sandbox.Root],
            new InvocationConfiguration { Output = output, Error = error },
            SandboxDriver.Cancellation
        );
        return (code, output.ToString(), error.ToString());
    }

    private static void Write(string path, WorkSheet exported, string[] further)
    {
        var rows = exported.Rows.Skip(1).Select(row => Enumerable.Range(1, MapSheet.Headings.Count).Select(column => Text(row, column)).ToArray());
        Write(path, [.. rows, further]);
    }

    private static void Write(string path, params string[][] rows) =>
        WorkbookWriter.Write(path, [new WrittenSheet(MapSheet.Name, MapSheet.Headings, rows)]);

    private static string Text(SheetRow row, int column) => row.Cells.FirstOrDefault(cell => cell.Column == column)?.Text ?? "";

    private static Task<IReadOnlyList<JsonObject>> DraftsAsync(SandboxDriver driver) =>
        driver.RowsAsync("pint_wbsmappingrules?$filter=pint_rulestate eq 723100000");

    private static async Task<string> StateAsync(SandboxDriver driver) =>
        (await driver.DocumentAsync("IG 7741-1"))["pint_documentstate" + Label]!.ToString();

    private static async Task<JsonNode> ActivateAsync(SandboxDriver driver, string user, string batch)
    {
        var inputs = new JsonObject { ["Batch"] = batch };
        var shown = await driver.DataverseAsync(user, HttpMethod.Post, "pint_ActivateBatch", inputs);
        Assert.True(shown.Status == 200, shown.Text);
        inputs["ContentHash"] = shown.Body!["ContentHash"]!.ToString();
        var answer = await driver.DataverseAsync(user, HttpMethod.Post, "pint_ActivateBatch", inputs);
        Assert.True(answer.Status == 200, answer.Text);
        return answer.Body!;
    }
}
