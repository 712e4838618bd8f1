using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.Law.Jurisdiction;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Law.Tax;

/// <summary>
/// Tax of one document. It is rounded once per document, so over the life of a contract it may differ from tax on the total by a cent for each
/// document; that is not corrected.
/// </summary>
public static class TaxComputation
{
    /// <summary>Computes the tax, takes it from the source or expects it from Oracle, as the terms state.</summary>
    /// <param name="terms">The contract's terms on the date of the document.</param>
    /// <param name="document">The amounts, already in minor units.</param>
    public static TaxOutcome Of(TaxTerms terms, TaxableDocument document)
    {
        RequireAmounts(document);
        if (TaxTermsCheck.Of(terms, document) is { } refusal)
        {
            return new TaxOutcome.Stopped(refusal);
        }

        // The source's amount was approved by the parties. A reverse charge has no such amount.
        if (terms is { ComputedBy: TaxCalculator.Source, IsReverseCharge: false })
        {
            return new TaxOutcome.Computed(
                Paid(document, BaseOf(terms.Mode, document), document.SourceTax!.Value, document.TrackedBefore),
                SourceDoubts(terms, document)
            );
        }

        var figures = Engine(terms, document);
        return new TaxOutcome.Computed(terms.ComputedBy == TaxCalculator.Oracle ? Expected(figures, terms, document) : figures, []);
    }

    private static void RequireAmounts(TaxableDocument document)
    {
        foreach (var amount in new[] { document.Gross, document.Withheld, document.Released, document.HeldBefore, document.TrackedBefore })
        {
            Invariant.Require(Rounding.IsInMinorUnits(amount, document.Currency), "Tax is computed on amounts in minor units.");
        }

        Invariant.Require(document.Released >= 0m, "A release is not negative.");
    }

    private static TaxFigures Engine(TaxTerms terms, TaxableDocument document)
    {
        var taxBase = BaseOf(terms.Mode, document);
        if (terms.Mode == RetainageTaxMode.NetTracked)
        {
            return Tracked(terms.Rate ?? 0m, document);
        }

        var tax = Rounding.ToMinorUnit(taxBase * (terms.Rate ?? 0m), document.Currency);
        return terms.IsReverseCharge ? SelfAccounted(document, taxBase, tax) : Paid(document, taxBase, tax, document.TrackedBefore);
    }

    private static decimal BaseOf(RetainageTaxMode? mode, TaxableDocument document) =>
        mode == RetainageTaxMode.Gross ? document.Gross : document.NetBeforeTax;

    // Tax on the full gross is recognized now: the unpaid part stays in its account, so that over the life of the contract exactly the tax on each
    // gross movement is paid.
    private static TaxFigures Tracked(decimal rate, TaxableDocument document)
    {
        var full = Rounding.ToMinorUnit(document.Gross * rate, document.Currency);
        var now = Rounding.ToMinorUnit((document.Gross - document.Withheld) * rate, document.Currency);
        var waiting = document.TrackedBefore + full - now;
        var fromAccount = FromAccount(waiting, document.HeldBefore + document.Withheld, document);
        var figures = Paid(document, document.NetBeforeTax, now + fromAccount, waiting - fromAccount);
        TaxLeg[] journal =
        [
            new(TaxAccountRole.TaxOnPurchase, full),
            new(TaxAccountRole.RetentionTax, document.TrackedBefore - figures.TrackedAfter),
            new(TaxAccountRole.SupplierPayable, -figures.TaxPaid),
        ];
        return figures with { Journal = Balanced(journal) };
    }

    // A release takes its share of the account; the last one takes the rest, so that no cent is left.
    private static decimal FromAccount(decimal waiting, decimal held, TaxableDocument document)
    {
        if (document.Released == 0m || held == 0m)
        {
            return 0m;
        }

        return document.Released == held ? waiting : Rounding.ToMinorUnit(waiting * document.Released / held, document.Currency);
    }

    private static TaxFigures Paid(TaxableDocument document, decimal taxBase, decimal tax, decimal trackedAfter) =>
        new()
        {
            TaxBase = taxBase,
            TaxPaid = tax,
            SelfAccounted = 0m,
            TrackedAfter = trackedAfter,
            Payable = document.NetBeforeTax + tax,
            Journal = Balanced([new(TaxAccountRole.TaxOnPurchase, tax), new(TaxAccountRole.SupplierPayable, -tax)]),
        };

    private static TaxFigures SelfAccounted(TaxableDocument document, decimal taxBase, decimal tax) =>
        new()
        {
            TaxBase = taxBase,
            TaxPaid = 0m,
            SelfAccounted = tax,
            TrackedAfter = document.TrackedBefore,
            Payable = document.NetBeforeTax,
            Journal = Balanced([new(TaxAccountRole.TaxOnPurchase, tax), new(TaxAccountRole.SelfAccountedTax, -tax)]),
        };

    // Oracle computes, so nothing is sent or booked here; without a rate there is no expected amount.
    private static TaxFigures Expected(TaxFigures figures, TaxTerms terms, TaxableDocument document) =>
        figures with
        {
            TaxPaid = 0m,
            SelfAccounted = 0m,
            ExpectedFromOracle = terms.Rate is null ? null : figures.TaxPaid + figures.SelfAccounted,
            Payable = document.NetBeforeTax,
            Journal = [],
        };

    private static string[] SourceDoubts(TaxTerms terms, TaxableDocument document)
    {
        if (terms.Rate is not { } rate || terms.Mode is not { } mode)
        {
            return [];
        }

        var expected = Rounding.ToMinorUnit(BaseOf(mode, document) * rate, document.Currency);
        return expected == document.SourceTax
            ? []
            :
            [
                $"{document.Name} has tax of {new Money(document.SourceTax!.Value, document.Currency)}, but the rate in the terms gives "
                    + $"{new Money(expected, document.Currency)}. The invoice's amount is posted.",
            ];
    }

    private static TaxLeg[] Balanced(TaxLeg[] legs)
    {
        Residual.RequireZero(0m, legs.Select(leg => leg.Amount), "The tax journal balances.");
        return legs.Any(leg => leg.Amount != 0m) ? legs : [];
    }
}
