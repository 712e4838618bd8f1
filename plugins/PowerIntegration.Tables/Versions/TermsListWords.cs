using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Tables.Versions;

/// <summary>The lists of terms in words, as the form shows them.</summary>
public static class TermsListWords
{
    private const string PercentFormat = "0.##########";

    /// <summary>The words; null where the terms have no list.</summary>
    /// <param name="row">A row of terms.</param>
    public static string? Of(Entity row)
    {
        var fields = new TermsFields(new RowView(row));
        var kind = new RowView(row).Choice(CommitmentTermsTable.RetainageKind);
        if (kind is not (RetainageKindChoice.PerLine or RetainageKindChoice.SlidingScale))
        {
            return null;
        }

        var words = Words(RetainageColumns.Lists(fields));
        return fields.Problems.Count == 0 ? words : string.Join("\n", fields.Problems);
    }

    private static string? Words(RetainageTerms? terms) =>
        terms switch
        {
            RetainageTerms.PerLine { Lines.Count: > 0 } perLine => string.Join("\n", perLine.Lines.Select(Words)),
            RetainageTerms.SlidingScale { Rules.Count: > 0 } scale => string.Join("\n", scale.Rules.Select(Words)),
            _ => null,
        };

    private static string Words(LineRate line) => $"Line {line.LineId}: {Rate(line.WorkRate)} on work, {Rate(line.StoredRate)} on stored materials.";

    private static string Words(SlidingScaleRule rule, int index) =>
        Sentence.Of($"Step {index + 1}: {Rate(rule.Rate)} until ")
        + rule.Limit.Base switch
        {
            LimitBase.OriginalSum => $"{Rate(rule.Limit.Value)} of the original contract sum",
            LimitBase.RevisedSum => $"{Rate(rule.Limit.Value)} of the revised contract sum",
            _ => Sentence.Amount(rule.Limit.Value),
        }
        + " is held.";

    private static string Rate(decimal? rate) =>
        rate is { } known ? (known * 100m).ToString(PercentFormat, CultureInfo.InvariantCulture) + "%" : "the rate of the terms";
}
