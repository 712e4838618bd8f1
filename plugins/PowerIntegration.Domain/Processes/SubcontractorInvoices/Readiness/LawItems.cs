using PowerIntegration.Domain.Duties;
using PowerIntegration.Domain.Law.Jurisdiction;
using PowerIntegration.Domain.Law.PayWhenPaid;
using PowerIntegration.Domain.Readiness;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Versions;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Readiness;

/// <summary>
/// Whether it is decided which law limits the retainage of each commitment, and whether its payment clause can be read. What concerns many
/// commitments
/// alike is one decision.
/// </summary>
internal static class LawItems
{
    public static IEnumerable<ReadinessItem> Of(ReadinessProject project, BillingFacts facts)
    {
        var terms = facts.Commitments.SelectMany(commitment => InForce(project, commitment)).ToList();
        if (facts.RulesProblem is { } problem)
        {
            return [Item(problem.Sentence, facts.RulesPlace, [.. terms.Where(one => one.Region is not null).SelectMany(one => one.Waiting)])];
        }

        var placed = terms.Where(one => one.Region is not null).Select(one => Placed.Of(one, one.Region!, facts.Rules)).ToList();
        return NoPlace(facts, terms)
            .Concat(NoRule(facts, placed))
            .Concat(Unverified(facts, placed))
            .Concat(placed.SelectMany(Unclear))
            .Concat(placed.SelectMany(Stopped))
            .Concat(terms.Where(one => one.Region is null).SelectMany(AsWritten));
    }

    private static IEnumerable<ReadinessItem> NoPlace(BillingFacts facts, IReadOnlyList<Billed> terms)
    {
        var without = terms.Where(one => one.Region is null).ToList();
        if (without.Count > 0)
        {
            yield return Item(
                $"The terms of {Commitments(without)} name no jurisdiction, so no legal limit on retainage is checked. Enter it.",
                without.Count == 1 ? without[0].Place : facts.TermsPlace,
                []
            );
        }
    }

    private static IEnumerable<ReadinessItem> NoRule(BillingFacts facts, IReadOnlyList<Placed> placed) =>
        from one in placed
        let cap = one.Cap
        where cap is { Rule: null, Refusal: null, Warnings.Count: 0 }
        group one.Terms by one.Region.Jurisdiction into place
        select Item(
            $"No active rule on retainage applies to {Commitments([.. place])} in {Sentence.Quoted(place.Key)}. Ask counsel, and have a rule entered "
                + "and activated, also where the law sets no limit.",
            facts.RulesPlace,
            []
        );

    private static IEnumerable<ReadinessItem> Unverified(BillingFacts facts, IReadOnlyList<Placed> placed) =>
        from one in placed
        where one.Cap.Rule is { IsVerified: false }
        group one.Terms by one.Cap.Rule! into same
        select Item(
            $"{same.Key} appears to limit the retainage of {Commitments([.. same])} but is not verified, so it is not applied. Read the statute and "
                + $"have rule {same.Key.Key} marked as verified. Source: {same.Key.Source}",
            facts.RulesPlace,
            []
        );

    // A rule that is not verified and needs a fact, or several alike: nothing is stopped, but what limits the retainage is not known.
    private static IEnumerable<ReadinessItem> Unclear(Placed one)
    {
        if (one.Cap is { Rule: null, Refusal: null, IsExcepted: false, Warnings.Count: > 0 })
        {
            yield return Item(one.Cap.Warnings[one.Cap.Warnings.Count - 1], one.Terms.Place, []);
        }
    }

    // What the preparation would stop for: a fact that a verified rule needs, rules that apply equally, days that a payment clause needs.
    private static IEnumerable<ReadinessItem> Stopped(Placed one)
    {
        var clause = one.Terms.Version.PaymentClause is { } terms ? ClauseReading.Of(terms, one.Region, one.Rules).Refusal : null;
        return new[] { one.Cap.Refusal, clause }.OfType<Refusal>().Select(refusal => Item(refusal.Sentence, one.Terms.Place, one.Terms.Waiting));
    }

    private static IEnumerable<ReadinessItem> AsWritten(Billed one)
    {
        if (one.Version.PaymentClause is { } terms && ClauseReading.AsWritten(terms, $"Commitment {one.Number}").Refusal is { } refusal)
        {
            yield return Item(refusal.Sentence, one.Place, one.Waiting);
        }
    }

    // A version that cannot be used is told about elsewhere; what it says about the law is not trusted.
    private static IEnumerable<Billed> InForce(ReadinessProject project, CommitmentReadiness commitment)
    {
        var waiting = project.Waiting.Where(document => document.CommitmentId == commitment.Id).ToList();
        return project
            .ByDay(waiting)
            .Select(day => new { day, Holding = commitment.Terms.Where(terms => terms.Version.HoldsOn(day.Day)).ToList() })
            .Where(found => found.Holding.Count == 1 && found.Holding[0].Version.Problems.Count == 0)
            .GroupBy(found => found.Holding[0], found => found.day)
            .Select(used => new Billed(commitment.Number, used.Key.Version, used.Key.Place, [.. used.SelectMany(day => day.Waiting)]));
    }

    private static string Commitments(IReadOnlyList<Billed> terms)
    {
        var numbers = terms.Select(one => one.Number).Distinct(StringComparer.Ordinal).ToList();
        return (numbers.Count == 1 ? "commitment " : "commitments ") + ReadinessWords.Names(numbers);
    }

    private static ReadinessItem Item(string sentence, RecordPlace place, IReadOnlyList<WaitingDocument> waiting) =>
        new()
        {
            Sentence = sentence,
            Decider = ShippedRole.Controller,
            Place = place,
            Waiting = waiting,
        };

    private sealed record Billed(string Number, TermsVersion Version, RecordPlace Place, IReadOnlyList<WaitingDocument> Waiting)
    {
        public JurisdictionFacts? Region => Version.Region;
    }

    private sealed record Placed(
        Billed Terms,
        JurisdictionFacts Region,
        IReadOnlyList<JurisdictionRule> Rules,
        RuleChoice<RuleEffect.RetainageCap> Cap
    )
    {
        public static Placed Of(Billed terms, JurisdictionFacts region, IReadOnlyList<JurisdictionRule> rules) =>
            new(terms, region, rules, RuleSelection.Of<RuleEffect.RetainageCap>(region, rules));
    }
}
