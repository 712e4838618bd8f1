using System.CommandLine;
using PowerIntegration.CommandLine;
using PowerIntegration.Domain.VendorMatching;

namespace PowerIntegration.Tool.VendorMatching;

/// <summary><c>match-vendors</c>: finds the Oracle supplier and its sites for each vendor of Procore.</summary>
internal static class MatchVendorsCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var files = new Option<DirectoryInfo>("--files")
        {
            Description = "Folder with vendors, suppliers and sites as CSV files. Format: connector/PowerIntegration.Tool/VendorMatching/README.md.",
            Required = true,
        }.MustExist();
        var target = new Option<DirectoryInfo>("--out")
        {
            Description = $"Folder for {MatchFile.Links}.csv and {MatchFile.Findings}.csv; it is created if it does not exist.",
            Required = true,
        };
        var command = new Command(
            "match-vendors",
            "Links Procore vendors to Oracle suppliers and their sites by stored link, tax ID or supplier number, and proposes suppliers by name. "
                + "Exit code: 0 if the files were matched, 2 if a file has a mistake."
        )
        {
            files,
            target,
        }.WithExamples("dotnet run --project connector/PowerIntegration.Tool -- match-vendors --files VENDORS --out RESULT");
        command.SetAction(result => Run(result, result.GetValue(files)!, result.GetValue(target)!));
        return command;
    }

    // A mistake in a file is one sentence and exit code 2; anything else is a defect and keeps its stack trace.
    private static int Run(ParseResult result, DirectoryInfo files, DirectoryInfo target)
    {
        var output = result.InvocationConfiguration.Output;
        try
        {
            var read = FiledVendors.Read(files);
            output.WriteLine($"Matching {read.Vendors.Count:N0} vendors with {read.Suppliers.Count:N0} suppliers as of {read.Day}.");
            var matches = new VendorMatcher(new SupplierDirectory(read.Suppliers, read.Sites, read.Day), read.Vendors).Match();
            target.Create();
            FiledMatches.Write(target, matches);
            Print(output, matches);
            return 0;
        }
        catch (Exception mistake) when (mistake is ArgumentException or IOException or InvalidDataException or UnauthorizedAccessException)
        {
            result.InvocationConfiguration.Error.WriteLine(mistake.Message);
            return CommandRun.Mistake;
        }
    }

    private static void Print(TextWriter output, IReadOnlyList<VendorMatch> matches)
    {
        foreach (var state in Enum.GetValues<MatchState>())
        {
            output.WriteLine("  " + FiledMatches.Word(state).PadRight(12) + Count(matches.Count(match => match.State == state)));
        }

        output.WriteLine(
            "  " + "ready".PadRight(12) + Count(matches.Count(match => match.TakesNewDocuments)) + " (linked, and new documents may name it)"
        );
        output.WriteLine($"Links and proposals are in {MatchFile.Links}.csv; what a person has to look at is in {MatchFile.Findings}.csv:");
        var issues = matches.SelectMany(match => match.Notes.Select(note => note.Issue)).CountBy(issue => issue).OrderBy(issue => issue.Key);
        foreach (var (issue, count) in issues)
        {
            output.WriteLine("  " + FiledMatches.Word(issue).PadRight(26) + Count(count));
        }
    }

    private static string Count(int number) => number.ToString("#,0", CultureInfo.InvariantCulture).PadLeft(8);
}
