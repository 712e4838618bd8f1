using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;

namespace PowerIntegration.Plugins.Documents;

/// <summary>Makes the flow of a document come again.</summary>
internal static class InboxRelease
{
    /// <summary>
    /// The inbox drives everything: its newest event of the document is New again. A document without an event waits for the sweep.
    /// </summary>
    public static void Of(IOrganizationService service, Guid documentId)
    {
        var query = Rows.Of(InboundEventTable.LogicalName, [InboundEventTable.ChangedOn]);
        query.Criteria.AddCondition(InboundEventTable.DocumentId, ConditionOperator.Equal, documentId);
        query.TopCount = 1;
        query.AddOrder(InboundEventTable.ChangedOn, OrderType.Descending);
        if (Rows.First(service, query) is { } inbound)
        {
            service.Update(
                new Entity(InboundEventTable.LogicalName, inbound.Id) { [InboundEventTable.EventState] = new OptionSetValue(EventStateChoice.New) }
            );
        }
    }
}
