using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.Approvals;
using PowerIntegration.Domain.ContractBilling;
using PowerIntegration.Domain.ContractBilling.Texts;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Documents.Preparing;
using PowerIntegration.Domain.Law.Tax;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;

/// <summary>Puts what was billed, coded and dated together as what is frozen, and as what a person reads of it.</summary>
internal static class PreparedInvoices
{
    /// <summary>What is frozen.</summary>
    public static PreparedInvoice Of(PreparationFacts facts, BillingResult billing, ApprovalDecision approval)
    {
        var billed = billing.Billed;
        return new PreparedInvoice
        {
            InvoiceNumber = EligibilityCheck.Number(facts),
            VendorName = facts.Commitment.VendorName,
            VendorNumber = facts.Commitment.VendorNumber,
            VendorSite = facts.Commitment.VendorSite,
            BusinessUnit = facts.Payables.BusinessUnit,
            InvoiceSource = facts.Payables.InvoiceSource,
            PaymentTerms = facts.Payables.PaymentTerms,
            Currency = facts.Commitment.Currency,
            InvoiceDate = facts.Source.BillingDate!.Value,
            AccountingDate = billing.AccountingDate.Date,
            AccountingDateRolled = billing.AccountingDate.IsRolled,
            ExpenditureItemDate = facts.Source.PeriodEnd!.Value,
            GrossMovement = billed.After.GrossMovement,
            RetainageMovement = billed.After.RetainageMovement.Total,
            PayableAmount = billing.Tax?.Payable ?? billed.Payable,
            GrossToDate = billed.After.GrossToDate,
            RetainageToDate = billed.After.Retainage.Total,
            OriginalContractSum = billed.After.OriginalContractSum,
            ChangeOrders = billed.NextLedger.ChangeOrders,
            LastPostedNumber = billed.NextLedger.LastPostedNumber,
            StoredMaterials = billed.NextLedger.StoredMaterials,
            Threshold = billed.NextLedger.Threshold,
            RetentionTax = billing.Tax?.TrackedAfter ?? facts.RetentionTaxBefore,
            HeldRetention = billing.Tax is null ? facts.HeldRetentionBefore : billing.Tax.HeldAfter,
            PaymentHold = billing.PaymentHold,
            Reclassified = billed.Reclassified,
            Documents = Documents(facts, billing),
            RuleVersions = Sentence.Lines(
                [
                    .. facts.Versions,
                    .. billing.Rules,
                    UsedVersions.Line(UsedVersions.Terms, facts.Commitment.TermsKey, facts.Commitment.TermsHash),
                    UsedVersions.Line(UsedVersions.Vendor, facts.Commitment.VendorLink?.Key, facts.Commitment.VendorLink?.VersionHash),
                    UsedVersions.Line(UsedVersions.Ownership, approval.Rule.Key, approval.Rule.VersionHash),
                ],
                PreparedInvoice.NotesLengthMax
            ),
            Warnings = Sentence.Lines([.. billing.Warnings], PreparedInvoice.NotesLengthMax),
            Lines = billing.Lines,
        };
    }

    /// <summary>What a person reads of it.</summary>
    public static PreparationTexts Texts(PreparationFacts facts, BillingResult billing, PreparedInvoice invoice)
    {
        Residual.RequireZero(
            invoice.PayableAmount,
            [.. invoice.Documents.Select(document => document.Amount), -billing.Billed.Documents.Sum(document => document.WithheldByOracle)],
            "The documents pay what the summary shows as payable."
        );
        var billed = facts.Document.Type == DocumentKind.OwnerInvoice ? OwnerSide.Of(billing.Billed) : billing.Billed;
        var title = Sentence.Of(
            $"Commitment {facts.Commitment.Number}, application {facts.Source.ApplicationNumber}, invoice {invoice.InvoiceNumber} of ",
            $"{invoice.VendorName}"
        );
        return new PreparationTexts(
            Sentence.Fit(
                CertificateText.Of(title, invoice.Currency, billed) + TaxLines(billing.Tax) + Notes(facts, invoice),
                PreparationTexts.LengthMax
            ),
            Sentence.Fit(ProofText.Of(billed), PreparationTexts.LengthMax),
            ApprovalSummary.Of(
                invoice,
                billed,
                $"Commitment {facts.Commitment.Number}, invoice {invoice.InvoiceNumber} of {invoice.VendorName}",
                facts.Address
            )
        );
    }

    private static string TaxLines(ApplicationTaxOutcome.Computed? tax) =>
        tax is null
            ? ""
            : $"Tax {Sentence.Amount(tax.Tax)}, withholding tax {Sentence.Amount(tax.Withheld)}, payable after both "
                + $"{Sentence.Amount(tax.Payable)}; tax due when retainage is released {Sentence.Amount(tax.TrackedAfter)}\n";

    // Which versions of the rules were used is a column of the preparation: their keys say nothing to a reader of the certificate.
    private static string Notes(PreparationFacts facts, PreparedInvoice invoice) =>
        string.Concat(SourceBreakdown.Notes(facts.Source).Select(note => note + "\n"))
        + $"Posts on {invoice.AccountingDate}"
        + (invoice.AccountingDateRolled ? ", because the period in which the application ends is closed.\n" : ".\n");

    /// <summary>What each document pays, with its tax.</summary>
    public static IEnumerable<decimal> Amounts(BillingOutcome.Billed billed, ApplicationTaxOutcome.Computed? tax) =>
        billed.Documents.Select((document, index) => document.Amount + AddedTo(tax, index));

    private static decimal AddedTo(ApplicationTaxOutcome.Computed? tax, int document) =>
        tax is null ? 0m : tax.Documents[document].TaxLine + tax.Documents[document].WithholdingLine;

    /// <summary>The numbers of the documents, in their order.</summary>
    public static IReadOnlyList<string> Numbers(PreparationFacts facts, BillingOutcome.Billed billed)
    {
        var own = facts.Document;
        // A canceled invoice keeps its number in Oracle, so what posts after a reversal needs another one too.
        var revisions = facts.Others.Where(other => other.Type == own.Type && other.ProcoreId == own.ProcoreId).ToList();
        return InvoiceNumbering.OfDocuments(
            EligibilityCheck.Number(facts),
            own.Revision,
            isCorrection: revisions.Any(other => other.State is DocumentState.Posted or DocumentState.Reversed),
            billed.Documents.Select(document => document.Kind),
            [.. own.CanceledNumbers, .. revisions.SelectMany(other => other.CanceledNumbers)]
        );
    }

    private static IReadOnlyList<PayablesInvoice> Documents(PreparationFacts facts, BillingResult billing)
    {
        var billed = billing.Billed;
        var numbers = Numbers(facts, billed);
        return
        [
            .. billed.Documents.Select(
                (document, index) =>
                    new PayablesInvoice(
                        index + 1,
                        PayablesAction.Create,
                        document.Kind,
                        document.Amount + AddedTo(billing.Tax, index),
                        numbers[index]
                    )
            ),
        ];
    }
}
