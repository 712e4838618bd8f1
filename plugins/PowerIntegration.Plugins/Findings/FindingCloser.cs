using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Findings;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Findings;

/// <summary>Closes the findings whose cause is resolved. A finding with money at risk waits until a person has acknowledged it.</summary>
internal static class FindingCloser
{
    private const string Document = "document";
    private const string Event = "event";
    private const string Cursor = "cursor";
    private const int FindingsMax = 500;

    // A flow that runs every five or ten minutes would have failed again.
    private static readonly TimeSpan SilentPeriod = TimeSpan.FromMinutes(15);

    /// <summary>Looks at the findings that are open, those that were seen longest ago first.</summary>
    public static void Close(IOrganizationService service, FindingWriter writer, DateTime now)
    {
        var query = Rows.Of(FindingTable.LogicalName, [.. FindingRows.Columns, FindingTable.Kind, FindingTable.LastSeenOn]);
        query.Criteria.AddCondition(FindingTable.FindingState, ConditionOperator.In, FindingStateChoice.Open, FindingStateChoice.Acknowledged);
        query.AddOrder(FindingTable.LastSeenOn, OrderType.Ascending);
        query.TopCount = FindingsMax;
        query
            .AddLink(DocumentTable.LogicalName, FindingTable.DocumentId, DocumentTable.Id, JoinOperator.LeftOuter)
            .Join(Document, [.. StalledRows.DocumentColumns, DocumentTable.CommitmentId, DocumentTable.ProcoreId, DocumentTable.Revision]);
        query
            .AddLink(InboundEventTable.LogicalName, FindingTable.InboundEventId, InboundEventTable.Id, JoinOperator.LeftOuter)
            .Join(Event, StalledRows.EventColumns);
        query.AddLink(CursorTable.LogicalName, FindingTable.CursorId, CursorTable.Id, JoinOperator.LeftOuter).Join(Cursor, StalledRows.CursorColumns);
        foreach (var row in Rows.All(service, query).Where(row => IsCauseGone(service, row, now)))
        {
            var before = FindingRows.Read(new RowView(row));
            writer.Set(row.Id, before, before.WithoutCause(now));
        }
    }

    // Reversed for good, as a person acknowledged, or read again as a later revision.
    private static bool IsSettled(IOrganizationService service, Entity row)
    {
        if (FindingRows.Read(new RowView(row)).State == FindingState.Acknowledged)
        {
            return true;
        }

        var document = new RowView(row, Document);
        var query = Rows.Of(DocumentTable.LogicalName, [DocumentTable.Id]);
        query.Criteria.AddCondition(DocumentTable.CommitmentId, ConditionOperator.Equal, document.RequiredReference(DocumentTable.CommitmentId));
        query.Criteria.AddCondition(DocumentTable.DocumentType, ConditionOperator.Equal, document.Choice(DocumentTable.DocumentType));
        query.Criteria.AddCondition(DocumentTable.ProcoreId, ConditionOperator.Equal, document.RequiredText(DocumentTable.ProcoreId));
        query.Criteria.AddCondition(DocumentTable.Revision, ConditionOperator.GreaterThan, document.RequiredWholeNumber(DocumentTable.Revision));
        query.Criteria.AddCondition(DocumentTable.DocumentState, ConditionOperator.NotEqual, DocumentStateChoice.Reversed);
        query.TopCount = 1;
        return Rows.First(service, query) is not null;
    }

    private static bool IsCauseGone(IOrganizationService service, Entity row, DateTime now)
    {
        var kind = new RowView(row).Text(FindingTable.Kind);
        if (kind == FindingKind.ApprovedTwice.Wire || kind == FindingKind.ApprovalForged.Wire || kind == FindingKind.WorkflowNotAnswered.Wire)
        {
            // What happened cannot be undone, and Procore is looked at by people; a person has to have read it.
            return FindingRows.Read(new RowView(row)).State == FindingState.Acknowledged;
        }

        if (StalledRows.JoinedId(row, Document, DocumentTable.Id) is { } documentId)
        {
            var document = StalledRows.Document(documentId, new RowView(row, Document));
            return !document.HasCauseOf(kind, isReplaced: kind == FindingKind.DocumentReversed.Wire && IsSettled(service, row));
        }

        if (StalledRows.JoinedId(row, Cursor, CursorTable.Id) is not null)
        {
            return StalledRows.Cursor(new RowView(row, Cursor)).IsMended;
        }

        return StalledRows.JoinedId(row, Event, InboundEventTable.Id) is { } eventId
            ? !StalledRows.Event(eventId, new RowView(row, Event)).IsFailed
            : kind == FindingKind.FlowFailed.Wire && new RowView(row).Instant(FindingTable.LastSeenOn) + SilentPeriod <= now;
    }
}
