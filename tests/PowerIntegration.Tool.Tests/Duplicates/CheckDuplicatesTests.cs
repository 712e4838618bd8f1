using System.Diagnostics;
using PowerIntegration.CommandLine;
using PowerIntegration.Local.Tests.Flows;
using Xunit;

namespace PowerIntegration.Tool.Tests.Duplicates;

public sealed class CheckDuplicatesTests : IDisposable
{
    private const string Header = "invoice,source,supplier,site,number,amount,currency,date,contract,application\n";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("check-duplicates-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task The_result_names_each_invoice_that_a_new_one_may_repeat()
    {
        Write(
            "invoices_posted.csv",
            Header + "P1,PROCORE,30,1,HE-40211,100.00,USD,2026-08-31,SC-1,4\n" + "P2,PROCORE,31,1,HE-40211,100.00,USD,2026-08-31,SC-1,4\n"
        );
        Write(
            "invoices_new.csv",
            Header
                + "N1,EMAIL,30,1,\"he 40211\",7.00,USD,2026-09-14,,\nN2,PORTAL,30,1,9,100.00,USD,2026-10-15,,\n"
                + "N3,EMAIL,30,1,9,-7.00,USD,2026-09-14,,\n"
        );
        var (code, output, error) = await RunAsync();
        Assert.Equal((0, ""), (code, error));
        Assert.Contains("3 new invoices were compared with 2 posted ones.", output, StringComparison.Ordinal);
        Assert.Contains("3 may have been entered before", output, StringComparison.Ordinal);
        Assert.Equal(
            "invoice,other_invoice,reason\nN1,P1,same number\nN2,P1,same amount other source\nN3,N2,same number\n",
            await File.ReadAllTextAsync(Path.Combine(folder.FullName, "result", "duplicates.csv"), TestContext.Current.CancellationToken)
        );
    }

    [Theory]
    [InlineData("", "invoices_new.csv is empty")]
    [InlineData("invoice,source\n", "invoices_new.csv has no column supplier")]
    [InlineData(Header + "N1,EMAIL,30,1,9,1.000,50,USD,2026-09-14\n", "row 2, column currency: '50'")]
    [InlineData(Header + "N1,EMAIL,30,1,9,1e3,USD,2026-09-14,,\n", "row 2, column amount: '1e3'")]
    [InlineData(Header + "N1,EMAIL,30,1,9,1.00,XXX,2026-09-14,,\n", "row 2, column currency: 'XXX'")]
    [InlineData(Header + "N1,EMAIL,30,1,9,1.00,USD,14/09/2026,,\n", "row 2, column date: '14/09/2026'")]
    [InlineData(Header + "N1,EMAIL,,1,9,1.00,USD,2026-09-14,,\n", "row 2, column supplier: ''")]
    [InlineData(Header + "N1,EMAIL,30,1,9,1.00,USD,2026-09-14,,\nN1,EMAIL,30,1,8,1.00,USD,2026-09-14,,\n", "row 3, column invoice: 'N1'")]
    [InlineData(Header + "N1,EMAIL,30,1,9,,USD,2026-09-14,,\n", "row 2, column amount: ''")]
    [InlineData(Header + "N1,\"EMAIL,30\n", "row 2")]
    public async Task A_mistake_is_one_sentence_and_nothing_is_written(string text, string part)
    {
        Write("invoices_posted.csv", Header);
        Write("invoices_new.csv", text);
        var (code, _, error) = await RunAsync();
        Assert.Equal(CommandRun.Mistake, code);
        Assert.Contains(part, error, StringComparison.Ordinal);
        Assert.Single(error.Trim().Split('\n'));
        Assert.False(Directory.Exists(Path.Combine(folder.FullName, "result")));
    }

    [Fact]
    public async Task A_missing_file_and_bytes_that_are_not_text_are_named()
    {
        Assert.Contains("invoices_posted.csv is not in the folder", (await RunAsync()).Error, StringComparison.Ordinal);
        Write("invoices_posted.csv", Header);
        await File.WriteAllBytesAsync(
            Path.Combine(folder.FullName, "invoices_new.csv"),
            [.. System.Text.Encoding.ASCII.GetBytes(Header), 0xFF, 0xFE, 0x41],
            TestContext.Current.CancellationToken
        );
        Assert.Contains("is not UTF-8", (await RunAsync()).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public async Task Generated_duplicates_are_found_and_nothing_else_is(int seed)
    {
        var generators = Path.Combine(RepositoryFiles.Root, "..", "shared", "generators", "matching");
        Assert.SkipUnless(Directory.Exists(generators), "shared/generators/matching is not beside this checkout.");
        Assert.SkipUnless(await PythonAsync("--version") is (0, _), "python3 is not installed.");
        var made = await PythonAsync(
            Path.Combine(generators, "invoices.py"),
            "--seed",
            $"{seed}",
            "--new",
            "2000",
            "--posted",
            "8000",
            "--out",
            folder.FullName
        );
        Assert.Equal(0, made.Code);
        Assert.Equal((0, ""), (await RunAsync() is var run ? run.Code : 0, run.Error));
        var (code, output) = await PythonAsync(
            Path.Combine(generators, "score.py"),
            "duplicates",
            folder.FullName,
            Path.Combine(folder.FullName, "result", "duplicates.csv")
        );
        Assert.True(code == 0, output);
        Assert.Contains("precision 100.00 % and recall 100.00 %", output, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output)> PythonAsync(params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("python3", arguments) { RedirectStandardOutput = true })!;
            var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return (process.ExitCode, output);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return (-1, "");
        }
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(folder.FullName, name), text);

    private async Task<(int Code, string Output, string Error)> RunAsync()
    {
        await using StringWriter output = new(),
            error = new();
        var code = await CommandRun.InvokeAsync(
            ToolCommand.Create(),
            ["check-duplicates", "--files", folder.FullName, "--out", Path.Combine(folder.FullName, "result")],
            new() { Output = output, Error = error }
        );
        return (code, output.ToString(), error.ToString());
    }
}
