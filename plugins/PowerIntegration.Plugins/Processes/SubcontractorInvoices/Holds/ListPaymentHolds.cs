using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;

namespace PowerIntegration.Plugins.Processes.SubcontractorInvoices.Holds;

/// <summary>Lists the documents whose payment hold is to be looked up: those due for release, then those looked up longest ago.</summary>
[CustomApi(
    "pint_ListPaymentHolds",
    Gates.ListPaymentHolds,
    "Lists the documents whose payment hold is to be looked up in Oracle: first those due for release, then those checked longest ago."
)]
[CustomApiOutput("Documents", CustomApiFieldType.String, "Row IDs of the documents, as a JSON list.")]
[CustomApiOutput("Count", CustomApiFieldType.Integer, "Number of documents listed.")]
public sealed class ListPaymentHolds : PluginShell
{
    /// <summary>Most documents that are looked up because it is their turn.</summary>
    internal const int DocumentsMax = 100;

    /// <summary>Most documents that are due for release: many contracts bill on one day and are due on one day.</summary>
    internal const int DueMax = 1000;

    private protected override void Run(PluginCall call)
    {
        var service = call.SystemService();
        var today = call.Context.OperationCreatedOn.Date;
        var due = Open();
        due.TopCount = DueMax;
        var decided = due.Criteria.AddFilter(LogicalOperator.Or);
        decided.AddCondition(DocumentTable.HoldUntil, ConditionOperator.LessEqual, today);
        decided.AddCondition(DocumentTable.HoldConfirmedById, ConditionOperator.NotNull);
        decided.AddCondition(DocumentTable.DocumentState, ConditionOperator.Equal, DocumentStateChoice.Reversed);
        var ids = Ids(service, due).Union(Ids(service, Open())).ToList();
        call.Output("Documents", "[" + string.Join(",", ids.Select(id => "\"" + id.ToString("D") + "\"")) + "]");
        call.Output("Count", ids.Count);
    }

    // What no one looked up yet comes first: Dataverse sorts empty values before all others.
    private static QueryExpression Open()
    {
        var query = Rows.Of(DocumentTable.LogicalName, [DocumentTable.Id]);
        query.Criteria.AddCondition(DocumentTable.HoldPlacedOn, ConditionOperator.NotNull);
        query.Criteria.AddCondition(DocumentTable.HoldReleasedOn, ConditionOperator.Null);
        query.AddOrder(DocumentTable.HoldCheckedOn, OrderType.Ascending);
        query.TopCount = DocumentsMax;
        return query;
    }

    private static IEnumerable<Guid> Ids(IOrganizationService service, QueryExpression query) => Rows.All(service, query).Select(row => row.Id);
}
