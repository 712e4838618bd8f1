using PowerIntegration.Audit.Contracts;
using PowerIntegration.Audit.Form;
using PowerIntegration.Domain.ContractBilling;
using PowerIntegration.Domain.ContractBilling.Documents;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Reversals;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Dates;

namespace PowerIntegration.Domain.Audit;

/// <summary>Reverses what an application posted, and holds it against the auditor: every figure the other way, and the balances of before.</summary>
internal static class ReversalAudit
{
    private static readonly IReadOnlyList<AccountingPeriod> Periods =
    [
        new AccountingPeriod
        {
            Start = CalendarDate.Parse("2025-01-01"),
            End = CalendarDate.Parse("2030-12-31"),
            IsPayablesOpen = true,
            IsLedgerOpen = true,
            IsProjectsOpen = true,
        },
    ];

    /// <summary>The ledger after the reversal; null where it is stopped, which is a finding.</summary>
    /// <param name="terms">The terms of the application.</param>
    /// <param name="application">The application.</param>
    /// <param name="expected">What it was expected to post.</param>
    /// <param name="from">The ledger that it was billed from.</param>
    /// <param name="billed">What it posted.</param>
    /// <param name="found">Takes the disagreements.</param>
    public static ContractLedger? Of(
        ContractTerms terms,
        ApplicationSheet application,
        Prediction expected,
        ContractLedger from,
        BillingOutcome.Billed billed,
        Findings found
    )
    {
        // Odd applications are paid and credited, even ones are canceled.
        var payment = application.Number % 2 == 0 ? PaymentStatus.Unpaid : PaymentStatus.Paid;
        var outcome = Reversal.Of(
            new ReversalRequest
            {
                ContractNumber = terms.ContractNumber,
                ApplicationNumber = application.Number,
                Ledger = billed.NextLedger,
                Base = from,
                Documents =
                [
                    .. billed.Documents.Select(
                        (document, index) =>
                            new PostedDocument
                            {
                                InvoiceNumber = string.Create(CultureInfo.InvariantCulture, $"INV-{application.Number}-{index}"),
                                Document = document,
                                AccountingDate = CalendarDate.Parse(application.PeriodEnd),
                                Payment = payment,
                            }
                    ),
                ],
                Reclassified = billed.Reclassified,
                Periods = Periods,
                CreditDocument = terms.CreditDocument!.Value,
                RequestedBy = "clerk",
                ConfirmedBy = "controller",
                Reason = "wrong period",
            }
        );
        if (outcome is not ReversalOutcome.Reversed reversed)
        {
            found.Add(new Disagreement("reversal", "reversed", ((ReversalOutcome.Stopped)outcome).Refusal.Sentence));
            return null;
        }

        Actions(payment, expected, reversed, found);
        Journals(application, expected, reversed.Journals, found);
        Balances(application, expected, reversed.NextLedger, found);
        return reversed.NextLedger;
    }

    private static void Actions(PaymentStatus payment, Prediction expected, ReversalOutcome.Reversed reversed, Findings found)
    {
        found.Compare("number of reversed documents", expected.Papers.Count * 100L, reversed.Actions.Count);
        foreach (var (paper, action) in expected.Papers.Zip(reversed.Actions))
        {
            if (payment == PaymentStatus.Paid)
            {
                found.Compare("credit of the " + paper.Kind, -paper.Amount, (action as ReversalAction.Credit)?.Document.Amount ?? 0m);
            }
            else
            {
                found.Compare("canceled " + paper.Kind, paper.Amount, (action as ReversalAction.Cancel)?.Original.Document.Amount ?? 0m);
            }
        }
    }

    private static void Journals(ApplicationSheet application, Prediction expected, IReadOnlyList<JournalEntry> journals, Findings found)
    {
        // What a recoding moved by a journal goes back with what the documents carried.
        JournalComparison.Costs(
            "reversed cost",
            [.. CostBook.Of(expected.Lines, application).Select(cost => cost with { Amount = -cost.Amount })],
            journals.Select(entry => (entry.Role, entry.LineId, entry.Coding, entry.Debit - entry.Credit)),
            found
        );
        found.Compare("reversed retainage payable", expected.Lines.Sum(line => line.HeldMore), Net(journals, AccountRole.RetainagePayable));
        found.Compare("reversed deductions", application.Deductions.Sum(deduction => deduction.Amount), Net(journals, AccountRole.Deduction));
        found.Compare("reversed payable", expected.Form.Line8 - expected.Deductions, Net(journals, AccountRole.Payable));
    }

    // The balances before the application, as the auditor has them beside those after it.
    private static void Balances(ApplicationSheet application, Prediction expected, ContractLedger ledger, Findings found)
    {
        // Lines that the application divides are whole again, and those that it joins are apart.
        found.Compare("G after the reversal", expected.Lines.Sum(line => line.PreviousG), ledger.Lines.Sum(line => line.Posted.Gross));
        if (application.Changes.Any(change => change.Kind != ChangeKind.Recode))
        {
            return;
        }

        var lines = ledger.Lines.ToDictionary(line => line.LineId, StringComparer.Ordinal);
        foreach (var line in expected.Lines)
        {
            lines.TryGetValue(line.LineId, out var before);
            var posted = before?.Posted ?? default;
            found.Compare("coding after the reversal", line.LineId, line.PreviousCoding, before?.Coding);
            found.Compare("G after the reversal", line.LineId, line.PreviousG, posted.Gross);
            found.Compare("held on work after the reversal", line.LineId, line.PreviousHeldOnWork, posted.Retainage.Work);
            found.Compare("held on stored material after the reversal", line.LineId, line.PreviousHeldOnStored, posted.Retainage.Stored);
            found.Compare("held for the punch list after the reversal", line.LineId, line.PreviousPunchList, posted.Retainage.PunchList);
        }
    }

    private static decimal Net(IEnumerable<JournalEntry> journals, AccountRole role) =>
        journals.Where(entry => entry.Role == role).Sum(entry => entry.Debit - entry.Credit);
}
