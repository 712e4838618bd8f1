using System;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Outcome;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Plugins.Contracts;
using PowerIntegration.Plugins.Tables;

namespace PowerIntegration.Plugins.Invoices;

/// <summary>Writes what a submission came to: the document, and after a posting the contract's base, the link and the release of the next.</summary>
internal sealed class OutcomeWriter(IOrganizationService service, ContractSnapshot snapshot)
{
    /// <summary>Writes the decision; <paramref name="now"/> is UTC.</summary>
    public void Write(OutcomeDecision decision, DateTime now)
    {
        service.Update(Document(decision, now));
        if (decision.BecomesBase)
        {
            service.Update(Contract());
            service.Create(Link(decision));
        }

        if (decision.ReleasedId is { } released)
        {
            Release(released);
        }
    }

    private Entity Document(OutcomeDecision decision, DateTime now)
    {
        var row = new Entity(DocumentTable.LogicalName, snapshot.Own.Id)
        {
            [DocumentTable.DocumentState] = new OptionSetValue(DocumentStates.ToChoice(decision.State)),
            [DocumentTable.ReasonCode] = decision.ReasonCode.Length == 0 ? null : decision.ReasonCode,
            [DocumentTable.Reason] = decision.State == DocumentState.Posted ? null : Sentence.Fit(decision.Message, DocumentRows.ReasonLengthMax),
            [DocumentTable.ClaimedBy] = null,
            [DocumentTable.LeaseUntil] = null,
        };
        if (decision.ReadBack is { } oracle)
        {
            row[DocumentTable.OracleInvoiceId] = oracle.InvoiceId;
            row[DocumentTable.OracleInvoiceNumber] = oracle.InvoiceNumber;
            row[DocumentTable.OracleAmount] = oracle.InvoiceAmount;
            row[DocumentTable.ValidationStatus] = oracle.ValidationStatus;
            row[DocumentTable.OracleApprovalStatus] = oracle.ApprovalStatus;
            row[DocumentTable.PaidStatus] = oracle.PaidStatus;
        }

        if (decision.State == DocumentState.Posted)
        {
            row[DocumentTable.PostedOn] = now;
        }
        else if (decision.State == DocumentState.Refused)
        {
            // Oracle took nothing, so the next preparation may send other content.
            row[DocumentTable.SentOn] = null;
        }

        return row;
    }

    private Entity Contract() => new(ContractTable.LogicalName, snapshot.ContractId)
    {
        [ContractTable.BasePreparationId] = new EntityReference(PreparationTable.LogicalName, snapshot.Document.RequiredReference(DocumentTable.PreparationId)),
        [ContractTable.LastPostedNumber] = Math.Max(snapshot.LastPostedNumber, snapshot.Standing.ApplicationNumber),
    };

    private Entity Link(OutcomeDecision decision) => new(RecordLinkTable.LogicalName)
    {
        [RecordLinkTable.Key] = SyncKey.ForInvoiceLink(snapshot.Document.RequiredText(DocumentTable.Key)),
        [RecordLinkTable.Name] = Sentence.Of($"Requisition {snapshot.Standing.ProcoreId} is invoice {decision.ReadBack!.InvoiceNumber}"),
        [RecordLinkTable.EnvironmentId] = new EntityReference(EnvironmentTable.LogicalName, snapshot.Document.RequiredReference(DocumentTable.EnvironmentId)),
        [RecordLinkTable.ContractId] = new EntityReference(ContractTable.LogicalName, snapshot.ContractId),
        [RecordLinkTable.RecordType] = new OptionSetValue(RecordTypeChoice.SubcontractorInvoice),
        [RecordLinkTable.ProcoreId] = snapshot.Standing.ProcoreId,
        [RecordLinkTable.OracleId] = decision.ReadBack.InvoiceId,
    };

    // The inbox drives everything: setting the event back to New makes the flow come again.
    private void Release(Guid documentId)
    {
        var query = Rows.Of(InboundEventTable.LogicalName, [InboundEventTable.ChangedOn]);
        query.Criteria.AddCondition(InboundEventTable.DocumentId, ConditionOperator.Equal, documentId);
        query.AddOrder(InboundEventTable.ChangedOn, OrderType.Descending);
        if (Rows.First(service, query) is { } inbound)
        {
            service.Update(new Entity(InboundEventTable.LogicalName, inbound.Id) { [InboundEventTable.EventState] = new OptionSetValue(EventStateChoice.New) });
        }
    }
}
