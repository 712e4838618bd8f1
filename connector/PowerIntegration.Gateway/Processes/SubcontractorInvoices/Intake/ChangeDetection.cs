using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Gateway.Dataverse;
using PowerIntegration.Gateway.Intake;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Gateway.Processes.SubcontractorInvoices.Procore;
using PowerIntegration.Gateway.Processes.SubcontractorInvoices.Procore.Wire;
using PowerIntegration.Gateway.Procore;
using PowerIntegration.Gateway.Remote;
using PowerIntegration.Tables;

namespace PowerIntegration.Gateway.Processes.SubcontractorInvoices.Intake;

/// <summary>Polls Procore for changed subcontractor invoices, for which it has no webhook, and puts each change into the inbox once.</summary>
internal sealed partial class ChangeDetection(
    Inbox inbox,
    ProcoreInvoices invoices,
    EnvironmentPin pin,
    IOptions<ProcoreOptions> options,
    TimeProvider clock,
    ILogger<ChangeDetection> logger
)
{
    private static readonly string RecordType = DocumentKinds.RecordType(DocumentKind.SubcontractorInvoice);

    private static readonly PolledRecords Invoices = new(
        RecordTypeChoice.SubcontractorInvoice,
        RecordType,
        "Subcontractor invoice",
        "Subcontractor invoices"
    );

    /// <summary>The most one call spends; the next call goes on.</summary>
    public static readonly TimeSpan SliceMax = TimeSpan.FromMinutes(1);

    /// <summary>How far before the watermark a poll starts again: Procore's clock is not ours, and a change may show late.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromMinutes(10);

    /// <summary>Polls project after project until all are read or the slice is over.</summary>
    public async Task<DetectedChanges> DetectAsync(CancellationToken cancellationToken)
    {
        var budget = CallBudget.Start(clock, SliceMax);
        var tally = new PollTally();
        foreach (var project in await inbox.ProjectsAsync(cancellationToken))
        {
            if (budget.Exhausted)
            {
                tally.Interrupt("The time of one call was up; the next one goes on.");
            }

            if (tally.HasMore)
            {
                break;
            }

            await PollAsync(project, tally, budget, cancellationToken);
        }

        var answer = tally.Answer();
        Log.Polled(logger, answer.ProjectsPolled, answer.EventsCreated, answer.EventsSeenBefore, answer.HasMore);
        return answer;
    }

    private async Task PollAsync(PolledProject project, PollTally tally, CallBudget budget, CancellationToken cancellationToken)
    {
        var to = clock.GetUtcNow();
        var from = project.Watermark - Overlap ?? to - options.Value.FirstPollLookback;
        try
        {
            await foreach (var page in invoices.ChangedAsync(project.ProcoreId, from, to, budget, cancellationToken))
            {
                var changes = page.Select(row => Change(project, row)).ToList();
                var created = await inbox.AddAsync(project, Invoices, changes, cancellationToken);
                tally.Count(created, changes.Count - created);
            }
        }
        catch (IntegrationException stop) when (stop is BudgetSpentException or RemoteThrottledException)
        {
            // The watermark stays where it was: some pages are not read yet, and what was read is recognized next time.
            tally.Interrupt(stop.Message);
            return;
        }
        catch (IntegrationException refused) when (refused.Kind == ProblemCatalog.ProcoreNotPermitted)
        {
            // A project that the account may not read yet must not stop the others.
            Log.NotPermitted(logger, project.ProcoreId, refused.Message);
            tally.Skip($"Project {project.ProcoreId}: {refused.Message}");
            return;
        }

        await inbox.AdvanceAsync(project, Invoices, to, cancellationToken);
        tally.Finish();
    }

    private NoticedChange Change(PolledProject project, ChangedRequisitionWire row)
    {
        if (row is { Id: { } id, UpdatedAt: { } changedOn })
        {
            var procoreId = id.ToString(CultureInfo.InvariantCulture);
            return new NoticedChange(
                SyncKey.ForEvent(pin.Scope, SourceSystem.Procore, RecordType, procoreId, SyncKey.Instant(changedOn.UtcDateTime)),
                procoreId,
                changedOn
            );
        }

        throw new IntegrationException(
            ProblemCatalog.ProcoreAnswerUnreadable,
            $"Procore lists a subcontractor invoice of project {project.ProcoreId} without id or updated_at (id {row.Id}, number {row.Number}). "
                + "Open the project's invoices in Procore and report it to Procore's support."
        );
    }

    private static partial class Log
    {
        [LoggerMessage(
            EventId = 1,
            Level = LogLevel.Information,
            Message = "Polled {Projects} projects: {Created} new changes, {SeenBefore} seen before, more to read: {HasMore}"
        )]
        public static partial void Polled(ILogger logger, int projects, int created, int seenBefore, bool hasMore);

        [LoggerMessage(EventId = 2, Level = LogLevel.Warning, Message = "Procore project {Project} is not polled: {Sentence}")]
        public static partial void NotPermitted(ILogger logger, string project, string sentence);
    }
}
