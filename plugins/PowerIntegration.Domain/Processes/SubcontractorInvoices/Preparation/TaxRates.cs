using PowerIntegration.Domain.Law.Reasons;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;

/// <summary>
/// Several rates of tax on one application. The terms have one rate, so they cannot compute or check the tax of lines with different rates. Without a
/// rate in the terms, the invoice's or Oracle's tax is used, whatever the rates of the lines.
/// </summary>
internal static class TaxRates
{
    /// <summary>Why the lines cannot be taxed by the terms; null where they can.</summary>
    public static Refusal? Several(PreparationFacts facts)
    {
        if (facts.Commitment.Tax is not { Rate: { } rate, IsReverseCharge: false })
        {
            return null;
        }

        var rates = facts
            .Source.Lines.SelectMany(line => line.Parts.Count == 0 ? [line] : line.Parts)
            .Where(IsBilled)
            .GroupBy(line => line.TaxRates ?? "", StringComparer.Ordinal)
            .ToList();
        return rates.Count < 2
            ? null
            : new Refusal(
                LawReasons.TaxTermMissing,
                $"{SourceNames.Of(facts.Source)} has lines with different tax rates ({string.Join("; ", rates.Select(Words))}), but the terms of "
                    + $"commitment {facts.Commitment.Number} have one rate, {Sentence.Amount(rate * 100m)} percent. Ask the controller to take tax "
                    + "from the invoice without a rate, or bill the lines on separate commitments."
            );
    }

    private static bool IsBilled(SourceInvoiceLine line) =>
        line.WorkThisPeriod is not (null or 0m) || line.MaterialsStored is not (null or 0m) || line.CompletedToDate != line.CompletedPrevious;

    private static string Words(IGrouping<string, SourceInvoiceLine> lines) =>
        (lines.Key.Length == 0 ? "no tax" : lines.Key + " percent")
        + " on line "
        + string.Join(", ", lines.Select(line => Sentence.Of($"{line.LineNumber}")));
}
