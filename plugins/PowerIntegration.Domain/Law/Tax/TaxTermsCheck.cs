using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.Law.Jurisdiction;
using PowerIntegration.Domain.Law.Reasons;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Law.Tax;

/// <summary>Checks tax terms for missing terms, conflicts, and tax from two sources.</summary>
internal static class TaxTermsCheck
{
    public static Refusal? Of(TaxTerms terms, TaxableDocument document)
    {
        var found = new RefusalList();
        found.Add(Missing(terms, document));
        found.Add(Twice(terms, document));
        found.Add(Amounts(terms, document));
        return found.First();
    }

    private static IEnumerable<Refusal> Missing(TaxTerms terms, TaxableDocument document)
    {
        if (terms.ComputedBy is null)
        {
            yield return Term(document, "do not state whether tax comes from the invoice, Oracle or PowerIntegration");
        }

        if (terms.Mode is null && (terms.ComputedBy != TaxCalculator.Source || terms.IsReverseCharge))
        {
            yield return Term(document, "do not state when tax on retainage is due");
        }

        if (terms.Rate is null && (terms.ComputedBy == TaxCalculator.Engine || terms.IsReverseCharge))
        {
            yield return Term(document, "have no tax rate");
        }

        if (terms.Rate is < 0m or > 1m)
        {
            yield return Term(document, $"have a tax rate of {Sentence.Amount(terms.Rate.Value)}, which is not a fraction from 0 to 1");
        }

        if (terms.IsReverseCharge && terms.Mode == RetainageTaxMode.NetTracked)
        {
            yield return Term(document, "combine reverse charge with tracked tax on retainage, which is not possible");
        }
    }

    private static IEnumerable<Refusal> Twice(TaxTerms terms, TaxableDocument document)
    {
        if (document.SourceTax is not { } tax || tax == 0m)
        {
            yield break;
        }

        if (terms.IsReverseCharge)
        {
            yield return Twice(document, tax, "reverse charge applies, so the vendor charges none");
        }
        else if (terms.ComputedBy is TaxCalculator.Oracle or TaxCalculator.Engine)
        {
            yield return Twice(
                document,
                tax,
                $"under the terms, {(terms.ComputedBy == TaxCalculator.Oracle ? "Oracle" : "PowerIntegration")} calculates it"
            );
        }
    }

    private static IEnumerable<Refusal> Amounts(TaxTerms terms, TaxableDocument document)
    {
        if (terms is { ComputedBy: TaxCalculator.Source, IsReverseCharge: false } && document.SourceTax is null)
        {
            yield return new Refusal(
                SharedReasons.AmountMissing,
                $"{document.Name}: the terms take tax from the invoice, but the invoice has no tax amount. Enter the tax, or 0.00 if none is due."
            );
        }

        if (document.SourceTax is { } tax && !Rounding.IsInMinorUnits(tax, document.Currency))
        {
            yield return new Refusal(
                SharedReasons.AmountTooPrecise,
                $"{document.Name}: tax of {new Money(tax, document.Currency)} has more decimal places than {document.Currency.Code} allows. "
                    + "Correct the tax on the invoice."
            );
        }
    }

    private static Refusal Term(TaxableDocument document, string what) =>
        new(LawReasons.TaxTermMissing, $"{document.Name}: the terms {what}. Ask the controller to correct them.");

    private static Refusal Twice(TaxableDocument document, decimal tax, string why) =>
        new(
            LawReasons.TaxComputedTwice,
            $"{document.Name} has tax of {new Money(tax, document.Currency)}, but {why}. "
                + "Remove the tax from the invoice, or ask the controller to correct the terms."
        );
}
