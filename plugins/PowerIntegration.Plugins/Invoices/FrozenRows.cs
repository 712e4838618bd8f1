using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Plugins.Contracts;
using PowerIntegration.Plugins.Tables;

namespace PowerIntegration.Plugins.Invoices;

/// <summary>Reads what a document froze.</summary>
internal static class FrozenRows
{
    private const string PreparationAlias = "preparation";

    // Lines with their preparation joined: a preparation has at least one line, so one request finds both.
    public static PreparedInvoice? Read(IOrganizationService service, ContractSnapshot snapshot)
    {
        if (snapshot.Standing.PreparationId is not { } preparationId)
        {
            return null;
        }

        var query = Rows.Of(DocumentLineTable.LogicalName, PreparedInvoiceRows.LineColumns);
        query.Criteria.AddCondition(DocumentLineTable.PreparationId, ConditionOperator.Equal, preparationId);
        query.AddLink(PreparationTable.LogicalName, DocumentLineTable.PreparationId, PreparationTable.Id)
            .Join(PreparationAlias, PreparedInvoiceRows.PreparationColumns);
        var lines = Rows.All(service, query);
        return lines.Count == 0 ? null : PreparedInvoiceRows.Read(new RowView(lines[0], PreparationAlias), lines);
    }
}
