using System.Text.Json;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Approvals;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Gateway.Dataverse;
using PowerIntegration.Gateway.Procore;
using PowerIntegration.Gateway.Remote;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Gateway.Intake;

/// <summary>
/// Notices records that were deleted in Procore, for which it has neither a webhook nor a time of change: once a day the list of all records of a
/// project is compared with its documents.
/// </summary>
internal sealed class DeletedRecords(IDataverseStore store, Inbox inbox, ProcoreClient procore, EnvironmentPin pin, TimeProvider clock)
{
    /// <summary>How often the records of a project are compared.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromDays(1);

    /// <summary>
    /// Puts an event into the inbox for each document whose record is not listed any more, and for each deleted one that is listed again. Gives why
    /// nothing could be compared, or null.
    /// </summary>
    public async Task<string?> NoticeAsync(SourceProject project, ISource source, CallBudget budget, CancellationToken cancellationToken)
    {
        var known = await KnownAsync(project, source, cancellationToken);
        if (known.Count == 0)
        {
            return null;
        }

        var listed = await ListedAsync(project, source, budget, cancellationToken);
        var live = known.Where(record => !record.Value).Select(record => record.Key).ToList();
        var missing = live.Where(id => !listed.Contains(id)).ToList();
        if (missing.Count > 0 && missing.Count == live.Count)
        {
            // Whoever lost the permission sees an empty list too; nothing is void because of that.
            return $"Procore lists none of the {live.Count} {source.Records.Many.ToLowerInvariant()} of project {project.ProcoreId} that were read before. "
                + "Ask the Procore administrator whether the integration account still has access to them.";
        }

        var restored = known.Where(record => record.Value && listed.Contains(record.Key)).Select(record => record.Key);
        var now = clock.GetUtcNow();
        var day = now.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var changes = missing
            .Select(id => Change(source, id, "DELETED-" + day, now))
            .Concat(restored.Select(id => Change(source, id, "RESTORED-" + day, now)))
            .ToList();
        var fresh = await inbox.UnknownAsync(changes, cancellationToken);
        return fresh.Count == 0 ? null : (await inbox.AddAsync(project, source.Records, fresh, cancellationToken)).Refusal;
    }

    /// <summary>
    /// The newest document of a record that cannot be read and is not listed, where others are; null where the record may only be hidden from us.
    /// </summary>
    public async Task<Entity?> FindAsync(InboundRecord inbound, ISource source, CallBudget budget, CancellationToken cancellationToken)
    {
        if (await NewestAsync(inbound.Record, source, cancellationToken) is not { } document)
        {
            return null;
        }

        var listed = await ListedAsync(inbound.Home, source, budget, cancellationToken);
        return listed.Count > 0 && !listed.Contains(inbound.Record) ? document : null;
    }

    /// <summary>The newest document of a record with everything that its source said; null where there is none.</summary>
    public async Task<Entity?> NewestAsync(string id, ISource source, CancellationToken cancellationToken)
    {
        var query = new QueryExpression(DocumentTable.LogicalName) { ColumnSet = new ColumnSet(true), TopCount = 1 };
        query.Criteria.AddCondition(DocumentTable.EnvironmentId, ConditionOperator.Equal, pin.Environment.Id);
        query.Criteria.AddCondition(DocumentTable.DocumentType, ConditionOperator.Equal, DocumentKinds.ToChoice(source.Records.Kind));
        query.Criteria.AddCondition(DocumentTable.ProcoreId, ConditionOperator.Equal, id);
        query.AddOrder(DocumentTable.Revision, OrderType.Descending);
        return await store.ListAsync(query, cancellationToken) is [var row, ..] ? row : null;
    }

    private NoticedChange Change(ISource source, string id, string what, DateTimeOffset now) =>
        new(SyncKey.ForEvent(pin.Scope, SourceSystem.Procore, source.Records.KeyPart, id, what), id, now, null);

    // Each record with whether its newest revision is void.
    private async Task<Dictionary<string, bool>> KnownAsync(SourceProject project, ISource source, CancellationToken cancellationToken)
    {
        var query = new QueryExpression(DocumentTable.LogicalName)
        {
            ColumnSet = new ColumnSet(DocumentTable.ProcoreId, DocumentTable.ProcoreStatus, DocumentTable.Revision),
        };
        query.Criteria.AddCondition(DocumentTable.ProjectId, ConditionOperator.Equal, project.Id);
        query.Criteria.AddCondition(DocumentTable.DocumentType, ConditionOperator.Equal, DocumentKinds.ToChoice(source.Records.Kind));
        query.AddOrder(DocumentTable.Revision, OrderType.Ascending);
        var known = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var row in await store.ListAsync(query, cancellationToken))
        {
            var view = new RowView(row);
            known[view.RequiredText(DocumentTable.ProcoreId)] = ApprovalDecision.IsVoid(view.Text(DocumentTable.ProcoreStatus));
        }

        return known;
    }

    private async Task<HashSet<string>> ListedAsync(SourceProject project, ISource source, CallBudget budget, CancellationToken cancellationToken)
    {
        var listed = new HashSet<string>(StringComparer.Ordinal);
        await foreach (
            var page in procore.PagesAsync<JsonElement>(source.AllOf(project.ProcoreId), budget, ProcoreClient.PagesMax, cancellationToken)
        )
        {
            listed.UnionWith(page.Select(ListedRow.IdOf).OfType<string>());
        }

        return listed;
    }
}
