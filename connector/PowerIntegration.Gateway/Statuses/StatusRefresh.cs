using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Approvals;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Gateway.Dataverse;
using PowerIntegration.Gateway.Remote;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Gateway.Statuses;

/// <summary>
/// Follows what Oracle's approvers decide about posted documents: asks for the statuses of those that are not decided, the longest waiting first, and
/// has them recorded. Oracle does not say by itself, and nothing of the document changes. Repeating it is safe.
/// </summary>
internal sealed class StatusRefresh(IEnumerable<IFollowedRecords> followed, IDataverseStore store, EnvironmentPin pin, TimeProvider clock)
{
    /// <summary>Documents of one call; the next call takes those that wait longest then.</summary>
    public const int DocumentsMax = 50;

    /// <summary>How long a status that was read counts as read.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(10);

    private const string RecordApi = "pint_RecordOracleStatuses";

    /// <summary>Refreshes; see the class.</summary>
    public async Task<RefreshedStatuses> RefreshAsync(CancellationToken cancellationToken)
    {
        var budget = CallBudget.Start(clock, CallBudget.Operation);
        var rows = await store.ListAsync(Open(), cancellationToken);
        var statuses = new List<TargetStatus>();
        foreach (var records in followed)
        {
            var ids = rows.Where(row => records.Takes(KindOf(row)))
                .SelectMany(row => RecordIds.Read(new RowView(row).Text(DocumentTable.OracleInvoiceId)).Select(id => (Id: id, Document: row.Id)))
                .DistinctBy(pair => pair.Id)
                .ToDictionary(pair => pair.Id, pair => pair.Document, StringComparer.Ordinal);
            if (ids.Count > 0)
            {
                statuses.AddRange(await records.StatusesAsync(ids, budget, cancellationToken));
            }
        }

        var seen = statuses.Select(status => status.DocumentId).Distinct().Count();
        if (seen == 0)
        {
            return new RefreshedStatuses(0, 0);
        }

        var inputs = new ParameterCollection { { "EnvironmentId", pin.Environment.Id }, { "Statuses", TargetStatuses.Write(statuses) } };
        var recorded = await store.CallAsync(RecordApi, inputs, cancellationToken);
        return new RefreshedStatuses(seen, recorded.TryGetValue("Changed", out var changed) && changed is int count ? count : 0);
    }

    private QueryExpression Open()
    {
        var query = new QueryExpression(DocumentTable.LogicalName)
        {
            ColumnSet = new ColumnSet(DocumentTable.DocumentType, DocumentTable.OracleInvoiceId),
            TopCount = DocumentsMax,
        };
        query.Criteria.AddCondition(DocumentTable.EnvironmentId, ConditionOperator.Equal, pin.Environment.Id);
        query.Criteria.AddCondition(DocumentTable.DocumentState, ConditionOperator.Equal, DocumentStateChoice.Posted);
        query.Criteria.AddCondition(
            new ConditionExpression(DocumentTable.OracleApprovalStatus, ConditionOperator.NotIn, [.. OracleApproval.Decided.Cast<object>()])
        );
        var due = query.Criteria.AddFilter(LogicalOperator.Or);
        due.AddCondition(DocumentTable.OracleCheckedOn, ConditionOperator.Null);
        due.AddCondition(DocumentTable.OracleCheckedOn, ConditionOperator.LessEqual, clock.GetUtcNow().UtcDateTime - Interval);
        query.AddOrder(DocumentTable.OracleCheckedOn, OrderType.Ascending);
        return query;
    }

    private static DocumentKind KindOf(Entity row) => DocumentKinds.FromChoice(new RowView(row).Choice(DocumentTable.DocumentType));
}
