using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Certificates;
using PowerIntegration.Domain.ContractBilling.Checks;
using PowerIntegration.Domain.ContractBilling.Documents;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Proofs;
using PowerIntegration.Domain.ContractBilling.Retainage;
using PowerIntegration.Domain.ContractBilling.Schedule;
using PowerIntegration.Domain.ContractBilling.Sheet;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.ContractBilling;

/// <summary>Bills one application of a contract. It is a pure function: the same facts give the same answer.</summary>
public static class BillingEngine
{
    /// <summary>Most lines that one document may carry.</summary>
    public const int LinesMax = 2000;

    /// <summary>Bills the application.</summary>
    /// <param name="terms">The terms.</param>
    /// <param name="ledger">The base: what is posted.</param>
    /// <param name="application">The application.</param>
    /// <param name="linesMax">The most lines that the caller's documents carry; the arithmetic itself has no limit.</param>
    /// <exception cref="InvariantBrokenException">The engine has a defect; data never causes it.</exception>
    public static BillingOutcome Bill(ContractTerms terms, ContractLedger ledger, Application application, int linesMax = LinesMax) =>
        CertifiedLess.Of(terms, ledger, application, one => AsStated(terms, ledger, one, linesMax));

    private static BillingOutcome AsStated(ContractTerms terms, ContractLedger ledger, Application application, int linesMax)
    {
        if (TurnCheck.Settled(terms, ledger, application) is { } settled)
        {
            return settled;
        }

        var refusals = new RefusalList();
        var warnings = new List<BillingWarning>();
        refusals.Add(TermsCheck.Of(terms, ledger));
        refusals.Add(TurnCheck.Of(terms, ledger, application, warnings));
        refusals.Add(DeductionCheck.Of(terms, application));
        var currency = InputCheck.CurrencyOf(terms, ledger, application, refusals);
        if (currency is { } known)
        {
            InputCheck.Run(terms, ledger, application, known, linesMax, refusals);
        }

        if (!refusals.IsEmpty)
        {
            return Stopped(refusals);
        }

        var schedule = ScheduleChanges.Apply(ledger, application.ScheduleChanges, currency!.Value, refusals);
        var sheet = new BillingSheet(terms, ledger, application, currency.Value, schedule);
        sheet.Warnings.AddRange(warnings);
        return refusals.IsEmpty ? Compute(sheet, refusals) : Stopped(refusals);
    }

    private static BillingOutcome Compute(BillingSheet sheet, RefusalList refusals)
    {
        if (sheet.Application.Status == ApplicationStatus.ApprovedAsNoted)
        {
            sheet.Warn(BillingWarningCode.ApprovedAsNoted, null, $"{sheet.Name} is approved as noted. The approved line amounts are posted.");
        }

        SheetBuilder.Fill(sheet, refusals);
        Check(sheet, refusals);
        HeaderCutAllocation.Run(sheet, refusals);
        RetainageComputation.Run(sheet, refusals);
        ReleaseAllocation.Run(sheet, refusals);
        HeaderRule.Run(sheet, refusals);
        return refusals.IsEmpty ? Certify(sheet, refusals) : Stopped(refusals);
    }

    // Both checks in one pass: walking over ten thousand lines costs more than checking them.
    private static void Check(BillingSheet sheet, RefusalList refusals)
    {
        var bases = new CrossCheck(sheet, refusals);
        foreach (var line in sheet.Lines)
        {
            LineChecks.Check(sheet, line, refusals);
            bases.Line(line);
        }

        bases.Contract();
    }

    private static BillingOutcome Certify(BillingSheet sheet, RefusalList refusals)
    {
        var lines = sheet.Certify();
        var documents = DocumentBuilder.Of(sheet, lines, refusals);
        if (!refusals.IsEmpty)
        {
            return Stopped(refusals);
        }

        var before = Certificate.Of(sheet.Ledger);
        var after = Certificate.Of(sheet, lines, before);
        refusals.Add(TooLarge(sheet, after));
        if (!refusals.IsEmpty)
        {
            return Stopped(refusals);
        }

        var payable = after.PaymentDue - sheet.Application.Deductions.Sum(deduction => deduction.Amount);
        var reclassified = JournalBuilder.Reclassified(sheet, lines);
        var journals = JournalBuilder.Of(sheet, lines, reclassified, after, payable);
        var next = LedgerStep.Of(sheet, lines);
        return new BillingOutcome.Billed
        {
            Before = before,
            After = after,
            Lines = lines,
            Documents = documents,
            Journals = journals,
            Reclassified = reclassified,
            Warnings = sheet.Warnings,
            Payable = payable,
            Proof = ProofBuilder.Of(sheet, lines, after, payable, documents, journals, next),
            NextLedger = next,
        };
    }

    // Every amount of a line was within the limit when it was read; their sums may be beyond it.
    private static Refusal? TooLarge(BillingSheet sheet, Certificate certificate)
    {
        var largest = new[] { certificate.ContractSumToDate, certificate.GrossToDate, certificate.GrossMovement, certificate.BalanceToFinish }
            .OrderByDescending(Math.Abs)
            .First();
        return AmountLimit.Holds(largest)
            ? null
            : new Refusal(
                SharedReasons.AmountTooLarge,
                $"{sheet.Name}: its lines add up to {Sentence.Amount(largest)}; totals go up to "
                    + $"{Sentence.Amount(AmountLimit.Max)}. Divide the contract."
            );
    }

    private static BillingOutcome.Stopped Stopped(RefusalList refusals) => new(refusals.First()!, refusals.All);
}
