using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.ContractBilling.Replay;

/// <summary>A proposal in words, and as fields of a text with terms.</summary>
public static class ReplayWords
{
    private const string AmountFormat = "#,##0.00;-#,##0.00;0.00";

    /// <summary>The changed terms in words.</summary>
    public static string Of(ReplayProposal proposal) => string.Join("; ", proposal.Changed.Select(term => Words(term, proposal.Terms)));

    /// <summary>The changed terms as fields of <c>terms</c>.</summary>
    public static string FieldsOf(ReplayProposal proposal) => string.Join(", ", proposal.Changed.Select(term => Field(term, proposal.Terms)));

    /// <summary>The thresholds that give the same figures; null where there is nothing to say about them.</summary>
    public static string? RangeOf(ReplayProposal proposal) =>
        proposal.Range is { } range
            ? $"Any threshold above {Hundredths(range.Above)} and up to {Hundredths(range.UpTo)} percent ({Amount(range.AmountAbove)} to "
                + $"{Amount(range.AmountUpTo)}) gives the same figures. Take the one in the contract."
            : null;

    /// <summary>What a person has to decide or look at beside the proposals.</summary>
    public static IEnumerable<string> Notes(ReplayAnswer answer)
    {
        var equal = answer.Proposals.Count(proposal => proposal.ExplainsAll);
        if (equal > 1)
        {
            yield return Sentence.Of($"{equal} different terms explain the same payments. Check the contract to see which of them it states.");
        }

        if (answer.FirstUnexplained is { } first)
        {
            yield return Sentence.Of($"None of the terms that were tried explain application {first}. Check this application and its source first.");
        }
    }

    /// <summary>What the proposal leaves unexplained.</summary>
    public static string Rest(ReplayProposal proposal)
    {
        if (proposal.ExplainsAll)
        {
            return proposal.Result.Released == 0m ? "explains all" : $"explains all, with {Amount(proposal.Result.Released)} of retainage released";
        }

        var result = proposal.Result;
        string[] amounts =
        [
            .. result.Open.Any(difference => difference.Figure == ReplayFigure.Payment) ? [Amount(result.PaymentGap)] : Array.Empty<string>(),
            .. result.Open.Any(difference => difference.Figure != ReplayFigure.Payment)
                ? [Amount(result.RetainageGap) + " of retainage on lines"]
                : Array.Empty<string>(),
        ];
        return $"leaves {string.Join(" and ", amounts)} on {Sentence.Count(result.Differing, "application")}";
    }

    /// <summary>An amount with two decimals.</summary>
    internal static string Amount(decimal amount) => amount.ToString(AmountFormat, CultureInfo.InvariantCulture);

    private static string Words(ReplayTerm term, ContractTerms terms) =>
        term switch
        {
            ReplayTerm.Cap => terms.RetainageCap is { } cap ? $"retainage is at most {Words(cap)}" : "there is no maximum retainage",
            ReplayTerm.StoredMaterials => terms.StoredMaterials == StoredMaterials.AutoMove
                ? "stored materials move to column D automatically"
                : "stored materials stay in column F until a person removes them",
            ReplayTerm.Rounding => terms.ResidualPlace switch
            {
                ResidualPlace.FirstLine => "the first line takes the rounding difference",
                ResidualPlace.LargestLine => "the largest line takes the rounding difference",
                _ => "all lines share the rounding difference by largest remainder",
            },
            ReplayTerm.Keeper => terms.RetainageKeeper == RetainageKeeper.Oracle ? "Oracle keeps retainage" : "PowerIntegration keeps retainage",
            _ => terms.Retainage switch
            {
                RetainageTerms.None => "no retainage is withheld",
                RetainageTerms.Split split =>
                    $"retainage is {Percent(split.WorkRate)} on work and {Percent(split.StoredRate ?? 0m)} on stored materials",
                RetainageTerms.Step step => Words(step),
                RetainageTerms.SlidingScale scale => "retainage is "
                    + string.Join(", then ", scale.Rules.Select(rule => $"{Percent(rule.Rate)} until {Words(rule.Limit)} is held")),
                RetainageTerms.Flat flat => $"retainage is {Percent(flat.Rate)}",
                _ => "retainage is as before",
            },
        };

    private static string Words(RetainageLimit limit) =>
        limit.Base switch
        {
            LimitBase.OriginalSum => $"{Percent(limit.Value)} of the original contract sum",
            LimitBase.RevisedSum => $"{Percent(limit.Value)} of the contract sum to date",
            _ => Amount(limit.Value),
        };

    private static string Words(RetainageTerms.Step step)
    {
        var at =
            $"{Percent(step.Threshold)} of the {(step.Sum == ContractSumBase.Original ? "original " : "")}contract sum"
            + (step.Measure == BilledMeasure.CompletedWork ? ", measured without stored materials" : "");
        var after = Percent(step.AfterRate);
        return $"retainage is {Percent(step.BeforeRate)}"
            + step.Reading switch
            {
                StepReading.WholeBalance => $", and {after} of the whole balance from {at}",
                StepReading.AboveThreshold => $", and {after} of what is billed above {at}",
                StepReading.FromCrossing => $", and {after} of what is billed from the application that reaches {at}",
                _ => $" until {at}, and nothing more is withheld after that",
            };
    }

    private static string Field(ReplayTerm term, ContractTerms terms) =>
        term switch
        {
            ReplayTerm.Cap => terms.RetainageCap is { } cap
                ? $"\"retainageCap\": {{ \"of\": \"{Choice(cap.Base)}\", \"value\": {Rate(cap.Value)} }}"
                : "without \"retainageCap\"",
            ReplayTerm.StoredMaterials => $"\"storedMaterials\": \"{Choice(terms.StoredMaterials!.Value)}\"",
            ReplayTerm.Rounding => $"\"roundingDifference\": \"{Choice(terms.ResidualPlace!.Value)}\"",
            ReplayTerm.Keeper => $"\"retainageKeptBy\": \"{Choice(terms.RetainageKeeper!.Value)}\"",
            _ => "\"retainage\": { " + Fields(terms.Retainage!) + " }",
        };

    private static string Fields(RetainageTerms retainage) =>
        retainage switch
        {
            RetainageTerms.None => "\"kind\": \"none\"",
            RetainageTerms.Flat flat => $"\"kind\": \"flat\", \"rate\": {Rate(flat.Rate)}",
            RetainageTerms.Split split =>
                $"\"kind\": \"split\", \"workRate\": {Rate(split.WorkRate)}, \"storedRate\": {Rate(split.StoredRate ?? 0m)}",
            RetainageTerms.Step step => $"\"kind\": \"step\", \"threshold\": {Rate(step.Threshold)}, \"rateBefore\": {Rate(step.BeforeRate)}, "
                + $"\"rateAfter\": {Rate(step.AfterRate)}, \"reading\": \"{Choice(step.Reading!.Value)}\", \"measure\": \"{Choice(step.Measure)}\", "
                + $"\"sum\": \"{Choice(step.Sum)}\"",
            RetainageTerms.SlidingScale scale => "\"kind\": \"slidingScale\", \"rules\": [ "
                + string.Join(
                    ", ",
                    scale.Rules.Select(rule =>
                        $"{{ \"rate\": {Rate(rule.Rate)}, "
                        + $"\"upTo\": {{ \"of\": \"{Choice(rule.Limit.Base)}\", \"value\": {Rate(rule.Limit.Value)} }} }}"
                    )
                )
                + " ]",
            _ => throw new InvariantBrokenException("A proposal has a kind of retainage that was tried."),
        };

    private static string Choice(Enum value) => FieldReader.ChoiceTextOf(value.ToString());

    private static string Rate(decimal rate) => rate.ToString("0.00##########", CultureInfo.InvariantCulture);

    private static string Percent(decimal rate) => Sentence.Of($"{rate * 100m:0.########} percent");

    private static string Hundredths(decimal fraction) => Sentence.Of($"{fraction * 100m:0.##}");
}
