using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Explanation;

/// <summary>What each kind of retainage means: how much of what is withheld, until when.</summary>
internal static class RetainageWords
{
    /// <summary>The most lines with rates of their own that are listed; the others are counted.</summary>
    public const int LinesMax = 20;

    private const string Kept = "What is already held stays held.";

    /// <summary>The sentences.</summary>
    /// <param name="terms">How retainage is calculated; null where it is not stated.</param>
    /// <param name="currency">ISO code of the contract's currency.</param>
    /// <exception cref="ArgumentOutOfRangeException">The kind of the terms is unknown.</exception>
    public static IEnumerable<string> Of(RetainageTerms? terms, string? currency) =>
        terms switch
        {
            null => ["How retainage is calculated is not stated."],
            RetainageTerms.None none =>
            [
                "No retainage is withheld.",
                .. string.IsNullOrWhiteSpace(none.Agreement) ? Array.Empty<string>() : [$"The agreement in its place: {none.Agreement}"],
            ],
            RetainageTerms.Flat flat => [$"{TermWords.Percent(flat.Rate)} of completed work and of stored materials is withheld."],
            RetainageTerms.Split split =>
            [
                split.StoredRate is { } stored
                    ? $"{TermWords.Percent(split.WorkRate)} of completed work and {TermWords.Percent(stored)} of stored materials are withheld."
                    : $"{TermWords.Percent(split.WorkRate)} of completed work is withheld. The rate on stored materials is not stated.",
            ],
            RetainageTerms.PerLine own => PerLine(own),
            RetainageTerms.Frozen => ["What is held stays held. Nothing more is withheld."],
            RetainageTerms.LumpSum lump =>
            [
                $"All that is earned is withheld until {TermWords.Amount(lump.Amount, currency)} is held. "
                    + "That amount stays held until it is released.",
            ],
            RetainageTerms.Step step => Step(step),
            RetainageTerms.SlidingScale scale => Scale(scale, currency),
            _ => throw new ArgumentOutOfRangeException(nameof(terms), terms, "The kind of retainage is unknown."),
        };

    private static IEnumerable<string> PerLine(RetainageTerms.PerLine own)
    {
        yield return $"{TermWords.Percent(own.WorkRate)} of completed work and {TermWords.Percent(own.StoredRate)} of stored materials are withheld"
            + (own.Lines.Count == 0 ? "." : $", except on {Sentence.Count(own.Lines.Count, "line")}:");
        foreach (var line in own.Lines.Take(LinesMax))
        {
            yield return $"Line {line.LineId}: {TermWords.Percent(line.WorkRate ?? own.WorkRate)} of completed work and "
                + $"{TermWords.Percent(line.StoredRate ?? own.StoredRate)} of stored materials.";
        }

        if (own.Lines.Count > LinesMax)
        {
            yield return Sentence.Of($"And {own.Lines.Count - LinesMax} more lines.");
        }
    }

    private static IEnumerable<string> Step(RetainageTerms.Step step)
    {
        var measured = step.Measure == BilledMeasure.CompletedWork ? "completed work reaches" : "completed work and stored materials reach";
        yield return $"{TermWords.Percent(step.BeforeRate)} of completed work and of stored materials is withheld until {measured} "
            + $"{TermWords.Percent(step.Threshold)} of {TermWords.Sum(step.Sum == ContractSumBase.Original)}.";
        yield return After(step);
        yield return "Once the threshold is reached, it stays reached, even if a later change order raises the contract sum.";
    }

    private static string After(RetainageTerms.Step step)
    {
        var rate = TermWords.Percent(step.AfterRate);
        return step.Reading switch
        {
            StepReading.WholeBalance =>
                $"From the application that reaches it on, {rate} of everything billed to date is held. What is held above that is "
                    + "paid with that application.",
            StepReading.AboveThreshold => $"Of what is billed above it, {rate} is withheld. {Kept}",
            StepReading.FromCrossing => $"Of everything that the application that reaches it and later ones bill, {rate} is withheld. {Kept}",
            StepReading.Stop => $"After that, nothing more is withheld. {Kept}",
            _ => $"After that, the rate is {rate}. What happens to what is already held is not stated.",
        };
    }

    private static IEnumerable<string> Scale(RetainageTerms.SlidingScale scale, string? currency)
    {
        for (var index = 0; index < scale.Rules.Count; index++)
        {
            var rule = scale.Rules[index];
            yield return $"{(index == 0 ? "First" : "Then")}, {TermWords.Percent(rule.Rate)} of completed work and of stored materials "
                + "is withheld until "
                + $"{TermWords.Limit(rule.Limit, currency)} is held.";
        }

        yield return scale.Rules.Count == 0 ? "The sliding scale has no steps." : "After that, nothing more is withheld.";
    }
}
