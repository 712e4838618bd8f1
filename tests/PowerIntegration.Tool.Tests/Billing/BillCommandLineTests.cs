using System.Diagnostics;
using PowerIntegration.Local.Tests.Flows;
using Xunit;

namespace PowerIntegration.Tool.Tests.Billing;

/// <summary>The command lines of the format's description, as a user types them at the root.</summary>
public sealed class BillCommandLineTests
{
    public static TheoryData<string> Documented =>
        [.. CommandLines().Where(line => File.Exists(Path.Combine(RepositoryFiles.Root, line.Split(' ')[^1])))];

    [Theory]
    [MemberData(nameof(Documented))]
    public async Task A_documented_command_line_runs_from_the_root(string line)
    {
        // What the tests were built as is not built a second time.
        var words = line.Split(' ');
        string[] arguments = [words[1], "--no-build", "--configuration", Configuration(), .. words[2..]];
        var start = new ProcessStartInfo(words[0], arguments)
        {
            WorkingDirectory = RepositoryFiles.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var reading = new[]
        {
            process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken),
            process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken),
        };
        var texts = await Task.WhenAll(reading);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal((0, ""), (process.ExitCode, texts[1]));
        Assert.Contains("Proof, residual 0.00", texts[0], StringComparison.Ordinal);
    }

    private static IEnumerable<string> CommandLines() =>
        File.ReadLines(Path.Combine(RepositoryFiles.Root, "connector", "PowerIntegration.Tool", "Billing", "README.md"))
            .Where(line => line.StartsWith("dotnet run ", StringComparison.Ordinal) && line.Contains(" -- bill ", StringComparison.Ordinal));

    // .../bin/Debug/net10.0
    private static string Configuration() => Path.GetFileName(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)))!;
}
