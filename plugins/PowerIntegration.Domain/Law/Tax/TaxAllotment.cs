using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.Law.Reasons;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Law.Tax;

/// <summary>The tax of each document of an application, and the comparison of its total with the source.</summary>
internal static class TaxAllotment
{
    /// <summary>One for each document; null where the document is not taxed.</summary>
    public static IReadOnlyList<TaxFigures?> Of(
        TaxableApplication application,
        IReadOnlyList<DocumentBase> bases,
        RefusalList refusals,
        List<string> warnings
    )
    {
        if (application.Tax is { } terms)
        {
            return Of(terms, application, bases, refusals, warnings);
        }

        if (application.SourceTax is { } tax && tax != 0m)
        {
            refusals.Add(
                LawReasons.TaxTermMissing,
                $"{application.Name} has tax of {new Money(tax, application.Currency)}, but the terms have no tax. Remove the tax from the "
                    + "invoice, or ask the controller to add tax terms: who calculates it, when tax on retainage is due, and the rate."
            );
        }

        return new TaxFigures?[bases.Count];
    }

    private static IReadOnlyList<TaxFigures?> Of(
        TaxTerms terms,
        TaxableApplication application,
        IReadOnlyList<DocumentBase> bases,
        RefusalList refusals,
        List<string> warnings
    )
    {
        if (Unusable(terms, application, bases) is { } refusal)
        {
            refusals.Add(refusal);
            return new TaxFigures?[bases.Count];
        }

        var byTerms =
            terms is { ComputedBy: TaxCalculator.Source, IsReverseCharge: false } && terms.Rate is not null
                ? terms with
                {
                    ComputedBy = TaxCalculator.Engine,
                }
                : terms;
        var figures = Compute(byTerms, application, bases, refusals);
        if (!refusals.IsEmpty || terms.IsReverseCharge)
        {
            return figures;
        }

        return terms.ComputedBy switch
        {
            TaxCalculator.Oracle => ComparedLater(application, figures, warnings),
            TaxCalculator.Source when application.SourceTax is null => ByTerms(application, figures, warnings),
            TaxCalculator.Source => terms.Rate is null
                ? Unchecked(application, figures, warnings)
                : TakenOver(terms, application, bases, figures, refusals, warnings),
            _ => Checked(application, bases, figures, refusals, warnings),
        };
    }

    private static TaxFigures?[] ByTerms(TaxableApplication application, TaxFigures?[] figures, List<string> warnings)
    {
        warnings.Add(
            $"{application.Name}: no invoice states the tax, so the rate in the terms gives it: "
                + $"{new Money(figures.OfType<TaxFigures>().Sum(tax => tax.TaxPaid), application.Currency)}."
        );
        return figures;
    }

    private static Refusal? Unusable(TaxTerms terms, TaxableApplication application, IReadOnlyList<DocumentBase> bases)
    {
        if (terms is not { ComputedBy: TaxCalculator.Source, IsReverseCharge: false })
        {
            return null;
        }

        if (TaxTermsCheck.Tracked(terms, application.Name) is { } tracked)
        {
            return tracked.Refusal;
        }

        if (application.SourceTax is null && !(application.IsDecidedHere && terms.Rate is not null))
        {
            return new Refusal(
                SharedReasons.AmountMissing,
                application.IsDecidedHere
                    ? $"{application.Name}: the terms take tax from the invoice and have no rate, and no invoice states the tax of this release. "
                        + "Record a decision with the release and its tax, 0.00 if none is due, or ask the controller to add the rate."
                    : $"{application.Name}: the terms take tax from the invoice, but the invoice has no tax amount. "
                        + "Enter the tax, or 0.00 if none is due."
            );
        }

        if (TaxTermsCheck.Uncheckable(terms, application.Name) is { } uncheckable)
        {
            return uncheckable.Refusal;
        }

        var taxable = bases.Count(document => document.IsTaxable);
        return terms.Rate is null && taxable != 1 && application.SourceTax is { } stated && stated != 0m
            ? new Refusal(
                LawReasons.TaxTermMissing,
                $"{application.Name}: the terms have no tax rate, so the invoice's tax of "
                    + $"{new Money(stated, application.Currency)} cannot be divided over "
                    + $"{Sentence.Count(taxable, "document")}. Ask the controller to add the rate."
            )
            : null;
    }

    private static TaxFigures?[] Compute(TaxTerms terms, TaxableApplication application, IReadOnlyList<DocumentBase> bases, RefusalList refusals)
    {
        var figures = new TaxFigures?[bases.Count];
        var tracked = application.TrackedBefore;
        for (var index = 0; index < bases.Count; index++)
        {
            if (!bases[index].IsTaxable)
            {
                continue;
            }

            var document = Taxable(bases[index], application.Currency, tracked, SourceTaxFor(terms, application));
            switch (TaxComputation.Of(terms, document))
            {
                case TaxOutcome.Computed computed:
                    figures[index] = computed.Figures;
                    tracked = computed.Figures.TrackedAfter;
                    break;
                case TaxOutcome.Stopped stopped:
                    refusals.Add(stopped.Reason);
                    return figures;
            }
        }

        return figures;
    }

    // Under reverse charge, tax from the source is refused by the computation; otherwise it is compared here, for the application.
    private static decimal? SourceTaxFor(TaxTerms terms, TaxableApplication application) =>
        terms.IsReverseCharge || terms.ComputedBy is TaxCalculator.Source or null ? application.SourceTax : null;

    private static TaxableDocument Taxable(DocumentBase document, Currency currency, decimal tracked, decimal? sourceTax) =>
        new()
        {
            Name = document.Name,
            Currency = currency,
            Gross = document.Gross,
            Withheld = document.Withheld,
            Released = document.Released,
            SourceTax = sourceTax,
            HeldBefore = document.HeldBefore,
            TrackedBefore = tracked,
        };

    private static TaxFigures?[] ComparedLater(TaxableApplication application, TaxFigures?[] figures, List<string> warnings)
    {
        if (application.SourceTax is { } tax && tax != 0m)
        {
            warnings.Add(
                $"{application.Name} has tax of {new Money(tax, application.Currency)}. Oracle calculates tax under the terms, so this "
                    + "amount is not sent; it is compared with Oracle's tax after validation."
            );
        }

        return figures;
    }

    private static TaxFigures?[] Unchecked(TaxableApplication application, TaxFigures?[] figures, List<string> warnings)
    {
        warnings.Add(
            $"{application.Name} has tax of {new Money(application.SourceTax!.Value, application.Currency)}. "
                + "The terms have no tax rate, so the amount is posted unchecked."
        );
        return figures;
    }

    private static TaxFigures?[] Checked(
        TaxableApplication application,
        IReadOnlyList<DocumentBase> bases,
        TaxFigures?[] figures,
        RefusalList refusals,
        List<string> warnings
    )
    {
        if (application.SourceTax == 0m && figures.OfType<TaxFigures>().Sum(tax => tax.TaxPaid) is var own && own != 0m)
        {
            // A source that computes no tax shows 0.00: it says nothing about the tax that is computed here.
            warnings.Add($"{application.Name} has no tax. The terms give {new Money(own, application.Currency)}, which is posted.");
            return figures;
        }

        if (
            application.SourceTax is { } stated
            && Difference(application, bases, figures, refusals) is var difference
            && difference != 0m
            && refusals.IsEmpty
        )
        {
            warnings.Add(
                $"{application.Name} has tax of {new Money(stated, application.Currency)}, but the terms give "
                    + $"{new Money(stated - difference, application.Currency)}. The difference is rounding, and the amount of the terms is posted."
            );
        }

        return figures;
    }

    // The approved tax posts to the cent; the rounding difference goes to the document with the largest tax.
    private static TaxFigures?[] TakenOver(
        TaxTerms terms,
        TaxableApplication application,
        IReadOnlyList<DocumentBase> bases,
        TaxFigures?[] figures,
        RefusalList refusals,
        List<string> warnings
    )
    {
        var difference = Difference(application, bases, figures, refusals);
        if (!refusals.IsEmpty || difference == 0m)
        {
            return figures;
        }

        var largest = Array.IndexOf(figures, figures.OfType<TaxFigures>().OrderByDescending(tax => Math.Abs(tax.TaxPaid)).First());
        var document = Taxable(bases[largest], application.Currency, application.TrackedBefore, figures[largest]!.TaxPaid + difference);
        var taken = (TaxOutcome.Computed)TaxComputation.Of(terms, document);
        TaxFigures?[] settled = [.. figures.Select((tax, index) => index == largest ? taken.Figures : tax)];
        Residual.RequireZero(
            application.SourceTax!.Value,
            settled.OfType<TaxFigures>().Select(tax => tax.TaxPaid),
            "The documents carry the source's tax."
        );
        warnings.Add(
            $"{application.Name} has tax of {new Money(application.SourceTax!.Value, application.Currency)}, but the terms give "
                + $"{new Money(application.SourceTax!.Value - difference, application.Currency)}. The difference is rounding, and the "
                + "invoice's amount is posted."
        );
        return settled;
    }

    // The source may round each line, and each document is rounded here: rounding explains half a minor unit for each of them.
    private static decimal Difference(TaxableApplication application, IReadOnlyList<DocumentBase> bases, TaxFigures?[] figures, RefusalList refusals)
    {
        var stated = application.SourceTax!.Value;
        var given = figures.OfType<TaxFigures>().Sum(tax => tax.TaxPaid);
        var tolerance = figures.Any(tax => tax is not null)
            ? OracleTaxCheck.Tolerance(bases.Sum(document => document.LineCount), application.Currency)
            : 0m;
        if (!Rounding.IsInMinorUnits(stated, application.Currency))
        {
            refusals.Add(
                SharedReasons.AmountTooPrecise,
                $"{application.Name}: tax of {new Money(stated, application.Currency)} has more decimal places than "
                    + $"{application.Currency.Code} allows. Correct the tax on the invoice."
            );
        }
        else if (Math.Abs(stated - given) > tolerance)
        {
            refusals.Add(
                LawReasons.TaxDiffers,
                $"{application.Name} has tax of {new Money(stated, application.Currency)}, but the terms give "
                    + $"{new Money(given, application.Currency)}. Correct the tax on the invoice, or ask the controller to correct the tax terms."
            );
        }

        return stated - given;
    }
}
