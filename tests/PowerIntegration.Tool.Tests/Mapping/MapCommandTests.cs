using System.CommandLine;
using Microsoft.Xrm.Sdk;
using PowerIntegration.CommandLine;
using PowerIntegration.Tables;
using PowerIntegration.Tool.Mapping;
using PowerIntegration.Tool.Rights;
using PowerIntegration.Tool.Workbooks;
using Xunit;

namespace PowerIntegration.Tool.Tests.Mapping;

/// <summary>The command as a person runs it: one sentence for a mistake, and nothing half-done.</summary>
public sealed class MapCommandTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("map-");
    private ServedStore store = new();

    private string Workbook => Path.Combine(folder.FullName, "rules.xlsx");

    private string Result => File.ReadAllText(Path.Combine(folder.FullName, "rules-result.csv"));

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("Give a workbook to import, or --export")]
    [InlineData("Give a workbook to import, or --export", "x.xlsx", "--export", "y.xlsx", "--project", "P1")]
    [InlineData("--export needs --project", "--export", "y.xlsx")]
    [InlineData("--project is only for --export.", "x.xlsx", "--project", "P1")]
    [InlineData("--preview is only for an import.", "--export", "y.xlsx", "--project", "P1", "--preview")]
    [InlineData("The file no-such.xlsx does not exist.", "no-such.xlsx")]
    public async Task A_command_line_that_cannot_be_followed_is_one_sentence(string sentence, params string[] line)
    {
        var (code, output, error) = await RunAsync(line);
        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith(sentence, error, StringComparison.Ordinal);
        Assert.Single(error.Trim().Split('\n'));
    }

    [Theory]
    [InlineData("lakeshore")]
    [InlineData("http://lakeshore.example")]
    public async Task An_address_that_a_token_must_not_go_to_is_refused(string address)
    {
        Write(AnEnvironment.Sound);
        var (code, _, error) = await RunAsync([Workbook], address);
        Assert.Equal(2, code);
        Assert.Contains($"not '{address}'.", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accepted_rows_are_drafts_of_one_batch_named_after_file_and_time()
    {
        Write(AnEnvironment.Sound, AnEnvironment.But(MapColumn.CostCode, "03-2*"));
        var (code, output, error) = await RunAsync([Workbook]);
        Assert.Equal((0, ""), (code, error));
        Assert.Contains("2 rows: 2 accepted, 0 unchanged, 0 with an error.", output, StringComparison.Ordinal);
        Assert.Contains(
            "2 drafts entered in batch 'rules 2026-09-14 08:30:00'. Next: a second person opens Mapping rules",
            output,
            StringComparison.Ordinal
        );
        Assert.Equal([2], store.Writes);
        Assert.All(store.Drafts, draft => Assert.Equal("rules 2026-09-14 08:30:00", draft[WbsMappingRuleTable.Batch]));
        Assert.Equal(
            "row,result,cell,value,message,suggestion\n2,accepted,,,New rule for 07-840 / SUB.,\n3,accepted,,,New rule for 03-2* / SUB.,\n",
            Result
        );
    }

    [Fact]
    public async Task A_rule_that_was_superseded_keeps_its_key()
    {
        const string Key = "LAKESHORE|1|MAPPING|501|ANY|07-840|SUB";
        store.Add(
            ServedStore.Row(
                WbsMappingRuleTable.LogicalName,
                7,
                (WbsMappingRuleTable.Key, Key),
                (WbsMappingRuleTable.ProjectId, new EntityReference(ProjectTable.LogicalName, AnEnvironment.Id(1))),
                (WbsMappingRuleTable.RuleState, new OptionSetValue(RuleStateChoice.Superseded))
            )
        );
        Write(AnEnvironment.Sound);
        Assert.Equal(0, (await RunAsync([Workbook])).Code);
        Assert.Equal(Key + "|V2", store.Drafts[^1][WbsMappingRuleTable.Key]);
    }

    [Fact]
    public async Task A_task_with_the_number_of_a_deleted_one_is_the_task_of_a_draft()
    {
        store.Add(
            ServedStore.Row(
                OracleTaskTable.LogicalName,
                785,
                (OracleTaskTable.TaskNumber, "0990"),
                (OracleTaskTable.LowestLevel, true),
                (OracleTaskTable.Chargeable, false)
            )
        );
        store.Add(
            ServedStore.Row(
                OracleTaskTable.LogicalName,
                786,
                (OracleTaskTable.TaskNumber, "0990"),
                (OracleTaskTable.LowestLevel, true),
                (OracleTaskTable.Chargeable, true)
            )
        );
        Write(AnEnvironment.But(MapColumn.OracleTask, "0990"));
        Assert.Equal(0, (await RunAsync([Workbook])).Code);
        Assert.Equal(AnEnvironment.Id(786), ((EntityReference)Assert.Single(store.Drafts)[WbsMappingRuleTable.OracleTaskId]).Id);
    }

    [Fact]
    public async Task One_wrong_row_keeps_all_of_them_out()
    {
        var wrong = AnEnvironment.But(MapColumn.OracleTask, "784");
        wrong[(int)MapColumn.CostCode] = "03-200";
        Write(AnEnvironment.Sound, wrong);
        var (code, output, error) = await RunAsync([Workbook]);
        Assert.Equal(2, code);
        Assert.Contains("2 rows: 1 accepted, 0 unchanged, 1 with an error.", output, StringComparison.Ordinal);
        Assert.StartsWith("G3: '784'. Oracle project P1 has no task", error, StringComparison.Ordinal);
        Assert.Contains("Nothing was written to Dataverse.", error, StringComparison.Ordinal);
        Assert.Empty(store.Writes);
        Assert.Contains("\n3,error,G3,784,", Result, StringComparison.Ordinal);
        Assert.Contains(",0784\n", Result, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sheet_that_cannot_be_read_is_told_before_anyone_signs_in()
    {
        WorkbookWriter.Write(Workbook, [new WrittenSheet(MapSheet.Name, [.. MapSheet.Headings, "Surprise"], [])]);
        store = null!;
        var (code, _, error) = await RunAsync([Workbook]);
        Assert.Equal(2, code);
        Assert.StartsWith("M1: 'Surprise'. This column is not one of the sheet.", error, StringComparison.Ordinal);
        Assert.Contains("\n1,error,M1,Surprise,", Result, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_writes_the_result_of_each_row_and_nothing_to_Dataverse()
    {
        Write(AnEnvironment.Sound);
        var (code, output, _) = await RunAsync([Workbook, "--preview"]);
        Assert.Equal(0, code);
        Assert.Contains("No document that waits for a mapping has a code of these rows.", output, StringComparison.Ordinal);
        Assert.Contains("Posted documents stay as they are.", output, StringComparison.Ordinal);
        Assert.Contains("This was a preview", output, StringComparison.Ordinal);
        Assert.Empty(store.Writes);
        Assert.Contains("2,accepted", Result, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_effect_is_the_certified_payment_where_nothing_was_prepared()
    {
        var document = ServedStore.Row(
            DocumentTable.LogicalName,
            50,
            (DocumentTable.ProjectId, new EntityReference(ProjectTable.LogicalName, AnEnvironment.Id(1))),
            (DocumentTable.CertifiedPayment, 1234.5m),
            (DocumentTable.Currency, "USD"),
            (DocumentTable.PeriodEnd, new DateTime(2026, 8, 31, 0, 0, 0, DateTimeKind.Unspecified))
        );
        store.Add(document);
        store.Add(
            ServedStore.Row(
                SourceLineTable.LogicalName,
                51,
                (SourceLineTable.DocumentId, document.ToEntityReference()),
                (SourceLineTable.CostCode, "07-840"),
                (SourceLineTable.CostType, "SUB")
            )
        );
        store.Add(
            ServedStore.Row(
                SourceLineTable.LogicalName,
                52,
                (SourceLineTable.DocumentId, document.ToEntityReference()),
                (SourceLineTable.CostCode, "nothing moved here"),
                (SourceLineTable.CompletedToDate, 5m),
                (SourceLineTable.CompletedPrevious, 5m)
            )
        );
        Write(AnEnvironment.Sound);
        var (code, output, _) = await RunAsync([Workbook, "--preview"]);
        Assert.Equal(0, code);
        Assert.Contains(
            "1 document waiting for a mapping would get one for a code (1,234.50 USD); 1 of them would have one",
            output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task More_rows_than_one_batch_holds_are_several_batches()
    {
        Write([.. Many(2_001)]);
        var (code, output, error) = await RunAsync([Workbook]);
        Assert.Equal(0, code);
        Assert.Equal([1_000, 1_000, 1], store.Drafts.CountBy(draft => draft[WbsMappingRuleTable.Batch]).Select(batch => batch.Value));
        Assert.Equal("rules 2026-09-14 08:30:00 (3 of 3)", store.Drafts[^1][WbsMappingRuleTable.Batch]);
        Assert.Contains("2,001 drafts entered in 3 batches", output, StringComparison.Ordinal);
        Assert.Equal(["1,000 of 2,001 drafts entered.", "2,000 of 2,001 drafts entered."], error.Trim().Split('\n').Select(line => line.Trim()));
        Assert.Equal(2_001, store.Drafts.Select(draft => draft[WbsMappingRuleTable.Key]).Distinct().Count());
    }

    [Theory]
    [InlineData(1, false, "No draft was entered. Dataverse did not respond")]
    [InlineData(3, false, "500 of 600 drafts were entered, then the entry stopped. Dataverse did not respond")]
    [InlineData(3, true, "600 of 600 drafts were entered, then the entry stopped. Dataverse did not respond")]
    public async Task A_write_that_fails_says_how_far_it_came_and_the_next_run_enters_the_rest(int write, bool losesAnswer, string sentence)
    {
        store = new ServedStore { FailingWrite = write, LosesAnswer = losesAnswer };
        Write([.. Many(600)]);
        var (code, _, error) = await RunAsync([Workbook]);
        Assert.Equal(2, code);
        Assert.StartsWith(sentence, error, StringComparison.Ordinal);
        Assert.Equal(write > 1, error.Contains("delete the drafts of batch 'rules 2026-09-14 08:30:00'.", StringComparison.Ordinal));

        (code, _, _) = await RunAsync([Workbook]);
        Assert.Equal(0, code);
        Assert.Equal(600, store.Drafts.Select(draft => draft[WbsMappingRuleTable.CostCode]).Distinct().Count());
        Assert.Equal(600, store.Drafts.Count);
    }

    [Fact]
    public async Task An_environment_that_cannot_be_told_is_named()
    {
        Write(AnEnvironment.Sound);
        store.Add(ServedStore.Row(EnvironmentTable.LogicalName, 10, (EnvironmentTable.Key, "OTHER")));
        Assert.StartsWith(
            "Several environments are active there. Choose one of LAKESHORE, OTHER",
            (await RunAsync([Workbook])).Error,
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "The environment 'X' is not active there. Choose one of LAKESHORE, OTHER",
            (await RunAsync([Workbook, "--environment", "X"])).Error,
            StringComparison.Ordinal
        );
        Assert.Equal(0, (await RunAsync([Workbook, "--environment", "LAKESHORE"])).Code);
        store.Add(ServedStore.Row(ProjectTable.LogicalName, 2, (ProjectTable.OracleProjectNumber, "P1")));
        Assert.StartsWith(
            "2 projects have the Oracle number P1",
            (await RunAsync([Workbook, "--environment", "LAKESHORE"])).Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_export_of_an_unknown_project_writes_no_file()
    {
        var (code, _, error) = await RunAsync(["--export", Workbook, "--project", "p-1"]);
        Assert.Equal(2, code);
        Assert.Equal("The environment LAKESHORE has no active project with the Oracle number p-1. Did you mean P1?", error.Trim());
        Assert.Empty(folder.GetFiles());
    }

    [Fact]
    public async Task What_is_exported_is_unchanged_when_it_is_imported()
    {
        var row = AnEnvironment.But(MapColumn.OtherSegments, "Area=N-1*|Phase=2");
        row[(int)MapColumn.Organization] = "(business unit of the vendor's contract)";
        row[(int)MapColumn.SubJob] = "SJ*";
        row[(int)MapColumn.ValidTo] = "2027-12-31";
        Write(AnEnvironment.Sound, row);
        Assert.Equal(0, (await RunAsync([Workbook])).Code);
        foreach (var draft in store.Drafts)
        {
            draft[WbsMappingRuleTable.RuleState] = new OptionSetValue(RuleStateChoice.Active);
        }

        var exported = Path.Combine(folder.FullName, "exported.xlsx");
        var (code, output, _) = await RunAsync(["--export", exported, "--project", "P1"]);
        Assert.Equal(0, code);
        Assert.StartsWith("2 active rules and 0 codes were written", output, StringComparison.Ordinal);
        Assert.Equal("P1 * 07-840 SUB 0784 Subcontract 2026-01-01 07-840 / SUB", Line(WorkbookReader.Read(exported, MapSheet.Name, 9), 1));
        (_, output, _) = await RunAsync([exported]);
        Assert.Contains("2 rows: 0 accepted, 2 unchanged, 0 with an error.", output, StringComparison.Ordinal);
        Assert.Contains("There is nothing to write.", output, StringComparison.Ordinal);
    }

    private static string Line(WorkSheet sheet, int row) => string.Join(' ', sheet.Rows[row].Cells.Select(cell => cell.Text));

    private static IEnumerable<string[]> Many(int count) =>
        Enumerable.Range(0, count).Select(number => AnEnvironment.But(MapColumn.CostCode, $"C-{number:D5}"));

    private void Write(params string[][] rows) => WorkbookWriter.Write(Workbook, [new WrittenSheet(MapSheet.Name, MapSheet.Headings, rows)]);

    private async Task<(int Code, string Output, string Error)> RunAsync(string[] line, string address = "https://lakeshore.example")
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var surroundings = new Surroundings(_ => null, () => throw new InvalidOperationException("Nothing is sent."), new PassingClock());
        var root = new RootCommand("Test.") { MapCommand.Create(surroundings, _ => store) };
        var code = await CommandRun.InvokeAsync(root, ["map", .. line, "--dataverse", address], new() { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }

    // A second passes with each look: what takes its name from the time takes it once.
    private sealed class PassingClock : TimeProvider
    {
        private DateTimeOffset now = new(2026, 9, 14, 8, 30, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow()
        {
            var read = now;
            now = now.AddSeconds(1);
            return read;
        }
    }
}
