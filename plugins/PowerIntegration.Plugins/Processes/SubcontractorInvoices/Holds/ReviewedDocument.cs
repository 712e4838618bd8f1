using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Law.PayWhenPaid;
using PowerIntegration.Domain.Law.Reasons;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Texts;
using PowerIntegration.Domain.Versions;
using PowerIntegration.Plugins.Documents;
using PowerIntegration.Plugins.Law;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices.Commitments;
using PowerIntegration.Tables;

namespace PowerIntegration.Plugins.Processes.SubcontractorInvoices.Holds;

/// <summary>The review of one document's payment, from its rows and from what a person says about the owner's payments.</summary>
/// <param name="Review">The review; null where there is none.</param>
/// <param name="Refusal">Why there is none.</param>
internal sealed record ReviewedDocument(PaymentHoldReview? Review, Refusal? Refusal)
{
    public static ReviewedDocument Of(IOrganizationService service, Guid documentId, string request)
    {
        var said = OwnerPaymentText.Read(request);
        if (said.Refusal is { } unusable)
        {
            return new ReviewedDocument(null, unusable);
        }

        if (DocumentIdentity.Find(service, documentId) is not { } identity)
        {
            return Refused(DocumentReasons.DocumentNotFound, $"Document {documentId} does not exist. Choose an existing document.");
        }

        var snapshot = CommitmentSnapshot.Read(service, identity.CommitmentId, documentId);
        var name = snapshot.Document.Text(DocumentTable.Name) is { Length: > 0 } called
            ? called
            : snapshot.Document.RequiredText(DocumentTable.ProcoreId);
        if (snapshot.Summary.State != DocumentState.Posted || snapshot.Document.Date(DocumentTable.BillingDate) is not { } billed)
        {
            return Refused(SharedReasons.InputUnusable, $"{name} is not posted, so nothing of it is paid or held. Review it after it is posted.");
        }

        return snapshot.Terms is { Version: { } terms }
            ? Reviewed(service, snapshot, terms, Invoice(snapshot, said) with { Name = name, InvoiceDate = billed }, said)
            : new ReviewedDocument(null, snapshot.Terms.Refusal);
    }

    private static ReviewedDocument Reviewed(
        IOrganizationService service,
        CommitmentSnapshot snapshot,
        TermsVersion terms,
        PayableInvoice invoice,
        OwnerPaymentText said
    )
    {
        // Terms that do not state a clause do not let payment wait.
        var clause = terms.PaymentClause ?? new PaymentTerms { Clause = PaymentClause.None };
        PaymentHoldReview review;
        if (terms.Region is { } region)
        {
            var rules = JurisdictionRuleReader.Read(service, region.Jurisdiction);
            if (rules.Refusal is { } unreadable)
            {
                return new ReviewedDocument(null, unreadable);
            }

            review = PaymentHoldReview.Of(clause, region, rules.Rules, [invoice], said.AsOf);
        }
        else
        {
            var contract = $"Commitment {snapshot.Commitment.RequiredText(CommitmentTable.Number)}";
            review = PaymentHoldReview.Of(clause, contract, invoice.Currency, [invoice], said.AsOf);
        }

        return review.Clause is { Clause: not PaymentClause.None } && invoice.HoldName.Length == 0
            ? Refused(
                LawReasons.PaymentHoldMissing,
                $"{invoice.Name}: payment waits for the owner's payment, but the Payables setup of "
                    + $"{snapshot.Payables.Text(PayablesSetupTable.BusinessUnit)} has no payment hold name. "
                    + "Ask the integration administrator to enter it."
            )
            : new ReviewedDocument(review, null);
    }

    private static PayableInvoice Invoice(CommitmentSnapshot snapshot, OwnerPaymentText said) =>
        new()
        {
            Name = "",
            Currency = Currency.TryFind(snapshot.Document.Text(DocumentTable.Currency), out var currency) ? currency : default,
            IsPosted = true,
            InvoiceDate = default,
            DueDate = said.DueDate,
            Amount = snapshot.Document.Amount(DocumentTable.PayableAmount) ?? 0m,
            Released = said.Released,
            Receipts = said.Receipts,
            HoldName = snapshot.Payables.Text(PayablesSetupTable.HoldName)?.Trim() ?? "",
            CanSplit = said.CanSplit,
            IsOwnerInsolvent = said.IsOwnerInsolvent,
        };

    private static ReviewedDocument Refused(ReasonCode code, string sentence) => new(null, new Refusal(code, sentence));
}
