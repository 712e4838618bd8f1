using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PowerIntegration.Gateway.Dataverse;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Gateway.Procore;
using PowerIntegration.Gateway.Remote;

namespace PowerIntegration.Gateway.Intake;

/// <summary>
/// Polls Procore for changed records, project after project and source after source, and puts each change into the inbox once. What cannot be read
/// stops itself only: a source of a project waits on its cursor, a row of a list waits in the inbox.
/// </summary>
internal sealed partial class ChangeDetection(
    IEnumerable<ISource> sources,
    Inbox inbox,
    Cursors cursors,
    WbsCodes codes,
    DeletedRecords deleted,
    ProjectWorkflows workflows,
    ProcoreClient procore,
    EnvironmentPin pin,
    IOptions<ProcoreOptions> options,
    TimeProvider clock,
    ILogger<ChangeDetection> logger
)
{
    /// <summary>Time limit of one call; the next call continues.</summary>
    public static readonly TimeSpan CallMax = TimeSpan.FromMinutes(1);

    /// <summary>How far before the watermark a poll starts again: Procore's clock may differ, and a change may appear late.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromMinutes(10);

    /// <summary>The longest span of Procore's time that is read before the cursor moves.</summary>
    public static readonly TimeSpan SliceMax = TimeSpan.FromDays(31);

    /// <summary>The most pages of one slice; a longer list is asked for in shorter slices, so that each poll moves the cursor.</summary>
    public const int SlicePagesMax = 20;

    private const int SpanHalvingsMax = 15;

    private static readonly TimeSpan SliceMin = TimeSpan.FromMinutes(1);

    // A day begins first in UTC+14. What changed before the project's own midnight is asked for too, rather than missed.
    private static readonly TimeSpan FirstZone = TimeSpan.FromHours(14);

    /// <summary>Polls until every project is read or the time is up.</summary>
    public async Task<DetectedChanges> DetectAsync(CancellationToken cancellationToken)
    {
        var budget = CallBudget.Start(clock, CallMax);
        var tally = new PollTally();
        foreach (var project in await cursors.ProjectsAsync(cancellationToken))
        {
            await PollAsync(project, tally, budget, cancellationToken);
            if (tally.HasMore)
            {
                break;
            }
        }

        var answer = tally.Answer();
        Log.Polled(logger, answer.ProjectsPolled, answer.EventsCreated, answer.EventsSeenBefore, answer.HasMore);
        return answer;
    }

    private async Task PollAsync(PolledProject project, PollTally tally, CallBudget budget, CancellationToken cancellationToken)
    {
        var isRead = true;
        var poll = new ProjectPoll(project, tally, budget);
        foreach (var source in sources)
        {
            if (budget.Exhausted)
            {
                tally.Interrupt("The time limit of one call was reached. The next poll continues from there.");
            }

            if (tally.HasMore)
            {
                return;
            }

            isRead &= await PollAsync(poll, source, cancellationToken);
            await RefreshWorkflowAsync(poll, source, cancellationToken);
        }

        if (isRead)
        {
            tally.Finish();
        }
    }

    // Whether the source was read to its end.
    private async Task<bool> PollAsync(ProjectPoll poll, ISource source, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var cursor = cursors.Of(poll.Project, source.Records);
        if (cursor.NextTryOn > now)
        {
            return false;
        }

        var start = poll.Project.CutoverOn is { } day
            ? new DateTimeOffset(DateTime.SpecifyKind(day, DateTimeKind.Utc)) - FirstZone
            : now - options.Value.FirstPollLookback;
        try
        {
            var read = cursor.Watermark ?? (start < now ? start : now);
            var from = cursor.Watermark - Overlap ?? read;
            // What one poll could not read to its end is asked for in shorter spans, so that a slow list ends too.
            var span = SliceMax / Math.Pow(2, Math.Min(cursor.Attempts, SpanHalvingsMax));
            while (true)
            {
                var to = read + span < now ? read + span : now;
                var note = await SliceAsync(poll, source, from, to, to - read > SliceMin ? SlicePagesMax : ProcoreClient.PagesMax, cancellationToken);
                if (note.IsTooLong)
                {
                    span = (to - read) / 2;
                    continue;
                }

                var text = note.Text;
                if (to >= now && !(cursor.ListedOn > now - DeletedRecords.Interval))
                {
                    // Where nothing could be compared, the next poll compares again.
                    var uncompared = await deleted.NoticeAsync(poll.Project.Project, source, poll.Budget, cancellationToken);
                    text ??= uncompared;
                    cursor = uncompared is null ? cursor with { ListedOn = now } : cursor;
                }

                cursor = await cursors.AdvanceAsync(poll.Project, source.Records, cursor, to, clock.GetUtcNow(), text, cancellationToken);
                if (to >= now)
                {
                    return true;
                }

                read = to;
                from = to - Overlap;
            }
        }
        catch (BudgetSpentException spent)
        {
            // The watermark stays where it was: some pages are not read yet, and what was read is recognized next time.
            poll.Tally.Interrupt(spent.Message);
            var kept = cursor with { Watermark = cursor.Watermark ?? start };
            await cursors.InterruptAsync(poll.Project, source.Records, kept, clock.GetUtcNow(), spent.Message, cancellationToken);
        }
        catch (RemoteThrottledException stop)
        {
            poll.Tally.Interrupt(stop.Message);
        }
        catch (Exception failure) when (StopsItselfOnly(failure))
        {
            var sentence = failure is IntegrationException told ? told.Message : "Unexpected error. Contact support.";
            Log.NotRead(logger, failure, source.Records.Many, poll.Project.Project.ProcoreId, sentence);
            poll.Tally.Skip($"{source.Records.Many} of project {poll.Project.Project.ProcoreId}: {sentence}");
            var kept = cursor with { Watermark = cursor.Watermark ?? start };
            await cursors.FailAsync(poll.Project, source.Records, kept, clock.GetUtcNow(), failure, sentence, cancellationToken);
        }

        return false;
    }

    private async Task<SliceNote> SliceAsync(
        ProjectPoll poll,
        ISource source,
        DateTimeOffset from,
        DateTimeOffset to,
        int pagesMax,
        CancellationToken cancellationToken
    )
    {
        var project = poll.Project.Project;
        var faults = new List<string>();
        string? refusal = null;
        try
        {
            var address = source.ChangesOf(project.ProcoreId, from, to);
            await foreach (var page in procore.PagesAsync<JsonElement>(address, poll.Budget, pagesMax, cancellationToken))
            {
                var now = clock.GetUtcNow();
                var changes = page.Select(row => ListedRow.Read(row, source, project, pin.Scope, now)).ToList();
                var fresh = await inbox.UnknownAsync(changes, cancellationToken);
                if (fresh.Count > 0 && source.NeedsCodes)
                {
                    await RefreshCodesAsync(poll, cancellationToken);
                }

                var added = await inbox.AddAsync(project, source.Records, fresh, cancellationToken);
                poll.Tally.Count(added.Created, changes.Count - fresh.Count);
                faults.AddRange(changes.Select(change => change.Fault).OfType<string>());
                fresh.Select(change => change.Fault).OfType<string>().ToList().ForEach(poll.Tally.Skip);
                refusal ??= added.Refusal;
            }
        }
        catch (ListTooLongException) when (pagesMax < ProcoreClient.PagesMax)
        {
            return new SliceNote(IsTooLong: true, null);
        }

        // The other rows are in; the watermark waits for the one that Dataverse did not take.
        return refusal is null
            ? new SliceNote(IsTooLong: false, faults.Count == 0 ? null : string.Join(" ", faults.Distinct()))
            : throw new IntegrationException(ProblemCatalog.DataverseRefused, refusal);
    }

    // The list only saves time later: where it cannot be read now, each document reads what it needs.
    private async Task RefreshCodesAsync(ProjectPoll poll, CancellationToken cancellationToken)
    {
        if (poll.HasCodes)
        {
            return;
        }

        poll.HasCodes = true;
        try
        {
            await codes.RefreshAsync(poll.Project.Project, poll.Budget, cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            var sentence = failure is IntegrationException told ? told.Message : "Unexpected error. Contact support.";
            Log.CodesNotRead(logger, failure, poll.Project.Project.ProcoreId, sentence);
            poll.Tally.Skip($"WBS codes of project {poll.Project.Project.ProcoreId}: {sentence}");
        }
    }

    // It is read for who enters rules. What cannot be read now is read with the next poll, and stops no invoice.
    private async Task RefreshWorkflowAsync(ProjectPoll poll, ISource source, CancellationToken cancellationToken)
    {
        if (poll.Tally.HasMore || poll.Budget.Exhausted)
        {
            return;
        }

        try
        {
            await workflows.RefreshAsync(poll.Project, source, poll.Budget, cancellationToken);
        }
        catch (RemoteThrottledException stop)
        {
            poll.Tally.Interrupt(stop.Message);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            var sentence = failure is IntegrationException told ? told.Message : "Unexpected error. Contact support.";
            Log.WorkflowNotRead(logger, failure, poll.Project.Project.ProcoreId, sentence);
            poll.Tally.Skip($"Workflows of project {poll.Project.Project.ProcoreId}: {sentence}");
        }
    }

    // The gateway's own access to Procore, and Dataverse, are the same for every project.
    private static bool StopsItselfOnly(Exception failure) =>
        failure is not OperationCanceledException
        && (
            failure is not IntegrationException known
            || (known.Kind != ProblemCatalog.ProcoreAccessRefused && known.Kind != ProblemCatalog.DataverseUnavailable)
        );

    private sealed record SliceNote(bool IsTooLong, string? Text);

    private sealed class ProjectPoll(PolledProject project, PollTally tally, CallBudget budget)
    {
        public PolledProject Project => project;

        public PollTally Tally => tally;

        public CallBudget Budget => budget;

        public bool HasCodes { get; set; }
    }

    private static partial class Log
    {
        [LoggerMessage(
            EventId = 1,
            Level = LogLevel.Information,
            Message = "Polled {Projects} projects: {Created} new changes, {SeenBefore} seen before, more to read: {HasMore}"
        )]
        public static partial void Polled(ILogger logger, int projects, int created, int seenBefore, bool hasMore);

        [LoggerMessage(EventId = 2, Level = LogLevel.Warning, Message = "{Records} of Procore project {Project} were not read: {Sentence}")]
        public static partial void NotRead(ILogger logger, Exception failure, string records, string project, string sentence);

        [LoggerMessage(EventId = 3, Level = LogLevel.Warning, Message = "The WBS codes of Procore project {Project} were not read: {Sentence}")]
        public static partial void CodesNotRead(ILogger logger, Exception failure, string project, string sentence);

        [LoggerMessage(EventId = 4, Level = LogLevel.Warning, Message = "The workflows of Procore project {Project} were not read: {Sentence}")]
        public static partial void WorkflowNotRead(ILogger logger, Exception failure, string project, string sentence);
    }
}
