using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Law.Tax;

/// <summary>The withholding of each document of an application.</summary>
internal static class WithholdingTaxAllotment
{
    /// <summary>One for each document; null where nothing is withheld from it.</summary>
    public static IReadOnlyList<WithholdingTaxFigures?> Of(TaxableApplication application, IReadOnlyList<DocumentBase> bases, RefusalList refusals)
    {
        var figures = new WithholdingTaxFigures?[bases.Count];
        if (application.Withholding is not { } terms || bases.Count == 0)
        {
            return figures;
        }

        var problems = Problems(terms, application, bases).ToList();
        refusals.Add(problems);
        var held = application.HeldBefore ?? new HeldRetention(bases[0].HeldBefore, 0m);
        for (var index = 0; index < bases.Count && problems.Count == 0; index++)
        {
            if (!bases[index].IsTaxable)
            {
                continue;
            }

            switch (WithholdingTaxComputation.Of(terms, Document(application, bases[index], held)))
            {
                case WithholdingTaxOutcome.Computed computed:
                    figures[index] = computed.Figures;
                    held = computed.Figures.HeldAfter;
                    break;
                case WithholdingTaxOutcome.Stopped stopped:
                    refusals.Add(stopped.Reason);
                    return figures;
            }
        }

        return figures;
    }

    private static IEnumerable<Refusal> Problems(WithholdingTaxTerms terms, TaxableApplication application, IReadOnlyList<DocumentBase> bases)
    {
        var moving = bases.Count(document => document.Gross != 0m);
        if (application.Materials is null && moving > 0)
        {
            yield return new Refusal(
                SharedReasons.AmountMissing,
                $"{application.Name}: the source states no direct cost of materials, which the base of withholding needs. "
                    + "Enter the materials, 0 where there are none."
            );
        }

        if (application.Materials is { } materials && !Rounding.IsInMinorUnits(materials, application.Currency))
        {
            yield return new Refusal(
                SharedReasons.AmountTooPrecise,
                $"{application.Name}: the materials {Sentence.Amount(materials)} have more decimals than {application.Currency.Code}. "
                    + "Correct them in the source."
            );
        }

        if (application.Materials is { } shared && shared != 0m && moving != 1)
        {
            yield return new Refusal(
                SharedReasons.AmountMissing,
                $"{application.Name}: materials of {Sentence.Amount(shared)} cannot be divided over {Sentence.Of($"{moving}")} "
                    + "documents that move gross. Bill them on an application of their own."
            );
        }

        if (application.HeldBefore is { } before && before.Total != bases[0].HeldBefore)
        {
            yield return new Refusal(
                SharedReasons.InputUnusable,
                $"{application.Name}: withholding has split {Sentence.Amount(before.Total)} of retention held, but the contract holds "
                    + $"{Sentence.Amount(bases[0].HeldBefore)}. Correct the split of the last posted application."
            );
        }

        if (application.HeldBefore is null && terms.Policy == WithholdingTaxPolicy.RetentionProRata && bases[0].HeldBefore != 0m)
        {
            yield return new Refusal(
                SharedReasons.AmountMissing,
                $"{application.Name}: the contract holds {Sentence.Amount(bases[0].HeldBefore)} of retention that was never split into "
                    + "labour and materials. Enter the split before tax is withheld."
            );
        }
    }

    private static WithholdingTaxDocument Document(TaxableApplication application, DocumentBase document, HeldRetention held)
    {
        var materials = document.Gross == 0m ? 0m : application.Materials!.Value;
        return new WithholdingTaxDocument
        {
            Name = document.Name,
            Currency = application.Currency,
            Labour = document.Gross - materials,
            Materials = materials,
            RetentionWithheld = document.Withheld,
            RetentionReleased = document.Released,
            HeldBefore = held,
        };
    }
}
