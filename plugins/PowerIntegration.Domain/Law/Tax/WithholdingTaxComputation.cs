using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.Law.Reasons;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Law.Tax;

/// <summary>Tax withheld from a supplier's payment, such as under the Construction Industry Scheme. Rounded once per document.</summary>
public static class WithholdingTaxComputation
{
    /// <summary>Computes or expects the withholding, as the terms say.</summary>
    /// <param name="terms">The contract's terms and the supplier's verified rate.</param>
    /// <param name="document">The amounts, already in minor units.</param>
    public static WithholdingTaxOutcome Of(WithholdingTaxTerms terms, WithholdingTaxDocument document)
    {
        RequireAmounts(document);
        if (Missing(terms, document) is { } what)
        {
            return Stopped(LawReasons.TaxTermMissing, $"{document.Name}: {what}. Complete the contract's terms of withholding.");
        }

        var held = Hold(terms.Policy!.Value, document);
        var materials =
            terms.Policy == WithholdingTaxPolicy.MaterialsInFull
                ? document.Materials
                : document.Materials - (held.Materials - document.HeldBefore.Materials);
        var taxBase = document.Payment - materials;

        // A payment that does not cover its materials has no base that any rule read so far describes. A credit takes back with the sign of its
        // payment.
        if ((document.Payment >= 0m && taxBase < 0m) || (document.Payment < 0m && taxBase > 0m))
        {
            return Stopped(
                LawReasons.WithholdingBaseNegative,
                $"{document.Name} pays {Sentence.Amount(document.Payment)} with materials of {Sentence.Amount(materials)}, so nothing "
                    + "is left to withhold from. Decide the base by hand, or correct the materials."
            );
        }

        var withheld = Rounding.ToMinorUnit(taxBase * terms.Rate!.Value, document.Currency);
        var figures = Booked(document, materials, withheld, held);
        return new WithholdingTaxOutcome.Computed(terms.ComputedBy == TaxCalculator.Oracle ? Expected(figures) : figures);
    }

    private static void RequireAmounts(WithholdingTaxDocument document)
    {
        foreach (
            var amount in new[]
            {
                document.Labour,
                document.Materials,
                document.RetentionWithheld,
                document.RetentionReleased,
                document.HeldBefore.Total,
            }
        )
        {
            Invariant.Require(Rounding.IsInMinorUnits(amount, document.Currency), "Withholding is computed on amounts in minor units.");
        }

        Invariant.Require(
            document.RetentionReleased <= document.HeldBefore.Total + document.RetentionWithheld,
            "A release does not exceed what is held."
        );
    }

    private static string? Missing(WithholdingTaxTerms terms, WithholdingTaxDocument document)
    {
        if (terms.ComputedBy is not (TaxCalculator.Oracle or TaxCalculator.Engine))
        {
            return "withholding is computed by Oracle or by this product; the contract names neither";
        }

        if (terms.Policy is null)
        {
            return "the contract does not say how materials and retention meet in the base";
        }

        if (terms.Rate is not { } rate)
        {
            return "the supplier's rate has not been verified";
        }

        if (rate is < 0m or > 1m)
        {
            return $"the supplier's rate is {Sentence.Amount(rate)}, which is no fraction between 0 and 1";
        }

        return Unsplittable(terms.Policy.Value, document);
    }

    private static string? Unsplittable(WithholdingTaxPolicy policy, WithholdingTaxDocument document)
    {
        if (document.Labour * document.Materials < 0m)
        {
            return $"labour of {Sentence.Amount(document.Labour)} and materials of {Sentence.Amount(document.Materials)} have opposite signs "
                + "and need a document each";
        }

        return policy == WithholdingTaxPolicy.RetentionProRata && document is { RetentionWithheld: not 0m, Labour: 0m, Materials: 0m }
            ? $"retention of {Sentence.Amount(document.RetentionWithheld)} is withheld with neither labour nor materials to spread it over"
            : null;
    }

    // What is held of labour and of materials after the document, so that materials held back are taken off in the document that pays them.
    private static HeldRetention Hold(WithholdingTaxPolicy policy, WithholdingTaxDocument document)
    {
        var before = document.HeldBefore;
        if (policy == WithholdingTaxPolicy.MaterialsInFull)
        {
            return before with { Labour = before.Labour + document.RetentionWithheld - document.RetentionReleased };
        }

        var withheld = Share(document.RetentionWithheld, Math.Abs(document.Labour), Math.Abs(document.Materials), document.Currency);
        var held = new HeldRetention(before.Labour + withheld.Labour, before.Materials + withheld.Materials);
        var released = Share(document.RetentionReleased, held.Labour, held.Materials, document.Currency);
        return new HeldRetention(held.Labour - released.Labour, held.Materials - released.Materials);
    }

    private static HeldRetention Share(decimal amount, decimal labour, decimal materials, Currency currency)
    {
        if (amount == 0m)
        {
            return default;
        }

        var shares = Allocation.ByWeight(new Money(amount, currency), [labour, materials]);
        return new HeldRetention(shares[0].Amount, shares[1].Amount);
    }

    private static WithholdingTaxFigures Booked(WithholdingTaxDocument document, decimal materials, decimal withheld, HeldRetention held)
    {
        Residual.RequireZero(
            document.HeldBefore.Total + document.RetentionWithheld - document.RetentionReleased,
            [held.Labour, held.Materials],
            "Retention held is split without loss."
        );
        return new WithholdingTaxFigures
        {
            Payment = document.Payment,
            Materials = materials,
            Base = document.Payment - materials,
            Withheld = withheld,
            Cash = document.Payment - withheld,
            HeldAfter = held,
            Journal = withheld == 0m ? [] : [new(TaxAccountRole.SupplierPayable, withheld), new(TaxAccountRole.WithholdingPayable, -withheld)],
        };
    }

    private static WithholdingTaxFigures Expected(WithholdingTaxFigures figures) =>
        figures with
        {
            ExpectedFromOracle = figures.Withheld,
            Withheld = 0m,
            Cash = figures.Payment,
            Journal = [],
        };

    private static WithholdingTaxOutcome.Stopped Stopped(ReasonCode code, string sentence) => new(new Refusal(code, sentence));
}
