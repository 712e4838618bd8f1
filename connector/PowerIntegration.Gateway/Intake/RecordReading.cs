using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Gateway.Dataverse;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Gateway.Procore;
using PowerIntegration.Gateway.Remote;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Gateway.Intake;

/// <summary>
/// Reads the record that an event is about and stores what Procore says, as a new revision where something that counts has changed. What fails is
/// written on the event, so that nothing is lost where the caller does not hear the answer.
/// </summary>
internal sealed partial class RecordReading(
    IEnumerable<ISource> sources,
    IDataverseStore store,
    Inbox inbox,
    DeletedRecords deleted,
    SourceFiles files,
    ProcoreClient procore,
    EnvironmentPin pin,
    TimeProvider clock,
    ILogger<RecordReading> logger
)
{
    // Two readers of the same record can only disagree about the next revision once each, and each disagreement is read once more.
    private const int AttemptsMax = 5;

    /// <summary>
    /// How long a change rests before its record is read. Procore's times have seconds: what is read before the second of a change is over may miss
    /// another change with the same time, which no poll would notice.
    /// </summary>
    public static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    // If Procore's clock is ahead, waiting does not help.
    private static readonly TimeSpan RestMax = TimeSpan.FromSeconds(2);

    /// <summary>Reads once; calling it again with the same event changes nothing.</summary>
    public async Task<StoredRecord> ReadAsync(Guid eventId, CancellationToken cancellationToken)
    {
        using var scope = logger.BeginScope("Inbound event {InboundEventId}", eventId);
        var inbound =
            await inbox.FindAsync(eventId, cancellationToken)
            ?? throw new IntegrationException(
                ProblemCatalog.EventUnknown,
                $"Inbound event {eventId} does not exist in environment '{pin.Key}'. Choose an event of this environment."
            );
        try
        {
            return await ReadAsync(inbound, cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            await KeepAsync(inbound, failure, cancellationToken);
            throw;
        }
    }

    private async Task<StoredRecord> ReadAsync(InboundRecord inbound, CancellationToken cancellationToken)
    {
        var source = Required(inbound);
        var budget = CallBudget.Start(clock, CallBudget.Operation);
        var rest = inbound.ChangedOn + Rest - clock.GetUtcNow() ?? TimeSpan.Zero;
        if (rest > TimeSpan.Zero)
        {
            await Task.Delay(rest < RestMax ? rest : RestMax, clock, cancellationToken);
        }

        var stored = await StoreAsync(source, inbound, budget, cancellationToken);
        var unasked = new[]
        {
            stored.Unasked,
            await FetchAsync(source, inbound.Home, stored.Record.Missing, budget, cancellationToken),
        }.OfType<string>();
        await inbox.CompleteAsync(inbound, stored.Answer.DocumentId, [.. unasked], cancellationToken);
        Log.Stored(logger, source.Records.One, inbound.Record, stored.Answer.Outcome, stored.Answer.DocumentId);
        return stored.Answer;
    }

    private ISource Required(InboundRecord inbound)
    {
        var source =
            sources.FirstOrDefault(candidate => candidate.Records.RecordType == inbound.RecordType)
            ?? throw new IntegrationException(
                ProblemCatalog.EventTypeUnknown,
                $"Inbound event {inbound.EventId} is about a kind of record ({inbound.RecordType}) that cannot be read here. Contact support."
            );
        if (inbound.Project is null)
        {
            throw new IntegrationException(
                ProblemCatalog.ProjectUnknown,
                $"Inbound event {inbound.EventId} belongs to a project that no longer exists. Ask the integration administrator to add "
                    + "the project again. The next poll then finds its changes."
            );
        }

        return inbound.ProcoreId is { Length: > 0 }
            ? source
            : throw new IntegrationException(
                ProblemCatalog.EventUnreadable,
                $"Inbound event {inbound.EventId} does not name a record, because Procore did not. "
                    + "Open the record in Procore and save it again. The next poll then finds the change."
            );
    }

    private async Task<StoredVersion> StoreAsync(ISource source, InboundRecord inbound, CallBudget budget, CancellationToken cancellationToken)
    {
        Guid? seen = null;
        var record = await RecordAsync(source, inbound, budget, cancellationToken);
        for (var attempt = 1; attempt <= AttemptsMax; attempt++)
        {
            var newest = await record.NewestAsync(cancellationToken);
            if (newest is not null && newest.Id != seen && MayBeOlder(record, newest))
            {
                // What was read may be older than what another reader stored meanwhile; what is read from now on is not.
                seen = newest.Id;
                record = await RecordAsync(source, inbound, budget, cancellationToken);
                continue;
            }

            if (await TryStoreAsync(source, inbound, record, newest, budget, cancellationToken) is { } stored)
            {
                return stored;
            }
        }

        throw new RemoteUnavailableException(
            ProblemCatalog.DataverseUnavailable,
            $"{source.Records.One} {inbound.Record} could not be stored because it was changed {AttemptsMax} times while this was running. "
                + "Try again."
        );
    }

    // What Procore does not have any more is void, unless it is only hidden from us.
    private async Task<ISourceRecord> RecordAsync(ISource source, InboundRecord inbound, CallBudget budget, CancellationToken cancellationToken)
    {
        try
        {
            return await source.ReadAsync(inbound, budget, cancellationToken);
        }
        catch (IntegrationException missing) when (missing.Kind == source.Unknown)
        {
            if (await deleted.FindAsync(inbound, source, budget, cancellationToken) is not { } document)
            {
                throw;
            }

            return new DeletedRecord(inbound.Record, document, token => deleted.NewestAsync(inbound.Record, source, token));
        }
    }

    // Null where another call changed the document or took its next revision meanwhile.
    private async Task<StoredVersion?> TryStoreAsync(
        ISource source,
        InboundRecord inbound,
        ISourceRecord record,
        Entity? newest,
        CallBudget budget,
        CancellationToken cancellationToken
    )
    {
        var status = newest is null ? RevisionStatus.New : Compare(record, newest);
        if (newest is not null && status == RevisionStatus.Older)
        {
            return new StoredVersion(record, Exists(newest, "A later change is already stored, in"), null);
        }

        var isFinal = newest is not null && !DocumentStateMachine.MayBePrepared(StateOf(newest));
        if (newest is not null && status == RevisionStatus.Same)
        {
            var none = new RecordNotes(new Dictionary<string, object?>(), null);
            var known = isFinal ? none : await record.NotesAsync(budget, cancellationToken);
            return await NoteAsync(newest, record, known, cancellationToken)
                ? new StoredVersion(record, Exists(newest, "No relevant changes since"), known.Unasked)
                : null;
        }

        var notes = await record.NotesAsync(budget, cancellationToken);
        var revision = (newest?.GetAttributeValue<int>(DocumentTable.Revision) ?? 0) + 1;
        var row = Row(source, inbound, record, revision, notes);
        return await store.TryCreateAsync(row, cancellationToken) is { } created
            ? new StoredVersion(
                record,
                new StoredRecord(
                    created,
                    ReadOutcome.Created,
                    DocumentState.Received,
                    row.GetAttributeValue<string>(DocumentTable.Name),
                    $"{row.GetAttributeValue<string>(DocumentTable.Name)} was stored as revision {revision}."
                ),
                notes.Unasked
            )
            : null;
    }

    private Entity Row(ISource source, InboundRecord inbound, ISourceRecord record, int revision, RecordNotes notes)
    {
        var kind = source.Records.Kind;
        var key = SyncKey.ForDocument(pin.Scope, SourceSystem.Procore, kind, inbound.Record, revision);
        var row = record.Row(key, revision);
        row[DocumentTable.Key] = key;
        row[DocumentTable.EnvironmentId] = pin.Environment;
        row[DocumentTable.ProjectId] = new EntityReference(ProjectTable.LogicalName, inbound.Home.Id);
        row[DocumentTable.DocumentType] = new OptionSetValue(DocumentKinds.ToChoice(kind));
        row[DocumentTable.ProcoreId] = inbound.Record;
        row[DocumentTable.Revision] = revision;
        row[DocumentTable.SourceHash] = record.Hash;
        row[DocumentTable.SourceUpdatedOn] = record.UpdatedOn?.UtcDateTime;
        row[DocumentTable.DocumentState] = new OptionSetValue(DocumentStateChoice.Received);
        foreach (var (column, value) in notes.Columns)
        {
            row[column] = value;
        }

        SourceFiles.Write(row, key, record.Files);
        return row;
    }

    // Notes do not come from Procore and make no revision. False if another call changed the document meanwhile.
    private async Task<bool> NoteAsync(Entity document, ISourceRecord record, RecordNotes notes, CancellationToken cancellationToken)
    {
        var change = new Entity(DocumentTable.LogicalName, document.Id) { RowVersion = document.RowVersion };
        foreach (var (column, value) in notes.Columns.Where(pair => !Equals(document.GetAttributeValue<object?>(pair.Key), pair.Value)))
        {
            change[column] = value;
        }

        if (record.UpdatedOn is { } updatedOn && (UpdatedOn(document) is not { } known || known < updatedOn))
        {
            change[DocumentTable.SourceUpdatedOn] = updatedOn.UtcDateTime;
        }

        await files.NoteAsync(document, change, record.Files, cancellationToken);
        return change.Attributes.Count == 0 || await store.TryUpdateUnchangedAsync(change, cancellationToken);
    }

    // Why the records could not be looked up, so that they are read again; the document is stored and continues.
    private async Task<string?> FetchAsync(
        ISource source,
        SourceProject project,
        MissingRecords? missing,
        CallBudget budget,
        CancellationToken cancellationToken
    )
    {
        if (missing is null)
        {
            return null;
        }

        try
        {
            var now = clock.GetUtcNow();
            string? refusal = null;
            await foreach (var page in procore.PagesAsync<JsonElement>(missing.List, budget, ProcoreClient.PagesMax, cancellationToken))
            {
                var changes = page.Where(missing.IsMissing).Select(row => ListedRow.Read(row, source, project, pin.Scope, now)).ToList();
                var fresh = await inbox.UnknownAsync(changes, cancellationToken);
                refusal = (await inbox.AddAsync(project, source.Records, fresh, cancellationToken)).Refusal ?? refusal;
            }

            return refusal;
        }
        catch (IntegrationException unasked)
        {
            return unasked.Message;
        }
    }

    // The response says what failed. The event keeps it as well, in case no caller waits for the response.
    private async Task KeepAsync(InboundRecord inbound, Exception failure, CancellationToken cancellationToken)
    {
        var sentence = failure is IntegrationException told
            ? told.Message
            : $"Unexpected error. Contact support with the ID of this event, {inbound.EventId}.";
        try
        {
            await inbox.FailAsync(inbound, sentence, failure, cancellationToken);
        }
        catch (Exception second) when (second is not OperationCanceledException)
        {
            Log.NotKept(logger, second, inbound.EventId, sentence);
        }
    }

    private static bool IsSame(ISourceRecord record, Entity document) => document.GetAttributeValue<string>(DocumentTable.SourceHash) == record.Hash;

    private static RevisionStatus Compare(ISourceRecord record, Entity newest) =>
        RevisionRules.Compare(
            record.Hash,
            record.UpdatedOn?.UtcDateTime,
            newest.GetAttributeValue<string>(DocumentTable.SourceHash),
            UpdatedOn(newest)?.UtcDateTime,
            StateOf(newest)
        );

    // Procore's times have seconds: of two changes within one, they do not say which was first.
    private static bool MayBeOlder(ISourceRecord record, Entity newest) =>
        !IsSame(record, newest) && !(record.UpdatedOn < UpdatedOn(newest)) && !(record.UpdatedOn > UpdatedOn(newest));

    private static DateTimeOffset? UpdatedOn(Entity document) =>
        new RowView(document).Instant(DocumentTable.SourceUpdatedOn) is { } instant
            ? new DateTimeOffset(DateTime.SpecifyKind(instant, DateTimeKind.Utc))
            : null;

    private static DocumentState StateOf(Entity document) =>
        DocumentStates.FromChoice(document.GetAttributeValue<OptionSetValue>(DocumentTable.DocumentState)?.Value) ?? DocumentState.Received;

    private static StoredRecord Exists(Entity document, string what)
    {
        var state = StateOf(document);
        var revision = document.GetAttributeValue<int>(DocumentTable.Revision).ToString(CultureInfo.InvariantCulture);
        var name = document.GetAttributeValue<string>(DocumentTable.Name);
        return new StoredRecord(document.Id, ReadOutcome.Exists, state, name, $"{what} revision {revision} ({state}).");
    }

    private sealed record StoredVersion(ISourceRecord Record, StoredRecord Answer, string? Unasked);

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "{Record} {ProcoreId}: {Outcome} as document {DocumentId}")]
        public static partial void Stored(ILogger logger, string record, string procoreId, ReadOutcome outcome, Guid documentId);

        [LoggerMessage(EventId = 2, Level = LogLevel.Error, Message = "The reason could not be stored on inbound event {InboundEventId}: {Sentence}")]
        public static partial void NotKept(ILogger logger, Exception failure, Guid inboundEventId, string sentence);
    }
}
