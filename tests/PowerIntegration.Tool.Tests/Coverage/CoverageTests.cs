using PowerIntegration.CommandLine;
using Xunit;

namespace PowerIntegration.Tool.Tests.Coverage;

public sealed class CoverageTests : IDisposable
{
    private static readonly Dictionary<string, string> Sound = new()
    {
        ["projects"] = "project,name,task_source,task_segment,business_unit,organization,cross_charge\nP1,One,rules,,U1,Org A,no\n",
        ["segment_items"] =
            "project,segment,path,code,name,parent,status\nP1,cost_code,07-840,07-840,Firestopping,,active\n"
            + "P1,cost_code,26-240,26-240,Switchgear,,active\n",
        ["wbs_codes"] =
            "project,code,flat_code,cost_code,cost_type,sub_job,custom,needed_class,vendor_unit,po_task,budget,committed,billed,open_work\n"
            + "P1,W1,26-240.SUB,26-240,SUB,,,VI,,,1.00,1.00,0.00,2026-08-31:1200.50;2026-09-30:80.00\n"
            + "P1,W2,07-840.SUB,07-840,SUB,,area=N,VI,,,1.00,1.00,0.00,2026-08-31:300.25\n",
        ["oracle_tasks"] =
            "project,task,name,parent,leaf,chargeable,start,finish,changed_on\nP1,2600,Electrical,,yes,yes,,,\n"
            + "P1,0784,Firestopping,,yes,yes,,,\n",
        ["expenditure_types"] = "expenditure_type,classes,active,start,finish\nSubcontract,VI;ST,yes,,\n",
        ["organizations"] = "organization,business_unit,owns_expenditures,unit_default,start,finish\nOrg A,U1,yes,yes,,\n",
        ["transaction_controls"] = "project,task,expenditure_type,from,to\n",
        ["mapping_rules"] =
            "rule,scope,project,status,cost_code,cost_type,sub_job,custom,from,to,task,expenditure_type,organization_rule\n"
            + "R1,project,P1,Active,exact:26-240,exact:SUB,any,,2026-01-01,,2600,Subcontract,project\n"
            + "R2,company,,Draft,any,exact:SUB,any,,,,2600,Subcontract,project\n",
    };

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("coverage-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Every_code_and_date_is_proved_and_what_is_missing_gets_suggestions()
    {
        Write(Sound);
        var (code, output, error) = await RunAsync();
        Assert.Equal((0, ""), (code, error));
        Assert.Contains("2 codes were proved; 1 of them", output, StringComparison.Ordinal);
        Assert.Contains("300.25", output, StringComparison.Ordinal);
        Assert.Equal(
            "project,code,date,state,reason,task,type,organization,rule,money_at_risk,until\n"
                + "P1,W1,2026-08-31,covered,,2600,Subcontract,Org A,R1,0.00,\n"
                + "P1,W1,2026-09-30,covered,,2600,Subcontract,Org A,R1,0.00,\n"
                + "P1,W2,2026-08-31,uncovered,no-row,,,,,300.25,\n",
            Result("coverage")
        );
        Assert.Equal("project,code,rank,task,reason\nP1,W2,1,0784,same-name\n", Result("suggestions"));
        Assert.False(File.Exists(Path.Combine(folder.FullName, "result", "lines.csv")));
    }

    [Fact]
    public async Task Cost_lines_are_coded_or_refused_with_the_reason()
    {
        Write(Sound);
        Write("cost_lines", "line,project,code,date,amount\n1,P1,W1,2026-08-31,5.00\n2,P1,W1,2025-12-31,5.00\n3,P1,W2,2026-08-31,-1.00\n");
        var (code, output, _) = await RunAsync();
        Assert.Equal(0, code);
        Assert.Contains("3 cost lines: 1 coded, 2 refused", output, StringComparison.Ordinal);
        Assert.Equal(
            "line,outcome,reason,task,type,organization,rule\n1,coded,,2600,Subcontract,Org A,R1\n2,refused,no-row,,,,\n3,refused,no-row,,,,\n",
            Result("lines")
        );
    }

    [Theory]
    [InlineData("projects", "", "projects.csv is empty")]
    [InlineData("projects", "P1,One,rules,,U1,Org A,no\n", "projects.csv: project P1 appears twice")]
    [InlineData("projects", "P2,Two,both,,U1,Org A,no\n", "row 3, column task_source: 'both'")]
    [InlineData("projects", "P2,Two,segment,,U1,Org A,no\n", "row 3, column task_segment: ''")]
    [InlineData("projects", "P2,Two,rules,,U1,Org A,maybe\n", "column cross_charge: 'maybe'")]
    [InlineData("wbs_codes", "P9,W1,,,,,,,,,,,,\n", "row 4, column project: 'P9'")]
    [InlineData("wbs_codes", "P1,W1,,,,,,,,,,,,\n", "row 4, column code: 'W1'")]
    [InlineData("wbs_codes", "P1,W3,,,,,area,,,,,,,\n", "row 4, column custom: 'area'")]
    [InlineData("wbs_codes", "P1,W3,,,,,a=1|a=2,,,,,,,\n", "row 4, column custom: 'a=1|a=2'")]
    [InlineData("wbs_codes", "P1,W3,,,,,,,,,,,,2026-08-31\n", "row 4, column open_work: '2026-08-31'")]
    [InlineData("wbs_codes", "P1,W3,,,,,,,,,,,,31.8.2026:1.00\n", "row 4, column open_work: '31.8.2026'")]
    [InlineData("wbs_codes", "P1,W3,,,,,,,,,,,,2026-08-31:1.005\n", "row 4, column open_work: '1.005'")]
    [InlineData("wbs_codes", "P1,W3,,,,,,,,,,,,2026-08-31:1.00;2026-08-31:2.00\n", "each date once")]
    [InlineData("oracle_tasks", "P1,2600,Again,,yes,yes,,,\n", "task 2600 of project P1 appears twice")]
    [InlineData("oracle_tasks", "P1,2601,Odd,,,yes,,,\n", "row 4, column leaf: ''")]
    [InlineData("expenditure_types", "Subcontract,VI,yes,,\n", "row 3, column expenditure_type: 'Subcontract'")]
    [InlineData("transaction_controls", "P9,,,,\n", "row 2, column project: 'P9'")]
    [InlineData("mapping_rules", "R1,project,P1,Active,any,any,any,,,,2600,Subcontract,project\n", "row 4, column rule: 'R1'")]
    [InlineData("mapping_rules", "R3,group,P1,Active,any,any,any,,,,2600,Subcontract,project\n", "row 4, column scope: 'group'")]
    [InlineData("mapping_rules", "R3,company,P1,Active,any,any,any,,,,2600,Subcontract,project\n", "row 4, column project: 'P1'")]
    [InlineData("mapping_rules", "R3,project,P1,Active,03-200,any,any,,,,2600,Subcontract,project\n", "row 4, column cost_code: '03-200'")]
    [InlineData("mapping_rules", "R3,project,P1,Active,any,any,any,area=N,,,2600,Subcontract,project\n", "row 4, column custom: 'N'")]
    [InlineData("mapping_rules", "R3,project,P1,Active,any,any,any,,,,2600,Subcontract,owner\n", "row 4, column organization_rule: 'owner'")]
    [InlineData("mapping_rules", "R3,project,P1,Active,any,any,any,,2026-13-01,,2600,Subcontract,project\n", "row 4, column from: '2026-13-01'")]
    [InlineData("cost_lines", "line,project,code,date,amount\n1,P1,W7,2026-08-31,5.00\n", "cost_lines.csv, row 2, column code: 'W7'")]
    public async Task A_mistake_is_one_sentence_and_no_half_result_is_left(string file, string rows, string part)
    {
        Write(Sound);
        Write(file, rows.Length == 0 ? "" : Sound.GetValueOrDefault(file, "") + rows);
        var (code, _, error) = await RunAsync();
        Assert.Equal(CommandRun.Mistake, code);
        Assert.Contains(part, error, StringComparison.Ordinal);
        Assert.Single(error.Trim().Split('\n'));
        var result = new DirectoryInfo(Path.Combine(folder.FullName, "result"));
        Assert.Empty(result.Exists ? result.EnumerateFiles() : []);
    }

    [Fact]
    public async Task Spaces_around_a_code_belong_to_it()
    {
        Write(Sound);
        Write("mapping_rules", Sound["mapping_rules"].Replace("exact:26-240,", "exact:26-240 ,", StringComparison.Ordinal));
        await RunAsync();
        Assert.Contains("P1,W1,2026-08-31,uncovered,no-row", Result("coverage"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_file_and_a_missing_column_are_named()
    {
        Write(Sound);
        File.Delete(Path.Combine(folder.FullName, "organizations.csv"));
        Assert.Contains("organizations.csv is not in the folder", (await RunAsync()).Error, StringComparison.Ordinal);
        Write("organizations", "organization,business_unit\n");
        Assert.Contains("organizations.csv has no column owns_expenditures", (await RunAsync()).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task A_generated_company_is_proved_without_a_missed_or_a_false_fault(int seed) =>
        await ProveAsync("82 faults, 0 missed, 0 false", "--seed", $"{seed}", "--faults", "82");

    [Fact]
    public async Task Eighty_two_faults_among_five_thousand_codes_are_found_each_once()
    {
        await ProveAsync(
            "82 faults, 0 missed, 0 false",
            "--seed",
            "7",
            "--projects",
            "1",
            "--codes",
            "5000",
            "--faults",
            "no-row=60,two-rows=12,summary-task=7,not-chargeable=3"
        );
    }

    [Fact]
    public async Task Of_random_rules_and_lines_no_unmapped_doubly_mapped_or_forbidden_line_passes()
    {
        Assert.Equal(0, (await GeneratedCompany.RunAsync("fuzz.py", "--seed", "3", "--lines", "20000", "--out", folder.FullName)).Code);
        Assert.Equal((0, ""), (await RunAsync() is var run ? run.Code : 0, run.Error));
        var (code, output) = await GeneratedCompany.RunAsync("fuzz.py", "--score", Path.Combine(folder.FullName, "result"), "--out", folder.FullName);
        Assert.True(code == 0, output);
        Assert.Contains("20000 lines, nothing wrong", output, StringComparison.Ordinal);
    }

    private async Task ProveAsync(string verdict, params string[] options)
    {
        Assert.Equal(0, (await GeneratedCompany.RunAsync("generate.py", [.. options, "--out", folder.FullName])).Code);
        Assert.Equal((0, ""), (await RunAsync() is var run ? run.Code : 0, run.Error));
        var (code, output) = await GeneratedCompany.RunAsync("score.py", Path.Combine(folder.FullName, "result"), folder.FullName);
        Assert.True(code == 0, output);
        Assert.Contains(verdict, output, StringComparison.Ordinal);
    }

    private string Result(string name) => File.ReadAllText(Path.Combine(folder.FullName, "result", name + ".csv"));

    private void Write(Dictionary<string, string> files)
    {
        foreach (var (name, text) in files)
        {
            Write(name, text);
        }
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(folder.FullName, name + ".csv"), text);

    private async Task<(int Code, string Output, string Error)> RunAsync()
    {
        await using StringWriter output = new(),
            error = new();
        var code = await CommandRun.InvokeAsync(
            ToolCommand.Create(),
            ["coverage", "--files", folder.FullName, "--out", Path.Combine(folder.FullName, "result")],
            new() { Output = output, Error = error }
        );
        return (code, output.ToString(), error.ToString());
    }
}
