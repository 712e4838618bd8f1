using System.CommandLine;
using PowerIntegration.CommandLine;
using Xunit;

namespace PowerIntegration.Tool.Tests;

/// <summary>What every command line of the repository does with a line that it cannot read.</summary>
public sealed class CommandLineTests
{
    [Theory]
    [InlineData("--json", "bill", "contract.json", "--jsn")]
    [InlineData("--json", "bill", "--jsn", "contract.json")]
    [InlineData("bill", "bil", "contract.json")]
    [InlineData("--rate", "count", "--raet", "3")]
    [InlineData("--rate", "count", "--raet=3")]
    [InlineData("--root", "count", "--rot", "x")]
    public async Task A_mistyped_word_is_refused_with_the_nearest_one_named(string meant, params string[] line)
    {
        var (code, output, error) = await RunAsync(line);
        Assert.Equal((2, ""), (code, output));
        Assert.Contains($"Did you mean {meant}?", error, StringComparison.Ordinal);
        Assert.Single(error.Trim().Split('\n'));
    }

    [Theory]
    [InlineData("--rate takes a whole number, not 'many'.", "count", "--rate", "many")]
    [InlineData("--frobnicate is not an option of count. The options are --rate, --from, --kind, --help, --root", "count", "--frobnicate")]
    [InlineData("--rate takes 1 to 9, not 10.", "count", "--rate", "10")]
    [InlineData("The folder no-such-folder given with --from does not exist.", "count", "--from", "no-such-folder")]
    [InlineData("--kind takes one of flat, step, not 'sloping'.", "count", "--kind", "sloping")]
    [InlineData("The commands are bill, count.")]
    [InlineData("'contract.json' is not expected after count.", "count", "contract.json")]
    public async Task What_cannot_be_read_is_one_sentence_with_the_value(string sentence, params string[] line)
    {
        var (code, output, error) = await RunAsync(line);
        Assert.Equal((2, ""), (code, output));
        Assert.Contains(sentence, error, StringComparison.Ordinal);
        Assert.Single(error.Trim().Split('\n'));
    }

    [Fact]
    public async Task Help_ends_with_the_examples_of_the_command()
    {
        var (code, output, _) = await RunAsync("count", "--help");
        Assert.Equal(0, code);
        Assert.EndsWith("Examples:\n  count one\n  count two", output.ReplaceLineEndings("\n").TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_tool_has_examples_of_every_command()
    {
        foreach (
            var (command, line) in new (string, string[])[]
            {
                ("bill", ["--help"]),
                ("bill", ["bill", "--help"]),
                ("check-duplicates", ["check-duplicates", "--help"]),
                ("verify-anchors", ["verify-anchors", "--help"]),
                ("check", ["check", "--help"]),
                ("map", ["map", "--help"]),
                ("coverage --files", ["coverage", "--help"]),
                ("coverage --project", ["coverage", "--help"]),
            }
        )
        {
            await using var output = new StringWriter();
            Assert.Equal(0, await CommandRun.InvokeAsync(ToolCommand.Create(), line, new() { Output = output }));
            Assert.Contains($"dotnet run --project connector/PowerIntegration.Tool -- {command}", output.ToString(), StringComparison.Ordinal);
        }
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] line)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var count = new Command("count", "Counts.")
        {
            new Option<int>("--rate").Within(1, 9),
            new Option<DirectoryInfo?>("--from").MustExist(),
        }.WithExamples("count one", "count two");
        var kind = new Option<string>("--kind");
        kind.AcceptOnlyFromAmong("flat", "step");
        count.Add(kind);
        count.SetAction(_ => 0);
        var bill = new Command("bill", "Bills.") { new Argument<string>("file"), new Option<bool>("--json") };
        bill.SetAction(_ => 0);
        var root = new RootCommand("Test.")
        {
            bill,
            count,
            new Option<string>("--root") { Recursive = true },
        };
        var code = await CommandRun.InvokeAsync(root, line, new() { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }
}
