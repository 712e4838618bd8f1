using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Tables;

namespace PowerIntegration.Tool.Mapping;

/// <summary>Writes drafts in requests of which each is done as a whole.</summary>
internal sealed class DraftWriting(IMappingStore store, TextWriter progress, CancellationToken cancellation)
{
    // A batch is activated in one step, which takes so many at most.
    private const int BatchMax = 1000;

    private const int RequestMax = 250;
    private const int StemMax = 60;

    /// <summary>The name that batches begin with: the file and the time.</summary>
    public static string Stem(string file, DateTimeOffset now) =>
        Sentence.Fit(file, StemMax) + " " + now.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>The names of the batches.</summary>
    public static IReadOnlyList<string> Batches(string stem, int drafts)
    {
        var count = (drafts + BatchMax - 1) / BatchMax;
        return count <= 1 ? [stem] : [.. Enumerable.Range(1, count).Select(number => $"{stem} ({number} of {count})")];
    }

    /// <summary>Writes.</summary>
    /// <exception cref="StoreFailureException">A request failed; the message says what was written.</exception>
    public async Task WriteAsync(IReadOnlyList<RowResult> accepted, EnvironmentFacts environment, string stem)
    {
        var batches = Batches(stem, accepted.Count);
        var rows = new DraftRows(environment);
        var drafts = accepted.Select((result, place) => rows.Of(result, batches[place / BatchMax])).ToList();
        var written = 0;
        foreach (var request in drafts.Chunk(RequestMax))
        {
            await WriteAsync(request, written, drafts.Count, batches);
            written += request.Length;
            if (written % BatchMax == 0 && written < drafts.Count)
            {
                await progress.WriteLineAsync(Sentence.Of($"{written:N0} of {drafts.Count:N0} drafts entered."));
            }
        }
    }

    private async Task WriteAsync(Entity[] request, int written, int drafts, IReadOnlyList<string> batches)
    {
        try
        {
            await store.CreateAllAsync(request, cancellation);
        }
        catch (StoreFailureException failure)
        {
            var found = await FoundAsync(batches) ?? written;
            throw new StoreFailureException(
                found == 0
                    ? $"No draft was entered. {failure.Message}"
                    : Sentence.Of($"{found:N0} of {drafts:N0} drafts were entered, then the entry stopped. {failure.Message} ")
                        + "Drafts have no effect until they are "
                        + "activated. Run the command again: it enters only what is missing. "
                        + $"Or delete the drafts of batch '{batches[0]}'"
                        + (batches.Count == 1 ? "." : $" to '{batches[^1]}'."),
                failure
            );
        }
    }

    // A request whose answer was lost may have been done.
    private async Task<int?> FoundAsync(IReadOnlyList<string> batches)
    {
        try
        {
            var query = new QueryExpression(WbsMappingRuleTable.LogicalName) { ColumnSet = new ColumnSet(WbsMappingRuleTable.Key) };
            query.Criteria.AddCondition(WbsMappingRuleTable.Batch, ConditionOperator.In, [.. batches.Cast<object>()]);
            return (await store.ListAsync(query, cancellation)).Count;
        }
        catch (StoreFailureException)
        {
            return null;
        }
    }
}
