using System.CommandLine;
using PowerIntegration.CommandLine;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Wbs.Coverage;
using PowerIntegration.Tool.Mapping;
using PowerIntegration.Tool.Rights;

namespace PowerIntegration.Tool.Coverage;

/// <summary><c>coverage</c>: proves that every code in use has exactly one valid Oracle coding.</summary>
internal static class CoverageCommand
{
    private const string Help =
        "Proves for every Procore code and every date of open work that it has exactly one Oracle coding that Oracle takes, and suggests tasks for "
        + "the others: for files, whose cost lines are coded too where there are any, or for a project of an environment, to which nothing is "
        + "written.\n\nFor an environment: "
        + MapSignIn.Advice
        + "\n\nExit code for files: 0 if the proof was made, 2 if a file has a mistake. For a project: 0 if every code is covered, 1 if one is not "
        + "or there are none, 2 if the command has a mistake or Dataverse refused.";

    /// <summary>The command.</summary>
    /// <param name="surroundings">Variables and clock.</param>
    /// <param name="connect">Connects to Dataverse; null for the real one.</param>
    public static Command Create(Surroundings surroundings, Func<Uri, IMappingStore>? connect = null)
    {
        var options = new CoverageOptions();
        var command = new Command("coverage", Help).WithExamples(
            "dotnet run --project connector/PowerIntegration.Tool -- coverage --files STRUCTURE --out RESULT",
            "dotnet run --project connector/PowerIntegration.Tool -- coverage --project FYT-2401 --dataverse https://lakeshore.crm.dynamics.com"
        );
        options.AddTo(command);
        connect ??= url => DataverseMappingStore.Connect(url, MapSignIn.TokenOf(url, surroundings));
        command.SetAction((result, cancellation) => RunAsync(result, options.Read(result), surroundings.Clock, connect, cancellation));
        return command;
    }

    // A mistake is one sentence and exit code 2; anything else is a defect and keeps its stack trace.
    private static async Task<int> RunAsync(
        ParseResult result,
        CoverageSettings settings,
        TimeProvider clock,
        Func<Uri, IMappingStore> connect,
        CancellationToken cancellation
    )
    {
        var output = result.InvocationConfiguration.Output;
        try
        {
            if (settings.Mistake() is { } mistake)
            {
                throw new InvalidDataException(mistake);
            }

            if (settings.Files is { } files)
            {
                ProveFiles(files, settings.Target!, output);
                return 0;
            }

            return await ProveProjectAsync(settings, clock, connect, output, cancellation);
        }
        catch (Exception mistake)
            when (mistake is ArgumentException or IOException or InvalidDataException or UnauthorizedAccessException or StoreFailureException)
        {
            await result.InvocationConfiguration.Error.WriteLineAsync(mistake.Message);
            return CommandRun.Mistake;
        }
    }

    private static async Task<int> ProveProjectAsync(
        CoverageSettings settings,
        TimeProvider clock,
        Func<Uri, IMappingStore> connect,
        TextWriter output,
        CancellationToken cancellation
    )
    {
        var span =
            CoverageSpan.Read(settings.From, settings.To, CalendarDate.FromDateTime(clock.GetUtcNow().UtcDateTime), out var refusal)
            ?? throw new InvalidDataException(refusal!.Sentence);
        using var store = await Task.Run(() => connect(new Uri(settings.Dataverse!)), cancellation);
        var proved = await new EnvironmentProof(store, cancellation).OfAsync(settings.Environment, settings.Project!, span);
        if (settings.IsJson)
        {
            ProofJson.Write(output, proved);
        }
        else
        {
            ProofText.Write(output, proved);
        }

        return proved.IsCovered ? 0 : 1;
    }

    private static void ProveFiles(DirectoryInfo files, DirectoryInfo target, TextWriter output)
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
