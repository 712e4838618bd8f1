using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Processes.SubcontractorInvoices;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Processes.SubcontractorInvoices.Commitments;

/// <summary>
/// Reads the opening balances of a commitment: one request for all lines, and none if the commitment has no opening figures and no editor of them.
/// Every row that is entered leaves its editor's name on the commitment, and that name cannot be cleared.
/// </summary>
internal static class OpeningReader
{
    /// <summary>Null where the contract began with application 1.</summary>
    public static OpeningEntry? Read(IOrganizationService service, Guid commitmentId, RowView commitment)
    {
        if (!commitment.Has(CommitmentTable.OpeningEnteredBy) && !OpeningBalanceRows.HeaderColumns.Any(commitment.Has))
        {
            return null;
        }

        var query = Rows.Of(OpeningBalanceTable.LogicalName, OpeningBalanceRows.LineColumns);
        query.Criteria.AddCondition(OpeningBalanceTable.CommitmentId, ConditionOperator.Equal, commitmentId);
        return OpeningBalanceRows.Read(commitment, Rows.All(service, query));
    }
}
