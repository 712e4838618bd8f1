using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.Law.Jurisdiction;
using PowerIntegration.Domain.Law.Reasons;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Law.Tax;

/// <summary>The tax of each document of an application, and the comparison of their sum with what the source states.</summary>
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
                $"{application.Name} carries tax of {Sentence.Amount(tax)}, but the contract's terms have no tax. "
                    + "Add the term tax, with who computes it, when tax on retainage is due and its rate, or remove the tax from the invoice."
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
            TaxCalculator.Source => terms.Rate is null
                ? Unchecked(application, figures, warnings)
                : TakenOver(terms, application, bases, figures, refusals, warnings),
            _ => Checked(application, bases, figures, refusals, warnings),
        };
    }

    private static Refusal? Unusable(TaxTerms terms, TaxableApplication application, IReadOnlyList<DocumentBase> bases)
    {
        if (terms is not { ComputedBy: TaxCalculator.Source, IsReverseCharge: false })
        {
            return null;
        }

        // Whoever takes an amount over cannot know which part of it waits.
        if (terms.Mode == RetainageTaxMode.NetTracked)
        {
            return new Refusal(
                LawReasons.TaxTermMissing,
                $"{application.Name}: the contract lets the source compute tax and asks for tracked tax on retainage. "
                    + "Only this product can track it: change who computes, or the mode."
            );
        }

        if (application.SourceTax is null)
        {
            return new Refusal(
                SharedReasons.AmountMissing,
                $"{application.Name}: the source states no tax amount, and the contract lets the source compute it. "
                    + "Enter the tax, 0 where none is due."
            );
        }

        if (terms.Mode is null && terms.Rate is not null)
        {
            return new Refusal(
                LawReasons.TaxTermMissing,
                $"{application.Name}: the contract does not say when tax on retainage is due, so the source's tax cannot be checked. "
                    + "Complete its terms."
            );
        }

        var taxable = bases.Count(document => document.IsTaxable);
        return terms.Rate is null && taxable != 1 && application.SourceTax != 0m
            ? new Refusal(
                LawReasons.TaxTermMissing,
                Sentence.Of(
                    $"{application.Name}: the contract names no tax rate, so the source's tax of ",
                    $"{Sentence.Amount(application.SourceTax.Value)} cannot be divided over {taxable} documents. Complete its terms."
                )
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

    // Under reverse charge any tax of the source is one too many, and the computation says so; otherwise it is compared here, on the whole
    // application.
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
                $"{application.Name} carries tax of {Sentence.Amount(tax)}. Oracle computes the tax of this contract: "
                    + "the amount is not sent, and is compared with Oracle's after validation."
            );
        }

        return figures;
    }

    private static TaxFigures?[] Unchecked(TaxableApplication application, TaxFigures?[] figures, List<string> warnings)
    {
        warnings.Add(
            $"{application.Name} carries tax of {Sentence.Amount(application.SourceTax!.Value)}. "
                + "The contract names no tax rate, so the amount posts unchecked."
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
        if (
            application.SourceTax is { } stated
            && Difference(application, bases, figures, refusals) is var difference
            && difference != 0m
            && refusals.IsEmpty
        )
        {
            warnings.Add(
                $"{application.Name} carries tax of {Sentence.Amount(stated)}; "
                    + $"the contract's terms give {Sentence.Amount(stated - difference)}, which differs by rounding. The amount of the terms posts."
            );
        }

        return figures;
    }

    // What the parties approved posts to the cent; the cents of rounding go to the document with the largest tax.
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
            $"{application.Name} carries tax of {Sentence.Amount(application.SourceTax!.Value)}; "
                + $"the contract's terms give {Sentence.Amount(application.SourceTax!.Value - difference)}, which differs by rounding. "
                + "The source's amount posts."
        );
        return settled;
    }

    // The source may have rounded each line, and we round each document: half a minor unit for each of them may explain a difference.
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
                $"{application.Name}: the tax {Sentence.Amount(stated)} has more decimals than {application.Currency.Code}. Correct it in the source."
            );
        }
        else if (Math.Abs(stated - given) > tolerance)
        {
            refusals.Add(
                LawReasons.TaxDiffers,
                $"{application.Name} carries tax of {Sentence.Amount(stated)}; the contract's terms give {Sentence.Amount(given)}. "
                    + "Correct the tax on the invoice, or the contract's terms of tax."
            );
        }

        return stated - given;
    }
}
