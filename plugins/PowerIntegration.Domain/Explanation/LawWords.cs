using PowerIntegration.Domain.Law.Jurisdiction;
using PowerIntegration.Domain.Law.PayWhenPaid;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Versions;

namespace PowerIntegration.Domain.Explanation;

/// <summary>What the law of a place makes of terms: the payment clause as it is applied, and which rule limits the retainage.</summary>
/// <param name="Payment">Sentences about the owner's payment.</param>
/// <param name="Place">Sentences about the place and its rules.</param>
internal sealed record LawWords(IReadOnlyList<string> Payment, IReadOnlyList<string> Place)
{
    /// <summary>The words for a version.</summary>
    /// <param name="version">The version.</param>
    /// <param name="rules">Active rules of the place; empty where it names none.</param>
    public static LawWords Of(TermsVersion version, IReadOnlyList<JurisdictionRule> rules) =>
        new([.. PaymentOf(version, rules)], [.. PlaceOf(version, rules)]);

    /// <summary>The clause as it is applied; null where the terms have none.</summary>
    public static ClauseReading? Reading(TermsVersion version, IReadOnlyList<JurisdictionRule> rules) =>
        version.PaymentClause is not { } terms ? null
        : version.Region is { } region ? ClauseReading.Of(terms, region, rules)
        : ClauseReading.AsWritten(terms, version.Terms.Subject);

    private static IEnumerable<string> PaymentOf(TermsVersion version, IReadOnlyList<JurisdictionRule> rules)
    {
        if (Reading(version, rules) is not { } reading || version.PaymentClause!.Clause == PaymentClause.None)
        {
            yield return "Payment does not wait for the owner's payment.";
            yield break;
        }

        yield return Written(version.PaymentClause);
        if (reading.Refusal is null && reading.Clause != version.PaymentClause.Clause)
        {
            yield return reading.Clause == PaymentClause.None
                ? "Under the law of the place, payment does not wait."
                : "Under the law of the place, payment only waits until the outside date.";
        }

        if (reading.Refusal is null && reading.Clause != PaymentClause.None)
        {
            yield return Days(reading);
        }

        foreach (var warning in reading.Warnings)
        {
            yield return warning;
        }
    }

    private static string Written(PaymentTerms terms) =>
        terms.Clause switch
        {
            PaymentClause.PayWhenPaid =>
                "Payment waits for the owner's payment, until an outside date at the latest (pay-when-paid). Posting does not wait.",
            PaymentClause.PayIfPaid => "The owner's payment is a condition of payment (pay-if-paid). Posting does not wait.",
            _ => "Whether payment waits for the owner's payment is not stated.",
        };

    private static string Days(ClauseReading reading) =>
        (
            reading.OutsideDays is { } outside
                ? $"It is due {Sentence.Count(outside, "day")} after the invoice date in any case"
                : "It has no outside date"
        ) + (reading.PassThroughDays is { } pass ? $", and {Sentence.Count(pass, "day")} after the owner has paid." : ".");

    private static IEnumerable<string> PlaceOf(TermsVersion version, IReadOnlyList<JurisdictionRule> rules)
    {
        if (version.Region is not { } region)
        {
            yield return "No jurisdiction is named, so no legal limit on retainage is checked.";
            yield break;
        }

        yield return $"The project is in {region.Jurisdiction}.";
        var cap = RuleSelection.Of<RuleEffect.RetainageCap>(region, rules);
        if (cap is { IsVerified: true, Effect: { } effect })
        {
            yield return $"{cap.Rule} limits the retainage{(effect.Rate is { } rate ? $" to {TermWords.Percent(rate)}" : "")} "
                + $"(rule {cap.Rule!.Key}).";
        }
        else if (cap.Warnings.Count == 0 && cap.Refusal is null)
        {
            yield return "No active rule on retainage applies. Ask counsel before relying on the terms.";
        }

        foreach (var warning in cap.Warnings)
        {
            yield return warning;
        }
    }
}
