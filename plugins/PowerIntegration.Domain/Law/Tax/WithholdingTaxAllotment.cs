using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Law.Tax;

/// <summary>The withholding tax of each document of an application.</summary>
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
                $"{application.Name}: the direct cost of materials, which withholding tax needs, is missing. "
                    + "Enter the materials, or 0.00 if there are none."
            );
        }

        if (application.Materials is { } materials && !Rounding.IsInMinorUnits(materials, application.Currency))
        {
            yield return new Refusal(
                SharedReasons.AmountTooPrecise,
                $"{application.Name}: materials of {new Money(materials, application.Currency)} have more decimal places than "
                    + $"{application.Currency.Code} allows. Correct the amount."
            );
        }

        if (application.Materials is { } shared && shared != 0m && moving != 1)
        {
            yield return new Refusal(
                SharedReasons.AmountMissing,
                $"{application.Name}: materials of {new Money(shared, application.Currency)} cannot be divided over "
                    + $"{Sentence.Count(moving, "document")} with gross amounts. Bill them on a separate application."
            );
        }

        if (application.HeldBefore is { } before && before.Total != bases[0].HeldBefore)
        {
            yield return new Refusal(
                SharedReasons.InputUnusable,
                $"{application.Name}: the split into labor and materials covers {new Money(before.Total, application.Currency)} of retainage, but "
                    + $"{new Money(bases[0].HeldBefore, application.Currency)} is held. Ask the controller to correct the split of the last "
                    + "posted application."
            );
        }

        if (application.HeldBefore is null && terms.Policy == WithholdingTaxPolicy.RetentionProRata && bases[0].HeldBefore != 0m)
        {
            yield return new Refusal(
                SharedReasons.AmountMissing,
                $"{application.Name}: {new Money(bases[0].HeldBefore, application.Currency)} of retainage is held without a split into "
                    + "labor and materials. Ask the controller to enter the split."
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
            Labor = document.Gross - materials,
            Materials = materials,
            RetentionWithheld = document.Withheld,
            RetentionReleased = document.Released,
            HeldBefore = held,
        };
    }
}
