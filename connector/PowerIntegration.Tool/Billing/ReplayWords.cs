using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Tool.Billing;

/// <summary>A proposal in words, and as fields of a contract file.</summary>
internal static class ReplayWords
{
    /// <summary>The changed terms in words.</summary>
    public static string Of(ReplayProposal proposal) => string.Join("; ", Terms(proposal).Select(term => Words(term, proposal.Terms)));

    /// <summary>The changed terms as the file spells them.</summary>
    public static string FieldsOf(ReplayProposal proposal) => string.Join(", ", Terms(proposal).Select(term => Field(term, proposal.Terms)));

    /// <summary>What the proposal leaves unexplained.</summary>
    public static string Rest(ReplayProposal proposal)
    {
        if (proposal.ExplainsAll)
        {
            return "explains all";
        }

        var result = proposal.Result;
        string[] amounts =
        [
            .. result.Differences.Any(difference => difference.Line is null) ? [TextTable.Amount(result.PaymentGap)] : Array.Empty<string>(),
            .. result.Differences.Any(difference => difference.Line is not null)
                ? [TextTable.Amount(result.RetainageGap) + " of retainage on lines"]
                : Array.Empty<string>(),
        ];
        return $"leaves {string.Join(" and ", amounts)} on {Sentence.Count(result.Differing, "application")}";
    }

    // A rate and a step are one term of the file.
    private static IEnumerable<ReplayTerm> Terms(ReplayProposal proposal) =>
        proposal.Changed.Where(term => term != ReplayTerm.Rate || !proposal.Changed.Contains(ReplayTerm.Step));

    private static string Words(ReplayTerm term, ContractTerms terms) =>
        term switch
        {
            ReplayTerm.Cap => terms.RetainageCap is { } cap
                ? $"retainage is at most {Percent(cap.Value)} of the {SumOf(cap.Base)}"
                : "there is no maximum retainage",
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
            _ => terms.Retainage is RetainageTerms.Step step ? Words(step) : $"retainage is {Percent(((RetainageTerms.Flat)terms.Retainage!).Rate)}",
        };

    private static string SumOf(LimitBase limit) => limit == LimitBase.OriginalSum ? "original contract sum" : "contract sum to date";

    private static string Words(RetainageTerms.Step step)
    {
        var at = Percent(step.Threshold) + " of the contract sum";
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
                ? $$"""
                    "retainageCap": { "of": "{{Choice(cap.Base)}}", "value": {{Rate(cap.Value)}} }
                    """
                : "without \"retainageCap\"",
            ReplayTerm.StoredMaterials => $"\"storedMaterials\": \"{Choice(terms.StoredMaterials!.Value)}\"",
            ReplayTerm.Rounding => $"\"roundingDifference\": \"{Choice(terms.ResidualPlace!.Value)}\"",
            ReplayTerm.Keeper => $"\"retainageKeptBy\": \"{Choice(terms.RetainageKeeper!.Value)}\"",
            _ => terms.Retainage is RetainageTerms.Step step
                ? $$"""
                    "retainage": { "kind": "step", "threshold": {{Rate(step.Threshold)}}, "rateBefore": {{Rate(step.BeforeRate)}}, 
                    """
                    + $$"""
                        "rateAfter": {{Rate(step.AfterRate)}}, "reading": "{{Choice(step.Reading!.Value)}}", "measure": "{{Choice(step.Measure)}}", 
                        """
                    + $$"""
                        "sum": "{{Choice(step.Sum)}}" }
                        """
                : $$"""
                    "retainage": { "kind": "flat", "rate": {{Rate(((RetainageTerms.Flat)terms.Retainage!).Rate)}} }
                    """,
        };

    private static string Choice(Enum value) => FieldReader.ChoiceTextOf(value.ToString());

    private static string Rate(decimal rate) => rate.ToString("0.00##", CultureInfo.InvariantCulture);

    private static string Percent(decimal rate) => Sentence.Of($"{rate * 100m:0.####} percent");
}
