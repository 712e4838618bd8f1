using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Stalled;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Stalled;

/// <summary>
/// When the rows that stopped documents depend on were last changed: mapping, tasks, terms, periods, setup, ownership, links and earlier documents.
/// Each table is queried once for changes since the first of the documents was tried, so that saves stay fast.
/// </summary>
internal sealed class CauseChanges
{
    private const int RowsMax = 1000;

    // Where each table keeps whom its rows concern; its own id where the row itself is what documents refer to, empty where it is everybody.
    private static readonly Dictionary<string, string> Places = new(StringComparer.Ordinal)
    {
        [ProjectTable.LogicalName] = ProjectTable.Id,
        [WbsMappingRuleTable.LogicalName] = WbsMappingRuleTable.ProjectId,
        [OracleTaskTable.LogicalName] = OracleTaskTable.ProjectId,
        [CommitmentTable.LogicalName] = CommitmentTable.Id,
        [DocumentTable.LogicalName] = DocumentTable.CommitmentId,
        [CommitmentTermsTable.LogicalName] = CommitmentTermsTable.CommitmentId,
        [OpeningBalanceTable.LogicalName] = OpeningBalanceTable.CommitmentId,
        [RecordLinkTable.LogicalName] = RecordLinkTable.CommitmentId,
        [PayablesSetupTable.LogicalName] = PayablesSetupTable.Id,
        [OraclePeriodTable.LogicalName] = OraclePeriodTable.PayablesSetupId,
        [OwnershipRuleTable.LogicalName] = OwnershipRuleTable.EnvironmentId,
        [JurisdictionRuleTable.LogicalName] = "",
    };

    // Where a table's rows concern more when the place above is empty.
    private static readonly Dictionary<string, string> WiderPlaces = new(StringComparer.Ordinal)
    {
        [WbsMappingRuleTable.LogicalName] = WbsMappingRuleTable.EnvironmentId,
    };

    // The gateway writes on the project every day what documents do not depend on; what they do depend on changes with its activation.
    private static readonly Dictionary<string, string> Times = new(StringComparer.Ordinal) { [ProjectTable.LogicalName] = ProjectTable.ActivatedOn };

    private readonly Dictionary<Guid, DateTime> changes = [];
    private DateTime? everywhere;

    public CauseChanges(IOrganizationService service, IReadOnlyList<Entity> waiting)
    {
        if (waiting.Count == 0)
        {
            return;
        }

        var since = waiting.Min(row => LastTry(new RowView(row)));
        foreach (var place in Places)
        {
            var isOwn = place.Value == place.Key + "id";
            var time = Times.TryGetValue(place.Key, out var other) ? other : StalledRows.ModifiedOn;
            var wider = WiderPlaces.TryGetValue(place.Key, out var column) ? column : null;
            var query = Rows.Of(
                place.Key,
                [time, .. isOwn || place.Value.Length == 0 ? [] : new[] { place.Value }, .. wider is null ? [] : new[] { wider }]
            );
            query.Criteria.AddCondition(time, ConditionOperator.GreaterEqual, since);
            if (place.Key == DocumentTable.LogicalName)
            {
                OnlyDecided(query.Criteria.AddFilter(LogicalOperator.Or));
            }

            query.AddOrder(time, OrderType.Descending);
            query.TopCount = RowsMax;
            foreach (var row in Rows.All(service, query))
            {
                var view = new RowView(row);
                var concerned = isOwn ? row.Id : view.Reference(place.Value) ?? (wider is null ? null : view.Reference(wider));
                Keep(view.Instant(time), concerned, place.Value.Length == 0);
            }
        }
    }

    /// <summary>When what the document depends on was last changed; null where it did not change.</summary>
    public DateTime? Of(Entity document)
    {
        var row = new RowView(document);
        var latest = everywhere;
        foreach (
            var id in new[]
            {
                row.Reference(DocumentTable.ProjectId),
                row.Reference(DocumentTable.CommitmentId),
                row.Reference(DocumentTable.EnvironmentId),
                row.Joined(StalledReader.Project).Reference(ProjectTable.PayablesSetupId),
            }
        )
        {
            if (id is { } known && changes.TryGetValue(known, out var changed) && (latest is null || changed > latest))
            {
                latest = changed;
            }
        }

        return latest;
    }

    private static DateTime LastTry(RowView row) =>
        Backoff.LastTry(row.WholeNumber(DocumentTable.Attempts) ?? 0, row.Instant(DocumentTable.NextTryOn) ?? DateTime.MaxValue);

    // Others wait for a document until nothing more is to be expected of it.
    private static void OnlyDecided(FilterExpression filter)
    {
        filter.AddCondition(
            DocumentTable.DocumentState,
            ConditionOperator.In,
            DocumentStateChoice.Posted,
            DocumentStateChoice.Superseded,
            DocumentStateChoice.Reversed
        );
        filter.AddCondition(DocumentTable.ReasonCode, ConditionOperator.Equal, DocumentReasons.SourceVoid.Wire);
    }

    private void Keep(DateTime? time, Guid? place, bool isEverywhere)
    {
        if (time is not { } changed)
        {
            return;
        }

        if (isEverywhere)
        {
            everywhere = everywhere is { } known && known > changed ? known : changed;
        }
        else if (place is { } id && (!changes.TryGetValue(id, out var before) || before < changed))
        {
            changes[id] = changed;
        }
    }
}
