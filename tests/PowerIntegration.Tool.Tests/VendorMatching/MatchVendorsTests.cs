using PowerIntegration.CommandLine;
using Xunit;

namespace PowerIntegration.Tool.Tests.VendorMatching;

public sealed class MatchVendorsTests : IDisposable
{
    private static readonly Dictionary<string, string> Sound = new()
    {
        ["about"] = "name,value\nas_of,2026-09-30\n",
        ["vendors"] =
            "vendor,name,legal_name,tax_id,tax_id_type,origin_code,stored_supplier,parent,address,city,state,zip,country\n"
            + "1,Delta Steel LLC,,59-1234560,EIN,,,,12 Mill Rd,Tampa,FL,33601-1234,US\n"
            + "2,Kowalski Paving,,,,,,,1 Oak St,Tampa,FL,33601,US\n"
            + "3,\"Salazar Roofing, Inc.\",,99-9999999,ein,,,,1 Oak St,Tampa,FL,33601,US\n",
        ["suppliers"] =
            "supplier,number,name,alternate_name,tax_id,tax_country,relationship,parent,merged_into,inactive_date,address,city,state,zip,country\n"
            + "S1,4711,Delta Steel,,591234560,US,SPEND_AUTHORIZED,,,,12 Mill Rd,Tampa,FL,33601,US\n"
            + "S2,4712,KOWALSKI PAVING CO,,,US,PROSPECTIVE,,,,1 Oak St,Tampa,FL,33601,US\n",
        ["supplier_sites"] =
            "site,supplier,name,procurement_bu,address,city,state,zip,country,purchasing,pay,inactive_date\n"
            + "T1,S1,TAMPA 1,East,12 Mill Rd,Tampa,FL,33601,US,Y,Y,\nT2,S1,TAMPA 2,West,12 Mill Rd,Tampa,FL,33601,US,Y,N,\n",
        ["site_assignments"] = "site,business_unit,inactive_date\nT1,East,\nT2,West,2027-01-31\n",
    };

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("match-vendors-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Links_have_a_row_for_each_business_unit_and_findings_say_what_to_look_at()
    {
        Write(Sound);
        var (code, output, error) = await RunAsync();
        Assert.Equal((0, ""), (code, error));
        Assert.Contains("Matching 3 vendors with 2 suppliers as of 2026-09-30.", output, StringComparison.Ordinal);
        var links = Result("links");
        Assert.Equal("vendor,supplier,site,business_unit,how,reason", links[0]);
        Assert.Equal(["1,S1,T1,East,tax-id", "1,S1,,West,tax-id", "2,S2,,,proposed"], links.Skip(1).Select(line => Start(line, 5)));
        Assert.Contains("Site TAMPA 2 has no pay purpose", links[2], StringComparison.Ordinal);
        Assert.Equal(
            ["vendor,state,finding", "3,unmatched,tax-id-unusable", "3,unmatched,supplier-request"],
            Result("findings").Select(line => Start(line, 3))
        );
    }

    [Theory]
    [InlineData("about", "name,value\nas_of,30.9.2026\n", "about.csv, row 2, column value: '30.9.2026'")]
    [InlineData("about", "name,value\n", "about.csv has no row as_of")]
    [InlineData("about", "name,value\nas_of,2026-09-30\nas_of,2026-09-30\n", "about.csv, row 3, column name: 'as_of'")]
    [InlineData("vendors", "", "vendors.csv is empty")]
    [InlineData("vendors", "vendor,name\n", "vendors.csv has no column legal_name")]
    [InlineData("vendors", "+1,Again,,,,,,,,,,,US\n", "vendors.csv, row 5, column vendor: '1'")]
    [InlineData("vendors", "+,No ID,,,,,,,,,,,US\n", "vendors.csv, row 5, column vendor: ''")]
    [InlineData("vendors", "+4,Kind,,1,ssn,,,,,,,,US\n", "vendors.csv, row 5, column tax_id_type: 'ssn'")]
    [InlineData("vendors", "+4,\"Open,,,,\n", "vendors.csv, row 5")]
    [InlineData("suppliers", "+S1,1,Again,,,,PROSPECTIVE,,,,,,,,US\n", "suppliers.csv, row 4, column supplier: 'S1'")]
    [InlineData("suppliers", "+S3,,No number,,,,PROSPECTIVE,,,,,,,,US\n", "suppliers.csv, row 4, column number: ''")]
    [InlineData("suppliers", "+S3,1,Kind,,,,AUTHORIZED,,,,,,,,US\n", "suppliers.csv, row 4, column relationship: 'AUTHORIZED'")]
    [InlineData("suppliers", "+S3,1,Day,,,,PROSPECTIVE,,,05/31/2026,,,,,US\n", "suppliers.csv, row 4, column inactive_date: '05/31/2026'")]
    [InlineData("supplier_sites", "+T1,S1,Again,East,,,,,US,Y,Y,\n", "supplier_sites.csv, row 4, column site: 'T1'")]
    [InlineData("supplier_sites", "+T3,S9,Whose,East,,,,,US,Y,Y,\n", "supplier_sites.csv, row 4, column supplier: 'S9'")]
    [InlineData("supplier_sites", "+T3,S1,Flag,East,,,,,US,yes,Y,\n", "supplier_sites.csv, row 4, column purchasing: 'yes'")]
    [InlineData("site_assignments", "+T9,East,\n", "site_assignments.csv, row 4, column site: 'T9'")]
    [InlineData("site_assignments", "+T1,,\n", "site_assignments.csv, row 4, column business_unit: ''")]
    [InlineData("site_assignments", "+T1,East,soon\n", "site_assignments.csv, row 4, column inactive_date: 'soon'")]
    public async Task A_mistake_is_one_sentence_and_nothing_is_written(string file, string text, string part)
    {
        Write(Sound);
        Write(file, text.StartsWith('+') ? Sound[file] + text[1..] : text);
        var (code, _, error) = await RunAsync();
        Assert.Equal(CommandRun.Mistake, code);
        Assert.Contains(part, error, StringComparison.Ordinal);
        Assert.Single(error.Trim().Split('\n'));
        Assert.False(Directory.Exists(Path.Combine(folder.FullName, "result")));
    }

    [Fact]
    public async Task A_missing_file_is_named_and_so_are_bytes_that_are_not_text()
    {
        Write(Sound);
        File.Delete(Path.Combine(folder.FullName, "site_assignments.csv"));
        Assert.Contains("site_assignments.csv is not in the folder", (await RunAsync()).Error, StringComparison.Ordinal);
        await File.WriteAllBytesAsync(
            Path.Combine(folder.FullName, "vendors.csv"),
            [.. "vendor\n"u8, 0xE4, 0x41],
            TestContext.Current.CancellationToken
        );
        Assert.Contains("vendors.csv is not UTF-8", (await RunAsync()).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_says_what_it_does()
    {
        await using StringWriter output = new();
        Assert.Equal(0, await CommandRun.InvokeAsync(ToolCommand.Create(), ["match-vendors", "--help"], new() { Output = output }));
        Assert.Contains("VendorMatching/README.md", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("match-vendors --files VENDORS --out RESULT", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Generated_vendors_are_linked_as_the_judge_reads_the_rules()
    {
        var made = await GeneratedVendors.RunAsync(
            "vendors.py",
            "--seed",
            "21",
            "--vendors",
            "1000",
            "--suppliers",
            "1200",
            "--out",
            folder.FullName
        );
        Assert.Equal(0, made.Code);
        var (code, _, error) = await RunAsync();
        Assert.Equal((0, ""), (code, error));
        var score = await GeneratedVendors.RunAsync("score.py", "links", folder.FullName, Path.Combine(folder.FullName, "result", "links.csv"));
        Assert.True(score.Code == 0, score.Output);
        Assert.Contains(
            "links precision 100.00 % and recall 100.00 % (stored 100.00 %), sites precision 100.00 %",
            score.Output,
            StringComparison.Ordinal
        );
    }

    private static string Start(string line, int fields) => string.Join(',', line.Split(',').Take(fields));

    private void Write(Dictionary<string, string> files)
    {
        foreach (var (name, text) in files)
        {
            Write(name, text);
        }
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(folder.FullName, name + ".csv"), text);

    private string[] Result(string name) => File.ReadAllLines(Path.Combine(folder.FullName, "result", name + ".csv"));

    private async Task<(int Code, string Output, string Error)> RunAsync()
    {
        await using StringWriter output = new(),
            error = new();
        var code = await CommandRun.InvokeAsync(
            ToolCommand.Create(),
            ["match-vendors", "--files", folder.FullName, "--out", Path.Combine(folder.FullName, "result")],
            new() { Output = output, Error = error }
        );
        return (code, output.ToString(), error.ToString());
    }
}
