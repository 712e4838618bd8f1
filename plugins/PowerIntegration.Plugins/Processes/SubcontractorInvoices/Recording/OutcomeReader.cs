using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.ReadBack;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Recording;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Plugins.Documents;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices.Commitments;
using PowerIntegration.Tables;

namespace PowerIntegration.Plugins.Processes.SubcontractorInvoices.Recording;

/// <summary>Reads everything that the recording of one outcome decides from.</summary>
internal sealed class OutcomeReader(IOrganizationService service, CommitmentSnapshot snapshot)
{
    public OutcomeFacts Read(OutcomeReport report)
    {
        var summary = snapshot.Summary;
        var reversed = snapshot.Document.Reference(DocumentTable.ReversedDocumentId);
        var prepared = FrozenRows.Read(service, snapshot, out var problem);
        Refusal? unreadable = null;
        var readBack = report.ReadBack is { } text ? ReadBackText.Read(text, out unreadable) : null;
        return new OutcomeFacts
        {
            Document = summary,
            DocumentKey = snapshot.Document.RequiredText(DocumentTable.Key),
            RecordIds = RecordIds.Read(snapshot.Document.Text(DocumentTable.OracleInvoiceId)),
            ReversedRecordIds = reversed is { } id ? RecordIds.Read(snapshot.Of(id)?.Document.Text(DocumentTable.OracleInvoiceId)) : [],
            NumberOwners = Owners(readBack ?? []),
            Others = snapshot.Others,
            Prepared = prepared,
            PreparedProblem = problem,
            IsClaimHolder = report.IsOfClaim(snapshot.Document.Text(DocumentTable.ClaimedBy)),
            Outcome = report.Outcome,
            ContentHash = report.ContentHash,
            ReversedId = reversed,
            CommitmentBaseId = snapshot.BasePreparationId,
            ReadBack = readBack,
            Holds = snapshot.Holds,
            ReadBackProblem = unreadable,
            WasSent = report.HasAnswers || WasSentBefore(),
            ReasonCode = report.ReasonCode,
            Message = report.Message,
        };
    }

    // The claim of this call notes the sending where no earlier one did; an earlier one is older than the lease of this call.
    private bool WasSentBefore() =>
        snapshot.Document.Instant(DocumentTable.SentOn) is { } sentOn
        && snapshot.Document.Instant(DocumentTable.LeaseUntil) is { } until
        && sentOn < until - Claim.Lease;

    private IReadOnlyList<NumberOwner> Owners(IReadOnlyList<ReadBackInvoice> invoices) =>
        VendorDocuments.Read(
            service,
            snapshot,
            invoices.Select(invoice => invoice.InvoiceNumber),
            invoices.Select(invoice => invoice.InvoiceId).Where(id => id.Length > 0)
        );
}
