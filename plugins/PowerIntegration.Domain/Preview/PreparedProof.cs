using System.Collections.Generic;
using System.Linq;
using PowerIntegration.Domain.Billing;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Preview;

/// <summary>Sets the frozen header of a preparation against its lines.</summary>
internal static class PreparedProof
{
    public static Proof Of(
        PreparedInvoice invoice,
        IReadOnlyList<ContinuationLine> lines,
        Certificate before,
        Certificate after,
        IReadOnlyList<BillingDocument> documents,
        IReadOnlyList<JournalEntry> journals,
        ContractLedger next)
    {
        var proof = new Proof
        {
            Identities =
            [
                new("Line 4 as frozen is the sum of columns D, E and F", invoice.GrossToDate, lines.Sum(line => line.WorkPrevious + line.WorkThisPeriod + line.MaterialsStored)),
                new("Line 5 as frozen is 5a and 5b of the lines", invoice.RetainageToDate, lines.Sum(line => line.After.Retainage.Work) + lines.Sum(line => line.After.Retainage.Stored)),
                new("Line 7 is line 6 of the base", after.PreviousCertificates, before.EarnedLessRetainage),
                new("Line 8 is the frozen gross movement less the retainage movement", after.PaymentDue, invoice.GrossMovement - invoice.RetainageMovement),
                new("Line 9 is column H and line 5", after.BalanceToFinish, lines.Sum(line => line.BalanceToFinish) + after.Retainage.Total),
                new("What the document pays is line 8", documents.Sum(document => document.Amount), after.PaymentDue),
                new("The document is the sum of its lines", documents.Sum(document => document.Amount), documents.Sum(document => document.Lines.Sum(line => line.Amount))),
                new("Debits equal credits", journals.Sum(entry => entry.Debit), journals.Sum(entry => entry.Credit)),
                new("The next ledger holds line 6", next.Lines.Sum(line => line.Posted.EarnedLessRetainage), after.EarnedLessRetainage),
            ],
            Origins =
            [
                new("3 Contract sum to date", after.ContractSumToDate, "scheduled values of the application; line 1 is the same, change orders are not kept apart here"),
                new("4 Total completed and stored to date", after.GrossToDate, "approved lines of the application"),
                new("5a Retainage on completed work", after.Retainage.Work, "approved amounts of the lines, checked by the terms"),
                new("5b Retainage on stored materials", after.Retainage.Stored, "approved amounts of the lines, checked by the terms"),
                new("7 Less previous certificates", after.PreviousCertificates, "preparation of the last posted document"),
                new("8 Current payment due", after.PaymentDue, "6 less 7"),
            ],
        };
        Invariant.Require(
            proof.Residual == 0m,
            "Every figure of the proof has the same value both ways: " + string.Join("; ", proof.Identities.Where(identity => identity.Residual != 0m).Select(identity => identity.Name)));
        return proof;
    }
}
