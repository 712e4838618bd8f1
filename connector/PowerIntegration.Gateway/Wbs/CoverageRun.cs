using System.Security.Cryptography;
using System.Text;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Wbs.Coverage;
using PowerIntegration.Gateway.Dataverse;
using PowerIntegration.Gateway.Jobs;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Gateway.Remote;
using PowerIntegration.Tables;

namespace PowerIntegration.Gateway.Wbs;

/// <summary>
/// Proves that each code in use of a project has exactly one Oracle coding. The proof itself takes a moment and is made anew by each call; what takes
/// time is writing what is not covered, and that goes on where it stopped as long as the proof comes out the same.
/// </summary>
internal sealed class CoverageRun(IDataverseStore store, CoverageReading reading) : IRun
{
    /// <summary>Rows written in one request.</summary>
    public const int WrittenTogetherMax = 500;

    private const int StampLength = 16;

    /// <inheritdoc/>
    public int Kind => RunKindChoice.CoverageProof;

    /// <inheritdoc/>
    public async Task<RunProgress> ContinueAsync(RunRow run, CallBudget budget, CancellationToken cancellationToken)
    {
        if (run.From is not { } from || run.To is not { } to || to < from)
        {
            throw new IntegrationException(ProblemCatalog.RunUnusable, "A coverage proof needs a first and a last date. Start a new one.");
        }

        var project = await reading.ProjectAsync(run.ProjectId, cancellationToken);
        var tasks = await reading.TasksAsync(project.Id, cancellationToken);
        var mapping = await reading.MappingAsync(project, tasks, cancellationToken);
        var codes = await reading.CodesAsync(project.Id, cancellationToken);
        var report = ProjectCoverage.Of(codes, mapping, CoverageDays.Between(from, to));
        var rows = new CoverageRows(run, project.Id, tasks);
        IReadOnlyList<Entity> found = [.. report.Findings.Select(rows.Of)];
        var stamp = Stamp(found);
        var done = Done(run.Position, stamp);
        foreach (var some in found.Skip(done).Chunk(WrittenTogetherMax))
        {
            await store.UpsertAllAsync(some, cancellationToken);
            done += some.Length;
            if (budget.Exhausted && done < found.Count)
            {
                return new RunProgress(Progress(codes.Count, report, stamp, done), IsFinished: false);
            }
        }

        if (run.Position is not null)
        {
            await EndOthersAsync(run, found, cancellationToken);
        }

        await new CodeStates(store).WriteAsync(project.Id, codes, report, cancellationToken);
        var result = Progress(codes.Count, report, stamp, done);
        result.AddRange(CoverageRows.Result(report));
        return new RunProgress(result, IsFinished: true);
    }

    // A call that was stopped may have written what a rule that was activated since covers; the rows of a run say what its result says.
    private async Task EndOthersAsync(RunRow run, IReadOnlyList<Entity> found, CancellationToken cancellationToken)
    {
        var query = new QueryExpression(CoverageResultTable.LogicalName) { ColumnSet = new ColumnSet(CoverageResultTable.Key) };
        query.Criteria.AddCondition(CoverageResultTable.RunId, ConditionOperator.Equal, run.Id);
        var keys = found.Select(row => (string)row.KeyAttributes[CoverageResultTable.Key]).ToHashSet(StringComparer.Ordinal);
        var others = (await store.ListAsync(query, cancellationToken))
            .Select(row => row.GetAttributeValue<string>(CoverageResultTable.Key))
            .Where(key => !keys.Contains(key))
            .Select(CoverageRows.Covered);
        foreach (var some in others.Chunk(WrittenTogetherMax))
        {
            await store.UpsertAllAsync(some, cancellationToken);
        }
    }

    private static AttributeCollection Progress(int codes, CoverageReport report, string stamp, int done) =>
        new()
        {
            [RunTable.Position] = $"{stamp}|{done.ToString(CultureInfo.InvariantCulture)}",
            [RunTable.Total] = codes,
            [RunTable.Done] = done == report.Findings.Count ? codes : codes - report.Faults,
        };

    // What was written counts only for the same findings: a rule that was activated meanwhile makes another list.
    private static int Done(string? position, string stamp) =>
        position is not null
        && position.StartsWith(stamp + "|", StringComparison.Ordinal)
        && int.TryParse(position[(stamp.Length + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var done)
            ? done
            : 0;

    private static string Stamp(IEnumerable<Entity> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            text.Append(row.KeyAttributes[CoverageResultTable.Key]).Append('|').Append(row[CoverageResultTable.ReasonCode]).Append('\n');
        }

        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..StampLength];
    }
}
