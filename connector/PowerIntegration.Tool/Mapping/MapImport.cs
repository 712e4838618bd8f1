using PowerIntegration.CommandLine;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Tool.Workbooks;

namespace PowerIntegration.Tool.Mapping;

/// <summary>Checks a workbook, shows its effect, and enters its rows as drafts: all of them, or none where one has a mistake.</summary>
internal sealed class MapImport(MapSettings settings, Func<IMappingStore> open, TimeProvider clock, TextWriter output, TextWriter error)
{
    private const int FaultsShown = 20;

    /// <summary>Imports.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var path = settings.Workbook!;
        var faults = new List<RowFault>();
        var rows = MapSheet.Read(WorkbookReader.Read(path, MapSheet.Name, MapSheet.RowsMax + 1), faults);
        if (faults.Count > 0)
        {
            return await FinishAsync(path, [.. Unread(faults)]);
        }

        using var store = await Task.Run(open, cancellation);
        var numbers = rows.Select(row => row.Text(MapColumn.Project).Trim()).ToHashSet(StringComparer.Ordinal);
        var facts = new FactsReading(store, cancellation);
        var environment = await facts.ReadAsync(settings.Environment, numbers, numbers.Contains(RowReading.WholeCompany));
        var results = MapCheck.Of(rows, environment);
        var code = await FinishAsync(path, results);
        if (code != 0)
        {
            return code;
        }

        await EffectAsync(results, environment);
        var accepted = results.Where(result => result.Outcome == RowOutcome.Accepted).ToList();
        if (accepted.Count == 0)
        {
            await output.WriteLineAsync("There is nothing to write.");
        }
        else if (settings.IsPreview)
        {
            await output.WriteLineAsync(
                "This was a preview: nothing was written to Dataverse. Run the command without --preview to enter the drafts."
            );
        }
        else
        {
            // Named once: what is printed after the writing is what the drafts have.
            var stem = DraftWriting.Stem(Path.GetFileNameWithoutExtension(path), clock.GetUtcNow());
            await new DraftWriting(store, error, cancellation).WriteAsync(accepted, environment, stem);
            await output.WriteLineAsync(Next(accepted.Count, DraftWriting.Batches(stem, accepted.Count)));
        }

        return 0;
    }

    private async Task<int> FinishAsync(string path, IReadOnlyList<RowResult> results)
    {
        MapResultFile.Write(path, results);
        var errors = results.Where(result => result.Outcome == RowOutcome.Error).ToList();
        foreach (var fault in errors.SelectMany(result => result.Faults).Take(FaultsShown))
        {
            await error.WriteLineAsync(fault.ToString());
        }

        var counts = Enum.GetValues<RowOutcome>()
            .Select(outcome => Sentence.Of($"{results.Count(result => result.Outcome == outcome):N0} {Words(outcome)}"));
        await output.WriteLineAsync(
            Sentence.Of(
                $"{results.Count:N0} {(results.Count == 1 ? "row" : "rows")}: {string.Join(", ", counts)}. ",
                $"Each is in {MapResultFile.PathOf(path)}."
            )
        );
        if (errors.Count == 0)
        {
            return 0;
        }

        await error.WriteLineAsync("Nothing was written to Dataverse. Correct the rows, and run the command again.");
        return CommandRun.Mistake;
    }

    private async Task EffectAsync(IReadOnlyList<RowResult> results, EnvironmentFacts environment)
    {
        var replaced = results.Count(result => result.Replaces is not null);
        if (replaced > 0)
        {
            await output.WriteLineAsync($"{Sentence.Count(replaced, "active rule")} would be replaced.");
        }

        var effect = MapEffect.Of(results, environment);
        await output.WriteLineAsync(
            effect.Helped.Count == 0
                ? "No document that waits for a mapping has a code of these rows."
                : $"{Sentence.Count(effect.Helped.Count, "document")} waiting for a mapping would get one for a code "
                    + $"({MapEffect.Amounts(effect.Helped)}); {effect.Freed.Count} of them would have one for every code"
                    + (effect.Freed.Count == 0 ? "." : $" ({MapEffect.Amounts(effect.Freed)}).")
        );
        await output.WriteLineAsync("Posted documents stay as they are.");
    }

    // Faults of headings and merged cells are many to a row, and a row has one line in the file.
    private static IEnumerable<RowResult> Unread(List<RowFault> faults) =>
        faults.GroupBy(fault => fault.Row).OrderBy(row => row.Key).Select(row => new RowResult(row.Key, RowOutcome.Error, "") { Faults = [.. row] });

    private static string Words(RowOutcome outcome) => outcome == RowOutcome.Error ? "with an error" : outcome.ToString().ToLowerInvariant();

    private static string Next(int drafts, IReadOnlyList<string> batches) =>
        (
            batches is [var only]
                ? $"{Sentence.Count(drafts, "draft")} entered in batch '{only}'. "
                : Sentence.Of($"{drafts:N0} drafts entered in {batches.Count} batches, '{batches[0]}' to '{batches[^1]}'. ")
                    + "One batch holds at most 1,000 drafts. "
        )
        + "Next: a second person opens Mapping rules in the app, selects a draft of the batch, chooses Activate batch and reviews it. "
        + "To drop a batch, delete its drafts.";
}
