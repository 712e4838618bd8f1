using PowerIntegration.Audit.Contracts;
using PowerIntegration.Audit.Workload;
using PowerIntegration.Domain.ContractBilling;
using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Terms;

namespace PowerIntegration.Domain.Audit;

/// <summary>Bills a whole contract through the engine and holds every application against the auditor.</summary>
public static class ContractAudit
{
    /// <summary>The first finding; null where engine and auditor agree on everything.</summary>
    public static AuditFinding? Of(AuditedContract contract)
    {
        var history = contract.History;
        var ledger = EngineInputs.Ledger(history);
        var waiting = 0m;
        foreach (var audited in contract.Applications)
        {
            var terms = EngineInputs.Terms(history, audited.Application);
            ledger = audited.TakenOver is { } balances ? EngineInputs.TakenOver(history, balances) : ledger;
            var application = EngineInputs.Application(history, audited.Application);
            var outcome = BillingEngine.Bill(terms, ledger, application);
            var differences = OutcomeComparison.Of(audited.Application, audited.Prediction, outcome);
            if (differences.Count > 0)
            {
                return new AuditFinding(history, audited.Application, differences);
            }

            var billed = (BillingOutcome.Billed)outcome;
            var taxed = new Findings();
            var waitingAfter = TaxComparison.Of(history.Terms.Tax, audited, billed, waiting, taxed);
            if (audited.Application.Reversed)
            {
                var reversal = new Findings();
                if (Anew(terms, audited, ledger, billed, application, reversal) is not { } again || reversal.All.Count > 0)
                {
                    return new AuditFinding(history, audited.Application, reversal.All);
                }

                billed = again;
                waitingAfter = TaxComparison.Of(history.Terms.Tax, audited, billed, waiting, taxed);
                application = application with { Revision = 2 };
            }

            if (taxed.All.Count > 0)
            {
                return new AuditFinding(history, audited.Application, taxed.All);
            }

            waiting = waitingAfter;
            ledger = billed.NextLedger;
            if (BillingEngine.Bill(terms, ledger, application) is not BillingOutcome.NothingToPost { Why: NothingToPostReason.Duplicate })
            {
                return new AuditFinding(
                    history,
                    audited.Application,
                    [new Disagreement("the same application again", "nothing to post: duplicate", "billed or stopped")]
                );
            }
        }

        return Lifetime(history, ledger);
    }

    // Reversed, and billed again as the next revision from the balances of before: to the same figures.
    private static BillingOutcome.Billed? Anew(
        ContractTerms terms,
        AuditedApplication audited,
        ContractLedger ledger,
        BillingOutcome.Billed billed,
        Application application,
        Findings found
    )
    {
        if (ReversalAudit.Of(terms, audited.Application, audited.Prediction, ledger, billed, found) is not { } before)
        {
            return null;
        }

        var outcome = BillingEngine.Bill(terms, before, application with { Revision = 2 });
        foreach (var difference in OutcomeComparison.Of(audited.Application, audited.Prediction, outcome))
        {
            found.Add(difference with { Figure = "billed again: " + difference.Figure });
        }

        return outcome as BillingOutcome.Billed;
    }

    // What happened on the line, told without its rows, is what was posted in the end; and a released contract holds nothing.
    private static AuditFinding? Lifetime(ContractHistory history, ContractLedger ledger)
    {
        var found = new Findings();
        foreach (var line in ledger.Lines)
        {
            found.Compare("earned by the events", line.LineId, history.Earned[line.LineId], line.Posted.Gross);
            if (history.Applications[^1].Final)
            {
                found.Compare("held after the final release", line.LineId, 0, line.Posted.Retainage.Total);
                found.Compare("balance to finish after the final release", line.LineId, 0, line.ScheduledValue - line.Posted.Gross);
            }
        }

        return found.All.Count == 0 ? null : new AuditFinding(history, history.Applications[^1], found.All.Take(20).ToList());
    }
}
