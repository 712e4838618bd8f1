using System.CommandLine;
using PowerIntegration.CommandLine;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Wbs.Coverage;

namespace PowerIntegration.Tool.Coverage;

/// <summary><c>coverage</c>: proves that every code in use has exactly one valid Oracle coding.</summary>
internal static class CoverageCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var files = new Option<DirectoryInfo>("--files")
        {
            Description = "Folder with the structures and the mapping as CSV files. Format: connector/PowerIntegration.Tool/Coverage/README.md.",
            Required = true,
        }.MustExist();
        var target = new Option<DirectoryInfo>("--out")
        {
            Description = "Folder for the result files; it is created if it does not exist.",
            Required = true,
        };
        var command = new Command(
            "coverage",
            "Proves for every Procore code and every date of open work that it has exactly one Oracle coding that Oracle takes, suggests tasks for "
                + "the others, and codes the cost lines where there are any. Exit code: 0 if the proof was made, 2 if a file has a mistake."
        )
        {
            files,
            target,
        }.WithExamples("dotnet run --project connector/PowerIntegration.Tool -- coverage --files STRUCTURE --out RESULT");
        command.SetAction(result => Run(result, result.GetValue(files)!, result.GetValue(target)!));
        return command;
    }

    // A mistake in a file is one sentence and exit code 2; anything else is a defect and keeps its stack trace.
    private static int Run(ParseResult result, DirectoryInfo files, DirectoryInfo target)
    {
        var output = result.InvocationConfiguration.Output;
        try
        {
            var structure = FiledStructure.Read(files);
            target.Create();
            using var results = new ResultFiles(target);
            var summary = new FiledCoverage(structure, results).Write();
            var lines = File.Exists(StructureFile.PathOf(files, StructureFile.Lines)) ? new FiledLines(structure, results).Write() : default;
            results.Finish();
            Print(output, summary);
            if (lines.Coded + lines.Refused is > 0 and var count)
            {
                output.WriteLine(
                    $"{count:N0} cost lines: {lines.Coded:N0} coded, {lines.Refused:N0} refused. Each is in {StructureFile.LineResult}.csv."
                );
            }

            return 0;
        }
        catch (Exception mistake) when (mistake is ArgumentException or IOException or InvalidDataException or UnauthorizedAccessException)
        {
            result.InvocationConfiguration.Error.WriteLine(mistake.Message);
            return CommandRun.Mistake;
        }
    }

    private static void Print(TextWriter output, CoverageSummary summary)
    {
        output.WriteLine($"{summary.Codes:N0} codes were proved; {summary.Faults:N0} of them have a date without a coding that was made for it.");
        foreach (var state in Enum.GetValues<CoverageState>())
        {
            output.WriteLine("  " + ResultWords.Of(state).PadRight(10) + Count(summary.Days(state)));
        }

        output.WriteLine("  " + "catch-all".PadRight(10) + Count(summary.CatchAll) + " (among the covered)");
        output.WriteLine($"Money at risk: {Sentence.Amount(summary.AtRisk)}. Each code and date is in {StructureFile.CoverageResult}.csv.");
    }

    private static string Count(int number) => number.ToString("#,0", CultureInfo.InvariantCulture).PadLeft(11);
}
