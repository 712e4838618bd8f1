using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.ContractBilling.Terms;
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
        found.Add(Faults(terms, document.Name).Select(fault => fault.Refusal));
        found.Add(Twice(terms, document));
        found.Add(Amounts(terms, document));
        return found.First();
    }

    /// <summary>What is missing or in conflict, whatever is billed.</summary>
    /// <param name="terms">The terms.</param>
    /// <param name="name">How sentences begin.</param>
    public static IEnumerable<TermsFault> Faults(TaxTerms terms, string name)
    {
        if (terms.ComputedBy is null)
        {
            yield return Term(name, "do not state whether tax comes from the invoice, Oracle or PowerIntegration", ContractTerm.TaxCalculator);
        }

        if (terms.Mode is null && (terms.ComputedBy != TaxCalculator.Source || terms.IsReverseCharge))
        {
            yield return Term(name, "do not state when tax on retainage is due", ContractTerm.TaxOnRetainage);
        }

        if (terms.Rate is null && (terms.ComputedBy == TaxCalculator.Engine || terms.IsReverseCharge))
        {
            yield return Term(name, "have no tax rate", ContractTerm.TaxRate);
        }

        if (terms.Rate is < 0m or > 1m)
        {
            yield return Term(
                name,
                $"have a tax rate of {Sentence.Amount(terms.Rate.Value)}, which is not a fraction from 0 to 1",
                ContractTerm.TaxRate
            );
        }

        if (terms.IsReverseCharge && terms.Mode == RetainageTaxMode.NetTracked)
        {
            yield return Term(
                name,
                "combine reverse charge with tracked tax on retainage, which is not possible",
                ContractTerm.ReverseCharge,
                ContractTerm.TaxOnRetainage
            );
        }
    }

    /// <summary>
    /// Tax from the invoice that would have to be tracked; null where it would not. An amount does not show which part is deferred.
    /// </summary>
    /// <param name="terms">The terms.</param>
    /// <param name="name">How the sentence begins.</param>
    public static TermsFault? Tracked(TaxTerms terms, string name) =>
        terms is { ComputedBy: TaxCalculator.Source, IsReverseCharge: false, Mode: RetainageTaxMode.NetTracked }
            ? new TermsFault(
                new Refusal(
                    LawReasons.TaxTermMissing,
                    $"{name}: the terms take tax from the invoice and track tax on retainage, which only PowerIntegration can do. "
                        + "Ask the controller to change who calculates tax, or when tax on retainage is due."
                ),
                [ContractTerm.TaxCalculator, ContractTerm.TaxOnRetainage]
            )
            : null;

    /// <summary>Tax from the invoice with a rate to check it by, where the base of that rate is not known; null where it is.</summary>
    /// <param name="terms">The terms.</param>
    /// <param name="name">How the sentence begins.</param>
    public static TermsFault? Uncheckable(TaxTerms terms, string name) =>
        terms is { ComputedBy: TaxCalculator.Source, IsReverseCharge: false, Mode: null, Rate: not null }
            ? new TermsFault(
                new Refusal(
                    LawReasons.TaxTermMissing,
                    $"{name}: the terms do not state when tax on retainage is due, so the invoice's tax cannot be checked. "
                        + "Ask the controller to complete them."
                ),
                [ContractTerm.TaxOnRetainage]
            )
            : null;

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

    private static TermsFault Term(string name, string what, params ContractTerm[] terms) =>
        new(new Refusal(LawReasons.TaxTermMissing, $"{name}: the terms {what}. Ask the controller to correct them."), terms);

    private static Refusal Twice(TaxableDocument document, decimal tax, string why) =>
        new(
            LawReasons.TaxComputedTwice,
            $"{document.Name} has tax of {new Money(tax, document.Currency)}, but {why}. "
                + "Remove the tax from the invoice, or ask the controller to correct the terms."
        );
}
