using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Gateway.Dataverse;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Gateway.Remote;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Gateway.Jobs;

/// <summary>Goes on with the runs of the environment, the oldest first, for as long as one call may take.</summary>
internal sealed class Runs(IEnumerable<IRun> kinds, IDataverseStore store, EnvironmentPin pin, TimeProvider clock)
{
    /// <summary>Time limit of one call; the next call continues.</summary>
    public static readonly TimeSpan CallMax = TimeSpan.FromMinutes(1);

    /// <summary>Goes on until every run is finished or the time is up. What stops one run does not stop the others.</summary>
    public async Task<ContinuedRuns> ContinueAsync(CancellationToken cancellationToken)
    {
        var budget = CallBudget.Start(clock, CallMax);
        var finished = 0;
        var failed = 0;
        foreach (var run in await OpenAsync(cancellationToken))
        {
            if (budget.Exhausted)
            {
                return new ContinuedRuns(finished, failed, HasMore: true);
            }

            var (state, isPaused) = await ContinueAsync(run, budget, cancellationToken);
            finished += state == RunStateChoice.Finished ? 1 : 0;
            failed += state == RunStateChoice.Failed ? 1 : 0;
            if (state == RunStateChoice.Running && !isPaused)
            {
                return new ContinuedRuns(finished, failed, HasMore: true);
            }
        }

        return new ContinuedRuns(finished, failed, HasMore: false);
    }

    private async Task<(int State, bool IsPaused)> ContinueAsync(RunRow run, CallBudget budget, CancellationToken cancellationToken)
    {
        var row = new Entity(RunTable.LogicalName, run.Id);
        var state = RunStateChoice.Failed;
        var isPaused = false;
        try
        {
            var kind =
                kinds.FirstOrDefault(known => known.Kind == run.Kind)
                ?? throw new IntegrationException(
                    ProblemCatalog.RunUnusable,
                    $"This version does not know runs of kind {run.Kind}. Update the gateway and start a new run."
                );
            var progress = await kind.ContinueAsync(run, budget, cancellationToken);
            row.Attributes.AddRange(progress.Changes);
            state = progress.IsFinished ? RunStateChoice.Finished : RunStateChoice.Running;
            isPaused = progress.IsPaused;
        }
        catch (IntegrationException problem) when (problem is not (RemoteUnavailableException or RemoteThrottledException))
        {
            row[RunTable.Message] = Sentence.Fit(problem.Message, RunTable.MessageLengthMax);
        }
        catch (InvalidOperationException defect)
        {
            // A row that cannot be read stops its own run; tried again and again, it would stop every run behind it.
            var sentence = $"Unexpected error: {defect.Message} Contact support, then start a new run.";
            row[RunTable.Message] = Sentence.Fit(sentence, RunTable.MessageLengthMax);
        }

        var now = clock.GetUtcNow().UtcDateTime;
        row[RunTable.RunState] = new OptionSetValue(state);
        row[RunTable.FinishedOn] = state == RunStateChoice.Running ? null : now;
        if (run.Position is null)
        {
            row[RunTable.StartedOn] = now;
        }

        await store.UpdateAsync(row, cancellationToken);
        return (state, isPaused);
    }

    private async Task<IReadOnlyList<RunRow>> OpenAsync(CancellationToken cancellationToken)
    {
        var query = new QueryExpression(RunTable.LogicalName)
        {
            ColumnSet = new ColumnSet(RunTable.Key, RunTable.RunKind, RunTable.ProjectId, RunTable.FromDate, RunTable.ToDate, RunTable.Position),
        };
        query.Criteria.AddCondition(RunTable.EnvironmentId, ConditionOperator.Equal, pin.Environment.Id);
        query.Criteria.AddCondition(RunTable.RunState, ConditionOperator.In, RunStateChoice.Waiting, RunStateChoice.Running);
        query.AddOrder(RunTable.Key, OrderType.Ascending);
        return [.. (await store.ListAsync(query, cancellationToken)).Select(Read)];
    }

    private static RunRow Read(Entity row)
    {
        var view = new RowView(row);
        return new RunRow(
            row.Id,
            view.RequiredText(RunTable.Key),
            view.Choice(RunTable.RunKind) ?? 0,
            view.Reference(RunTable.ProjectId),
            view.Date(RunTable.FromDate),
            view.Date(RunTable.ToDate),
            view.Text(RunTable.Position)
        );
    }
}
