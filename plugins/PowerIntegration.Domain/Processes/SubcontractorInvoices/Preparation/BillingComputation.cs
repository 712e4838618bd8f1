using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.ContractBilling;
using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Law;
using PowerIntegration.Domain.Law.Jurisdiction;
using PowerIntegration.Domain.Law.PayWhenPaid;
using PowerIntegration.Domain.Law.Tax;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;

/// <summary>The arithmetic and coding of a complete, eligible application.</summary>
internal static class BillingComputation
{
    /// <summary>The result; null where something was refused or where there is nothing to post, then <paramref name="nothing"/> says so.</summary>
    public static BillingResult? Run(PreparationFacts facts, Application application, RefusalList refusals, out BillingOutcome.NothingToPost? nothing)
    {
        nothing = null;
        var date = AccountingDateDecision.Of(facts.Source.PeriodEnd!.Value, facts.Periods, out var noDate);
        refusals.Add(noDate);
        refusals.Add(OracleVarianceCheck.Of(facts));
        switch (BillingEngine.Bill(facts.Commitment.Terms!, facts.Ledger, application))
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
        List<string> warnings = [.. billed.Warnings.Select(warning => warning.Sentence)];
        var clause = Law(facts, billed, refusals, rules, warnings);
        var tax = Tax(facts, billed, refusals, warnings);
        var hold = PaymentHolds.Of(facts, clause, [.. PreparedInvoices.Amounts(billed, tax)], refusals, warnings);
        var numbers = PreparedInvoices.Numbers(facts, billed);
        refusals.Add(InvoiceNumbering.Unusable(numbers, facts.Document.Type));
        var taken = InvoiceNumbering.Taken(numbers, facts.Document, facts.NumberOwners).ToList();
        refusals.Add(taken.Count > 0 ? taken : DuplicateCheck.Of(facts, tax?.Payable ?? billed.Payable));
        var coded = LineCoding.Of(facts, billed.Documents, refusals, rules);
        return !refusals.IsEmpty || date is null
            ? null
            : new BillingResult(
                billed,
                tax,
                ClosedLines.After([.. PreparedLines.Of(billed, coded, facts), .. TaxLines.Of(billed, tax, facts)], billed.NextLedger),
                date,
                hold,
                rules,
                warnings
            );
    }

    private static ClauseReading? Law(
        PreparationFacts facts,
        BillingOutcome.Billed billed,
        RefusalList refusals,
        SortedSet<string> rules,
        List<string> warnings
    )
    {
        if (facts.Commitment.Region is not { } region)
        {
            return null;
        }

        refusals.Add(facts.JurisdictionProblem);
        var review = JurisdictionReview.Of(
            region,
            facts.JurisdictionRules,
            facts.Commitment.PaymentClause,
            RetainageFigures.Of(billed, region.OwnerHeldRate)
        );
        refusals.Add(review.Refusals);
        warnings.AddRange(review.Warnings);
        foreach (var key in review.RuleKeys)
        {
            rules.Add(UsedVersions.Line(UsedVersions.Law, key, facts.JurisdictionRules.First(rule => rule.Key == key).VersionHash));
        }

        return review.Clause;
    }

    private static decimal? Stated(PreparationFacts facts) => facts.IsRelease ? facts.Decisions.Tax : facts.Source.TaxAmount;

    // Nothing is taxed where nothing is sent.
    private static ApplicationTaxOutcome.Computed? Tax(
        PreparationFacts facts,
        BillingOutcome.Billed billed,
        RefusalList refusals,
        List<string> warnings
    )
    {
        if (billed.Documents.Count == 0 || (facts.Commitment.Tax is null && facts.Commitment.Withholding is null && Stated(facts) is null or 0m))
        {
            return null;
        }

        refusals.Add(TaxRates.Several(facts));
        Invariant.Require(Currency.TryFind(facts.Commitment.Currency, out var currency), "What was billed has a currency that is known.");
        var outcome = ApplicationTax.Of(
            new TaxableApplication
            {
                Name = Sentence.Of($"Commitment {facts.Commitment.Number}, application {facts.Source.ApplicationNumber}"),
                Billed = billed,
                Currency = currency,
                Tax = facts.Commitment.Tax,
                Withholding = facts.Commitment.Withholding,
                SourceTax = Stated(facts),
                IsDecidedHere = facts.IsRelease,
                Materials = facts.Decisions.Materials,
                TrackedBefore = facts.RetentionTaxBefore,
                HeldBefore = facts.HeldRetentionBefore,
            }
        );
        if (outcome is ApplicationTaxOutcome.Computed computed)
        {
            refusals.Add(TaxLines.Accounts(computed, facts.Payables));
            warnings.AddRange(computed.Warnings);
            return computed;
        }

        refusals.Add(((ApplicationTaxOutcome.Stopped)outcome).All);
        return null;
    }
}
