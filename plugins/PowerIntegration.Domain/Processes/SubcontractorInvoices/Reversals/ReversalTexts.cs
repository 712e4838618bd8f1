using PowerIntegration.Domain.ContractBilling;
using PowerIntegration.Domain.ContractBilling.Certificates;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Proofs;
using PowerIntegration.Domain.ContractBilling.Reversals;
using PowerIntegration.Domain.ContractBilling.Texts;
using PowerIntegration.Domain.Documents.Preparing;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Reversals;

/// <summary>What a person reads of a reversal: the certificate falls back to the base, with the journals that take the document back.</summary>
internal static class ReversalTexts
{
    /// <summary>The texts.</summary>
    public static PreparationTexts Of(ReversalFacts facts, ReversalOutcome.Reversed reversed, PreparedInvoice invoice)
    {
        List<ContinuationLine> lines = [.. invoice.Lines.Where(line => line.Kind == LineKind.ScheduleOfValues).Select(Line)];
        var billed = Billed(facts, reversed, invoice, lines);
        var title = Sentence.Of(
            $"Commitment {facts.Commitment.Number}, reversal of invoice {facts.Posted.InvoiceNumber} of {facts.Posted.VendorName}"
        );
        CanceledDocument[] canceled =
        [
            .. invoice
                .Documents.Where(document => document.Action == PayablesAction.Cancel)
                .Select(document => new CanceledDocument($"{Kind(document)} {document.InvoiceNumber}", document.Amount)),
        ];
        return new PreparationTexts(
            Sentence.Fit($"{CertificateText.Of(title, invoice.Currency, billed, canceled)}{invoice.Warnings}\n", PreparationTexts.LengthMax),
            Sentence.Fit(ProofText.Of(billed), PreparationTexts.LengthMax),
            ApprovalSummary.Of(invoice, billed, title, facts.Address)
        );
    }

    /// <summary>The kind of a document inside a sentence.</summary>
    public static string Kind(PayablesInvoice document) => Sentence.Words(document.Kind).ToLowerInvariant();

    private static BillingOutcome.Billed Billed(
        ReversalFacts facts,
        ReversalOutcome.Reversed reversed,
        PreparedInvoice invoice,
        List<ContinuationLine> lines
    )
    {
        var before = Certificate.Of(facts.Ledger);
        var after = Certificate.Of(lines, facts.Base);
        return new BillingOutcome.Billed
        {
            Before = before,
            After = after,
            Lines = lines,
            Documents = [.. reversed.Actions.OfType<ReversalAction.Credit>().Select(credit => credit.Document)],
            Journals = reversed.Journals,
            Warnings = [],
            Payable = invoice.PayableAmount,
            Proof = Proof(facts, reversed, before, after),
            NextLedger = reversed.NextLedger,
        };
    }

    private static Proof Proof(ReversalFacts facts, ReversalOutcome.Reversed reversed, Certificate before, Certificate after)
    {
        var proof = new Proof
        {
            Identities =
            [
                new(
                    "Line 6 returns to the balances before the document",
                    after.EarnedLessRetainage,
                    facts.Base.Lines.Sum(line => line.Posted.EarnedLessRetainage)
                ),
                new("Line 7 equals the posted line 6", after.PreviousCertificates, before.EarnedLessRetainage),
                new("Gross less retainage equals line 8", after.GrossMovement - after.RetainageMovement.Total, after.PaymentDue),
                new("Debits equal credits", reversed.Journals.Sum(entry => entry.Debit), reversed.Journals.Sum(entry => entry.Credit)),
            ],
            Origins =
            [
                new("4 Total completed and stored to date", after.GrossToDate, "ledger before the document"),
                new("5 Retainage", after.Retainage.Total, "ledger before the document"),
                new("7 Less previous certificates", after.PreviousCertificates, "posted ledger"),
                new("8 Current payment due", after.PaymentDue, "6 less 7"),
            ],
        };
        Invariant.Require(proof.Residual == 0m, "Every figure of the proof has the same value both ways.");
        return proof;
    }

    private static ContinuationLine Line(PreparedLine line)
    {
        var posted = new ContractLine
        {
            LineId = line.ProcoreLineId!,
            Description = line.Description,
            Coding = line.FlatCode,
            ScheduledValue = line.ScheduledValue ?? 0m,
            Posted = Balance(line.GrossBefore, line.StoredBefore, line.WorkRetainageBefore, line.StoredRetainageBefore, line.PunchListBefore),
        };
        var now = posted with
        {
            Posted = Balance(line.GrossAfter, line.StoredAfter, line.WorkRetainageAfter, line.StoredRetainageAfter, line.PunchListAfter),
        };
        return new ContinuationLine(posted, now) { WorkPrevious = line.WorkPrevious ?? 0m, WorkThisPeriod = line.WorkThisPeriod ?? 0m };
    }

    private static LineBalance Balance(decimal? gross, decimal? stored, decimal? work, decimal? onStored, decimal? punchList) =>
        new(gross ?? 0m, new BucketAmounts(work ?? 0m, onStored ?? 0m, punchList ?? 0m)) { Stored = stored ?? 0m };
}
