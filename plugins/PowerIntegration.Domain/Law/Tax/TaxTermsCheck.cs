using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.Law.Jurisdiction;
using PowerIntegration.Domain.Law.Reasons;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Law.Tax;

/// <summary>Says what the terms of tax lack, what contradicts, and where tax comes from two places.</summary>
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
            yield return Term(document, "does not say whether the source, Oracle or this product computes tax");
        }

        if (terms.Mode is null && (terms.ComputedBy != TaxCalculator.Source || terms.IsReverseCharge))
        {
            yield return Term(document, "does not say when tax on retainage is due");
        }

        if (terms.Rate is null && (terms.ComputedBy == TaxCalculator.Engine || terms.IsReverseCharge))
        {
            yield return Term(document, "names no tax rate");
        }

        if (terms.Rate is < 0m or > 1m)
        {
            yield return Term(document, $"names the tax rate {Sentence.Amount(terms.Rate.Value)}, which is no fraction between 0 and 1");
        }

        if (terms.IsReverseCharge && terms.Mode == RetainageTaxMode.NetTracked)
        {
            yield return Term(document, "asks for reverse charge and for tracked tax on retainage, which exclude each other");
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
            yield return Twice(document, tax, "the contract is under reverse charge, so the supplier charges none");
        }
        else if (terms.ComputedBy is TaxCalculator.Oracle or TaxCalculator.Engine)
        {
            yield return Twice(
                document,
                tax,
                $"the contract lets {(terms.ComputedBy == TaxCalculator.Oracle ? "Oracle" : "this product")} compute it"
            );
        }
    }

    private static IEnumerable<Refusal> Amounts(TaxTerms terms, TaxableDocument document)
    {
        if (terms is { ComputedBy: TaxCalculator.Source, IsReverseCharge: false } && document.SourceTax is null)
        {
            yield return new Refusal(
                SharedReasons.AmountMissing,
                $"{document.Name}: the source states no tax amount, and the contract lets the source compute it. Enter the tax, 0 where none is due."
            );
        }

        if (document.SourceTax is { } tax && !Rounding.IsInMinorUnits(tax, document.Currency))
        {
            yield return new Refusal(
                SharedReasons.AmountTooPrecise,
                $"{document.Name}: the tax {Sentence.Amount(tax)} has more decimals than {document.Currency.Code}. Correct it in the source."
            );
        }
    }

    private static Refusal Term(TaxableDocument document, string what) =>
        new(LawReasons.TaxTermMissing, $"{document.Name}: the contract {what}. Complete its terms.");

    private static Refusal Twice(TaxableDocument document, decimal tax, string why) =>
        new(
            LawReasons.TaxComputedTwice,
            $"{document.Name} carries tax of {Sentence.Amount(tax)}, but {why}. Remove the tax from the invoice or correct the terms."
        );
}
