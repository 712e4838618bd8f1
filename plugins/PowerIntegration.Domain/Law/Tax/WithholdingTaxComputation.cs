using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Law.Reasons;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Law.Tax;

/// <summary>Tax withheld from a vendor's payment, such as under the Construction Industry Scheme. Rounded once per document.</summary>
public static class WithholdingTaxComputation
{
    /// <summary>Computes the withholding tax, or expects it from Oracle, as the terms state.</summary>
    /// <param name="terms">The terms, with the vendor's verified rate.</param>
    /// <param name="document">The amounts, already in minor units.</param>
    public static WithholdingTaxOutcome Of(WithholdingTaxTerms terms, WithholdingTaxDocument document)
    {
        RequireAmounts(document);
        if ((Fault(terms, document.Name)?.Refusal ?? Unsplittable(terms.Policy!.Value, document)) is { } refusal)
        {
            return new WithholdingTaxOutcome.Stopped(refusal);
        }

        var held = Hold(terms.Policy!.Value, document);
        var materials =
            terms.Policy == WithholdingTaxPolicy.MaterialsInFull
                ? document.Materials
                : document.Materials - (held.Materials - document.HeldBefore.Materials);
        var taxBase = document.Payment - materials;

        // No known rule defines a base for a payment that does not cover its materials. A credit has the sign of its payment.
        if ((document.Payment >= 0m && taxBase < 0m) || (document.Payment < 0m && taxBase > 0m))
        {
            return Stopped(
                LawReasons.WithholdingBaseNegative,
                $"{document.Name} pays {new Money(document.Payment, document.Currency)} but has materials of "
                    + $"{new Money(materials, document.Currency)}, so there is no amount to withhold tax from. "
                    + "Correct the materials, or ask the controller to decide."
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
                document.Labor,
                document.Materials,
                document.RetentionWithheld,
                document.RetentionReleased,
                document.HeldBefore.Total,
            }
        )
        {
            Invariant.Require(Rounding.IsInMinorUnits(amount, document.Currency), "Withholding tax is computed on amounts in minor units.");
        }

        Invariant.Require(
            document.RetentionReleased <= document.HeldBefore.Total + document.RetentionWithheld,
            "A release does not exceed what is held."
        );
    }

    /// <summary>What is missing in the terms, whatever is paid; null where nothing is.</summary>
    /// <param name="terms">The terms.</param>
    /// <param name="name">How the sentence begins.</param>
    internal static TermsFault? Fault(WithholdingTaxTerms terms, string name) =>
        terms.ComputedBy is not (TaxCalculator.Oracle or TaxCalculator.Engine)
            ? Fault(name, "the terms do not state whether Oracle or PowerIntegration calculates withholding tax", ContractTerm.WithholdingCalculator)
        : terms.Policy is null ? Fault(name, "the terms do not state how materials and retainage affect the base", ContractTerm.WithholdingPolicy)
        : terms.Rate is not { } rate ? Fault(name, "the vendor's rate has not been verified", ContractTerm.WithholdingRate)
        : rate is < 0m or > 1m
            ? Fault(name, $"the vendor's rate is {Sentence.Amount(rate)}, which is not a fraction from 0 to 1", ContractTerm.WithholdingRate)
        : null;

    private static TermsFault Fault(string name, string what, ContractTerm term) => new(Incorrect(name, what), [term]);

    private static Refusal Incorrect(string name, string what) =>
        new(LawReasons.TaxTermMissing, $"{name}: {what}. Ask the controller to correct the withholding tax terms or amounts.");

    private static Refusal? Unsplittable(WithholdingTaxPolicy policy, WithholdingTaxDocument document)
    {
        if (document.Labor * document.Materials < 0m)
        {
            return Incorrect(
                document.Name,
                $"labor of {new Money(document.Labor, document.Currency)} and materials of "
                    + $"{new Money(document.Materials, document.Currency)} have opposite signs and need separate documents"
            );
        }

        return policy == WithholdingTaxPolicy.RetentionProRata && document is { RetentionWithheld: not 0m, Labor: 0m, Materials: 0m }
            ? Incorrect(
                document.Name,
                $"retainage of {new Money(document.RetentionWithheld, document.Currency)} is withheld without labor or materials to divide it over"
            )
            : null;
    }

    // Retainage on labor and on materials after the document, so that withheld materials are deducted in the document that pays them.
    private static HeldRetention Hold(WithholdingTaxPolicy policy, WithholdingTaxDocument document)
    {
        var before = document.HeldBefore;
        if (policy == WithholdingTaxPolicy.MaterialsInFull)
        {
            return before with { Labor = before.Labor + document.RetentionWithheld - document.RetentionReleased };
        }

        var withheld = Share(document.RetentionWithheld, Math.Abs(document.Labor), Math.Abs(document.Materials), document.Currency);
        var held = new HeldRetention(before.Labor + withheld.Labor, before.Materials + withheld.Materials);
        var released = Share(document.RetentionReleased, held.Labor, held.Materials, document.Currency);
        return new HeldRetention(held.Labor - released.Labor, held.Materials - released.Materials);
    }

    private static HeldRetention Share(decimal amount, decimal labor, decimal materials, Currency currency)
    {
        if (amount == 0m)
        {
            return default;
        }

        var shares = Allocation.ByWeight(new Money(amount, currency), [labor, materials]);
        return new HeldRetention(shares[0].Amount, shares[1].Amount);
    }

    private static WithholdingTaxFigures Booked(WithholdingTaxDocument document, decimal materials, decimal withheld, HeldRetention held)
    {
        Residual.RequireZero(
            document.HeldBefore.Total + document.RetentionWithheld - document.RetentionReleased,
            [held.Labor, held.Materials],
            "The split of retainage held adds up."
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
