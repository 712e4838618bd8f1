using PowerIntegration.Audit.Contracts;
using PowerIntegration.Audit.Form;
using PowerIntegration.Domain.ContractBilling;
using PowerIntegration.Domain.ContractBilling.Certificates;
using PowerIntegration.Domain.ContractBilling.Ledger;

namespace PowerIntegration.Domain.Audit;

/// <summary>Holds what the engine billed against what the auditor expected, figure by figure.</summary>
public static class OutcomeComparison
{
    /// <summary>Every figure that differs; none where both agree.</summary>
    public static IReadOnlyList<Disagreement> Of(ApplicationSheet application, Prediction expected, BillingOutcome outcome)
    {
        if (outcome is not BillingOutcome.Billed billed)
        {
            return [new Disagreement("outcome", "billed", Describe(outcome))];
        }

        var found = new Findings();
        Header(expected.Form, billed.After, found);
        Lines(expected.Lines, billed.Lines, found);
        JournalComparison.Of(application, expected, billed, found);
        return found.All;
    }

    private static string Describe(BillingOutcome outcome) =>
        outcome switch
        {
            BillingOutcome.Stopped stopped =>
                $"{stopped.Refusal.State}: {string.Join(" | ", stopped.All.Select(refusal => refusal.Code + ": " + refusal.Sentence))}",
            BillingOutcome.NothingToPost nothing => $"nothing to post ({nothing.Why}): {nothing.Sentence}",
            _ => outcome.ToString(),
        };

    private static void Header(FormHeader form, Certificate certificate, Findings found)
    {
        found.Compare("line 1, original contract sum", form.Line1, certificate.OriginalContractSum);
        found.Compare("line 2, net change by change orders", form.Line2, certificate.NetChangeOrders);
        found.Compare("additions by change orders", form.Additions, certificate.ChangeOrders.Additions);
        found.Compare("deductions by change orders", form.Deductions, certificate.ChangeOrders.Deductions);
        found.Compare("line 3, contract sum to date", form.Line3, certificate.ContractSumToDate);
        found.Compare("line 4, total completed and stored to date", form.Line4, certificate.GrossToDate);
        found.Compare("line 5a, retainage on completed work", form.Line5A, certificate.Retainage.Work);
        found.Compare("line 5b, retainage on stored material", form.Line5B, certificate.Retainage.Stored);
        found.Compare("retainage for the punch list", form.PunchList, certificate.Retainage.PunchList);
        found.Compare("line 5, total retainage", form.Line5, certificate.Retainage.Total);
        found.Compare("line 6, total earned less retainage", form.Line6, certificate.EarnedLessRetainage);
        found.Compare("line 7, less previous certificates", form.Line7, certificate.PreviousCertificates);
        found.Compare("line 8, current payment due", form.Line8, certificate.PaymentDue);
        found.Compare("line 9, balance to finish including retainage", form.Line9, certificate.BalanceToFinish);
    }

    private static void Lines(IReadOnlyList<FormLine> expected, IReadOnlyList<ContinuationLine> lines, Findings found)
    {
        found.Compare("number of lines", expected.Count * 100L, lines.Count);
        var byId = lines.ToDictionary(line => line.LineId, StringComparer.Ordinal);
        foreach (var row in expected)
        {
            if (byId.TryGetValue(row.LineId, out var line))
            {
                Line(row, line, found);
            }
            else
            {
                found.Add(new Disagreement("line " + row.LineId, "on the sheet", "missing"));
            }
        }
    }

    private static void Line(FormLine row, ContinuationLine line, Findings found)
    {
        found.Compare("coding", row.LineId, row.Coding, line.Coding);
        found.Compare("C", row.LineId, row.C, line.ScheduledValue);
        found.Compare("D", row.LineId, row.D, line.WorkPrevious);
        found.Compare("E", row.LineId, row.E, line.WorkThisPeriod);
        found.Compare("F", row.LineId, row.F, line.MaterialsStored);
        found.Compare("G", row.LineId, row.G, line.CompletedToDate);
        found.Compare("percent", row.LineId, row.Percent, line.PercentComplete);
        found.Compare("H", row.LineId, row.H, line.BalanceToFinish);
        found.Compare("held on work", row.LineId, row.HeldOnWork, line.After.Retainage.Work);
        found.Compare("held on stored material", row.LineId, row.HeldOnStored, line.After.Retainage.Stored);
        found.Compare("held for the punch list", row.LineId, row.HeldForPunchList, line.After.Retainage.PunchList);
        found.Compare("caught up", row.LineId, row.CaughtUp, line.CatchUp);
        found.Compare("gross this period", row.LineId, row.Gross, line.Movement.Gross);
        found.Compare("retainage this period", row.LineId, row.HeldMore, line.Movement.Retainage.Total);
        found.Compare("payable this period", row.LineId, row.Payable, line.Movement.Payable);
    }
}
