using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Stalled;
using PowerIntegration.Plugins.Findings;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Stalled;

/// <summary>Reads what may be stalled: a few bounded questions, whatever the number of documents.</summary>
internal sealed class StalledReader(IOrganizationService service, DateTime now)
{
    private const string Environment = "environment";

    /// <summary>Alias under which a document's project is joined.</summary>
    internal const string Project = "project";

    // Documents that wait for their next try are looked at too, because what stopped them may have changed.
    private const int WaitingMax = 500;

    /// <summary>What a finding about the row is about.</summary>
    public static FindingSubject Subject(Entity row, string column) =>
        new(
            FindingWriter.ScopeOf(new RowView(row, Environment)),
            new RowView(row).RequiredReference(DocumentTable.EnvironmentId),
            row.ToEntityReference(),
            column
        );

    /// <summary>Events that are due: New, Failed, and Read without a document; the oldest first.</summary>
    public IReadOnlyList<StalledRow<StalledEvent>> Events()
    {
        var query = Rows.Of(InboundEventTable.LogicalName, StalledRows.EventColumns.Concat([InboundEventTable.EnvironmentId]));
        var states = query.Criteria.AddFilter(LogicalOperator.Or);
        states.AddCondition(InboundEventTable.EventState, ConditionOperator.In, EventStateChoice.New, EventStateChoice.Failed);
        states.AddCondition(InboundEventTable.DocumentId, ConditionOperator.Null);
        var due = Due(query.Criteria, InboundEventTable.NextTryOn);
        var added = NewestCommitment();
        if (added is not null)
        {
            // A change that failed because its commitment was not set up continues once a commitment was added.
            var mended = due.AddFilter(LogicalOperator.And);
            mended.AddCondition(InboundEventTable.EventState, ConditionOperator.Equal, EventStateChoice.Failed);
            mended.AddCondition(StalledRows.ModifiedOn, ConditionOperator.LessEqual, added);
        }

        // What waits for its record to be corrected would fill the list.
        var tried = query.Criteria.AddFilter(LogicalOperator.Or);
        tried.AddCondition(InboundEventTable.NextTryOn, ConditionOperator.NotNull);
        tried.AddCondition(InboundEventTable.EventState, ConditionOperator.NotEqual, EventStateChoice.Failed);
        if (added is not null)
        {
            tried.AddCondition(StalledRows.ModifiedOn, ConditionOperator.LessEqual, added);
        }

        JoinEnvironment(query);
        query.AddOrder(StalledRows.ModifiedOn, OrderType.Ascending);
        query.TopCount = ListStalled.ItemsMax;
        return
        [
            .. Rows.All(service, query)
                .Select(row => new StalledRow<StalledEvent>(row, StalledRows.Event(row.Id, new RowView(row), added)))
                .Where(item => item.Value.IsDue(now)),
        ];
    }

    /// <summary>Polls that failed several times in a row.</summary>
    public IReadOnlyList<StalledRow<StalledCursor>> Cursors()
    {
        var query = Rows.Of(CursorTable.LogicalName, StalledRows.CursorColumns.Concat([CursorTable.EnvironmentId]));
        query.Criteria.AddCondition(CursorTable.Attempts, ConditionOperator.GreaterEqual, StalledCursor.AttemptsMin);
        JoinEnvironment(query);
        query.TopCount = ListStalled.ItemsMax;
        return [.. Rows.All(service, query).Select(row => new StalledRow<StalledCursor>(row, StalledRows.Cursor(new RowView(row))))];
    }

    /// <summary>Documents that are due, the oldest first.</summary>
    public IReadOnlyList<StalledRow<StalledDocument>> Documents()
    {
        var due = Rows.All(service, DueDocuments()).Select(row => Item(row, null));
        var waiting = Rows.All(service, WaitingDocuments());
        var changes = new CauseChanges(service, waiting);
        return
        [
            .. due.Concat(waiting.Select(row => Item(row, changes.Of(row))))
                .Where(item => item.Value.IsDue(now))
                .OrderBy(item => item.Value.ModifiedOn)
                .Take(ListStalled.ItemsMax),
        ];
    }

    /// <summary>Posted documents whose files are due, the oldest first.</summary>
    public IReadOnlyList<StalledRow<StalledDocument>> Attachments()
    {
        var query = Rows.Of(DocumentTable.LogicalName, StalledRows.DocumentColumns);
        query.Criteria.AddCondition(DocumentTable.DocumentState, ConditionOperator.Equal, DocumentStateChoice.Posted);
        var open = query.Criteria.AddFilter(LogicalOperator.Or);
        open.AddCondition(DocumentTable.AttachmentsWaiting, ConditionOperator.GreaterThan, 0);
        var again = open.AddFilter(LogicalOperator.And);
        again.AddCondition(DocumentTable.AttachmentsNotSent, ConditionOperator.GreaterThan, 0);

        // What was tried often enough is left out here, or it would stand before all others for ever.
        var few = again.AddFilter(LogicalOperator.Or);
        few.AddCondition(DocumentTable.AttachmentAttempts, ConditionOperator.Null);
        few.AddCondition(DocumentTable.AttachmentAttempts, ConditionOperator.LessThan, StalledDocument.NotSentAttemptsMax);
        Due(query.Criteria, DocumentTable.AttachmentNextTryOn);
        Due(query.Criteria, DocumentTable.AttachmentLease);
        query.AddOrder(StalledRows.ModifiedOn, OrderType.Ascending);
        query.TopCount = ListStalled.AttachmentsMax;
        return [.. Rows.All(service, query).Select(row => Item(row, null)).Where(item => item.Value.AreAttachmentsDue(now))];
    }

    /// <summary>The newest event of each document that has one.</summary>
    public IReadOnlyDictionary<Guid, Guid> NewestEvents(IReadOnlyList<Guid> documentIds)
    {
        var newest = new Dictionary<Guid, Guid>();
        if (documentIds.Count == 0)
        {
            return newest;
        }

        var query = Rows.Of(InboundEventTable.LogicalName, [InboundEventTable.DocumentId]);
        query.Criteria.AddCondition(InboundEventTable.DocumentId, ConditionOperator.In, [.. documentIds.Cast<object>()]);
        query.AddOrder(InboundEventTable.ChangedOn, OrderType.Ascending);
        foreach (var row in Rows.All(service, query))
        {
            newest[new RowView(row).RequiredReference(InboundEventTable.DocumentId)] = row.Id;
        }

        return newest;
    }

    private static StalledRow<StalledDocument> Item(Entity row, DateTime? causeChangedOn) =>
        new(row, StalledRows.Document(row.Id, new RowView(row), causeChangedOn));

    // What waits for nothing is not asked for: a void application, a prepared document of a kind that is not sent.
    private QueryExpression DueDocuments()
    {
        var query = OpenDocuments();
        var states = query.Criteria.AddFilter(LogicalOperator.Or);
        states.AddCondition(DocumentTable.DocumentState, ConditionOperator.In, DocumentStateChoice.Received, DocumentStateChoice.Held);
        AddRefused(states.AddFilter(LogicalOperator.And));
        var sent = states.AddFilter(LogicalOperator.And);
        sent.AddCondition(DocumentTable.DocumentState, ConditionOperator.In, DocumentStateChoice.Prepared, DocumentStateChoice.Submitted);
        sent.AddCondition(
            DocumentTable.DocumentType,
            ConditionOperator.In,
            [
                .. typeof(DocumentKind)
                    .GetEnumValues()
                    .Cast<DocumentKind>()
                    .Where(DocumentKinds.IsSent)
                    .Select(kind => (object)DocumentKinds.ToChoice(kind)),
            ]
        );
        var lease = query.Criteria.AddFilter(LogicalOperator.Or);
        lease.AddCondition(DocumentTable.LeaseUntil, ConditionOperator.Null);
        lease.AddCondition(DocumentTable.LeaseUntil, ConditionOperator.LessEqual, now);
        lease.AddCondition(DocumentTable.LeaseUntil, ConditionOperator.GreaterThan, now + Claim.Lease);
        Due(query.Criteria, DocumentTable.NextTryOn);
        query.AddOrder(StalledRows.ModifiedOn, OrderType.Ascending);
        query.TopCount = 2 * ListStalled.ItemsMax;
        return query;
    }

    private QueryExpression WaitingDocuments()
    {
        var query = OpenDocuments();
        var states = query.Criteria.AddFilter(LogicalOperator.Or);
        states.AddCondition(DocumentTable.DocumentState, ConditionOperator.Equal, DocumentStateChoice.Held);
        AddRefused(states.AddFilter(LogicalOperator.And));
        query.Criteria.AddCondition(DocumentTable.NextTryOn, ConditionOperator.GreaterThan, now);
        query.AddOrder(StalledRows.ModifiedOn, OrderType.Ascending);
        query.TopCount = WaitingMax;
        return query;
    }

    private static void AddRefused(FilterExpression filter)
    {
        filter.AddCondition(DocumentTable.DocumentState, ConditionOperator.Equal, DocumentStateChoice.Refused);
        filter.AddCondition(DocumentTable.ReasonCode, ConditionOperator.NotEqual, DocumentReasons.SourceVoid.Wire);
    }

    private static QueryExpression OpenDocuments()
    {
        var query = Rows.Of(
            DocumentTable.LogicalName,
            StalledRows.DocumentColumns.Concat([DocumentTable.EnvironmentId, DocumentTable.ProjectId, DocumentTable.CommitmentId])
        );
        JoinEnvironment(query);
        query.AddLink(ProjectTable.LogicalName, DocumentTable.ProjectId, ProjectTable.Id).Join(Project, [ProjectTable.PayablesSetupId]);
        return query;
    }

    private static void JoinEnvironment(QueryExpression query) =>
        query
            .AddLink(EnvironmentTable.LogicalName, DocumentTable.EnvironmentId, EnvironmentTable.Id)
            .Join(Environment, FindingWriter.EnvironmentColumns);

    private DateTime? NewestCommitment()
    {
        var query = Rows.Of(CommitmentTable.LogicalName, [StalledRows.CreatedOn]);
        query.AddOrder(StalledRows.CreatedOn, OrderType.Descending);
        query.TopCount = 1;
        return Rows.First(service, query) is { } newest ? new RowView(newest).Instant(StalledRows.CreatedOn) : null;
    }

    private FilterExpression Due(FilterExpression criteria, string column)
    {
        var due = criteria.AddFilter(LogicalOperator.Or);
        due.AddCondition(column, ConditionOperator.Null);
        due.AddCondition(column, ConditionOperator.LessEqual, now);
        return due;
    }
}
