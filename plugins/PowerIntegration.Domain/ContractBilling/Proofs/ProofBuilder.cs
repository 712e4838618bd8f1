using PowerIntegration.Domain.ContractBilling.Certificates;
using PowerIntegration.Domain.ContractBilling.Documents;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Sheet;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.ContractBilling.Proofs;

/// <summary>Checks each figure against a second calculation that shares no sum with the first.</summary>
internal static class ProofBuilder
{
    public static Proof Of(
        BillingSheet sheet,
        ContinuationLine[] lines,
        Certificate after,
        decimal payable,
        IReadOnlyList<BillingDocument> documents,
        List<JournalEntry> journals,
        ContractLedger next
    )
    {
        var deducted = sheet.Application.Deductions.Sum(deduction => deduction.Amount);
        var sums = new ProofSums(lines, documents, journals);
        var held = sums.Held;
        var posted = BalanceSum.Of(next.Lines);
        var proof = new Proof
        {
            Identities =
            [
                new("Line 2 is change order additions less deductions", after.NetChangeOrders, after.ChangeOrders.Net),
                new("Line 3 is the total of column C", after.ContractSumToDate, sums.Scheduled),
                new("Line 4 is the total of columns D, E and F", after.GrossToDate, sums.Completed),
                new("Line 5 is 5a plus 5b plus the punch list", after.GrossToDate - after.EarnedLessRetainage, held),
                new("Line 5a is the retainage of the lines on work", after.Retainage.Work, sums.HeldOnWork),
                new("Line 5b is the retainage of the lines on stored materials", after.Retainage.Stored, sums.HeldOnStored),
                new("Line 5c is the retainage of the lines for the punch list", after.Retainage.PunchList, sums.HeldForPunchList),
                new("Line 7 is earned less retainage before this application", after.PreviousCertificates, sums.GrossBefore - sums.HeldBefore),
                new(
                    "Line 8 is the change in gross less the change in retainage",
                    after.PaymentDue,
                    sums.Completed - sums.GrossBefore - (held - sums.HeldBefore)
                ),
                new("The lines pay line 8", sums.LinesPay, after.PaymentDue),
                new("Each line pays its change in gross less its change in retainage", sums.LinesPay, sums.LinesPay + sums.LinesPayWrong),
                .. ReleaseIdentity.Of(sheet, sums),
                new("Line 9 is column H plus line 5", after.BalanceToFinish, sums.Unfinished + held),
                new("The documents pay line 8 less deductions", sums.Paid, after.PaymentDue - deducted),
                new("The payable now is what the documents pay", payable, sums.Paid),
                new("The payable now is credited to the payable account", payable, sums.Credited),
                new("Each document is the total of its lines", sums.DocumentAmounts, sums.DocumentLines),
                new("Debits equal credits", sums.Debits, sums.Credits),
                new("The next ledger carries line 6", posted.EarnedLessRetainage, after.EarnedLessRetainage),
                new("The next ledger carries the punch list", posted.Retainage.PunchList, sums.HeldForPunchList),
            ],
            Origins = Origins(sheet, after, deducted),
            Inputs = InputProof.Of(sheet, lines),
        };
        Invariant.Require(
            proof.Residual == 0m,
            "Every figure of the proof has the same value both ways: "
                + string.Join("; ", proof.Identities.Where(identity => identity.Residual != 0m).Select(identity => identity.Name))
        );
        return proof;
    }

    private static IReadOnlyList<FigureOrigin> Origins(BillingSheet sheet, Certificate after, decimal deducted)
    {
        var held =
            sheet.Terms.RetainageSource == RetainageSource.Source && sheet.Application.Lines.Count > 0
                ? "approved line amounts, checked against the terms"
                : "calculated from the terms, less releases";
        var posted = Sentence.Of($"ledger after application {sheet.Ledger.LastPostedNumber}");
        return
        [
            new("1 Original contract sum", after.OriginalContractSum, "ledger"),
            new("2 Net change by change orders", after.NetChangeOrders, "scheduled values less line 1"),
            new("3 Contract sum to date", after.ContractSumToDate, "scheduled values of the application, otherwise of the ledger"),
            new(
                "4 Total completed and stored to date",
                after.GrossToDate,
                sheet.Application.Header is null ? "lines of the application" : "certified header, divided over the lines"
            ),
            new("5a Retainage on completed work", after.Retainage.Work, held),
            new("5b Retainage on stored materials", after.Retainage.Stored, held),
            new("5c Retainage for the punch list", after.Retainage.PunchList, "releases"),
            new("6 Total earned less retainage", after.EarnedLessRetainage, "4 less 5"),
            new(
                "7 Less previous certificates",
                after.PreviousCertificates,
                sheet.Application.CatchUp is null ? posted : "Oracle's posted balance, by a controller's catch-up decision"
            ),
            new("8 Current payment due", after.PaymentDue, "6 less 7"),
            new("9 Balance to finish, including retainage", after.BalanceToFinish, "3 less 6"),
            new("Deductions after line 8", deducted, "deductions of the application"),
        ];
    }
}
