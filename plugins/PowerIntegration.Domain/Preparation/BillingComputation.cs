using System;
using System.Collections.Generic;
using System.Linq;
using PowerIntegration.Domain.Billing;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Preparation;

/// <summary>The arithmetic and coding of a complete, eligible application.</summary>
internal static class BillingComputation
{
    /// <summary>The result; null where something was refused or where there is nothing to post, then <paramref name="nothing"/> says so.</summary>
    public static BillingResult? Run(PreparationFacts facts, Application application, RefusalList refusals, out BillingOutcome.NothingToPost? nothing)
    {
        nothing = null;
        var date = AccountingDateDecision.Of(facts.Source.PeriodEnd!.Value, facts.Periods, out var noDate);
        refusals.Add(noDate);
        refusals.Add(Tax(facts));
        switch (BillingEngine.Bill(facts.Contract.Terms!, facts.Ledger, application))
        {
            case BillingOutcome.Stopped stopped:
                refusals.Add(stopped.All);
                return null;
            case BillingOutcome.NothingToPost settled:
                nothing = settled;
                return null;
            case BillingOutcome.Billed billed:
                return Coded(facts, billed, date, refusals);
            default:
                throw new InvariantBrokenException("Every outcome of the engine is answered.");
        }
    }

    private static BillingResult? Coded(PreparationFacts facts, BillingOutcome.Billed billed, AccountingDateDecision? date, RefusalList refusals)
    {
        var rules = new SortedSet<string>(StringComparer.Ordinal);
        var coded = LineCoding.Of(facts, billed.Documents, refusals, rules);
        return !refusals.IsEmpty || date is null
            ? null
            : new BillingResult(billed, PreparedLines.Of(billed, coded, facts), date, rules, [.. billed.Warnings.Select(warning => warning.Sentence)]);
    }

    private static Refusal? Tax(PreparationFacts facts) => facts.Source.TaxAmount is { } tax && tax != 0m
        ? new Refusal(
            ReasonCode.TaxTermMissing,
            $"Application {facts.Source.ApplicationNumber} of contract {facts.Contract.Number} carries tax of {Sentence.Amount(tax)}, and the contract does not say who computes tax. Enter the term.")
        : null;
}
