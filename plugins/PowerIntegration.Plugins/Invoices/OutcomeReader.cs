using System;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Outcome;
using PowerIntegration.Plugins.Contracts;
using PowerIntegration.Plugins.Tables;

namespace PowerIntegration.Plugins.Invoices;

/// <summary>Reads everything that the recording of one outcome decides from.</summary>
internal sealed class OutcomeReader(IOrganizationService service, ContractSnapshot snapshot)
{
    private const string PreparationAlias = "preparation";

    public OutcomeFacts Read(OutcomeReport report)
    {
        var standing = snapshot.Standing;
        return new OutcomeFacts
        {
            Document = standing,
            Others = snapshot.Others,
            Prepared = standing.PreparationId is { } preparationId ? Prepared(preparationId) : null,
            Outcome = report.Outcome,
            PayloadHash = report.PayloadHash,
            ReadBack = report.ReadBack?.Invoice,
            ReadBackProblem = report.ReadBack?.Refusal,
            ReasonCode = report.ReasonCode,
            Message = report.Message,
        };
    }

    // Lines with their preparation joined: a preparation has at least one line, so one request finds both.
    private PreparedInvoice? Prepared(Guid preparationId)
    {
        var query = Rows.Of(DocumentLineTable.LogicalName, PreparedInvoiceRows.LineColumns);
        query.Criteria.AddCondition(DocumentLineTable.PreparationId, ConditionOperator.Equal, preparationId);
        query.AddLink(PreparationTable.LogicalName, DocumentLineTable.PreparationId, PreparationTable.Id)
            .Join(PreparationAlias, PreparedInvoiceRows.PreparationColumns);
        var lines = Rows.All(service, query);
        return lines.Count == 0 ? null : PreparedInvoiceRows.Read(new RowView(lines[0], PreparationAlias), lines);
    }
}
