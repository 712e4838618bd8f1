using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Law.Tax;

/// <summary>
/// Tax and withholding tax of a billed application, by document. Deductions are not taxed, and nothing is withheld from them. Where Oracle computes,
/// no line is sent and the source's tax is only compared; otherwise the source's tax must match the terms, or the application is held.
/// </summary>
public static class ApplicationTax
{
    /// <summary>Computes the tax.</summary>
    /// <param name="application">The application.</param>
    public static ApplicationTaxOutcome Of(TaxableApplication application)
    {
        var refusals = new RefusalList();
        var warnings = new List<string>();
        var bases = DocumentBase.Of(application);
        var taxes = TaxAllotment.Of(application, bases, refusals, warnings);
        var withheld = WithholdingTaxAllotment.Of(application, bases, refusals);
        return refusals.First() is { } reason
            ? new ApplicationTaxOutcome.Stopped(reason, refusals.All)
            : Computed(application, taxes, withheld, warnings);
    }

    private static ApplicationTaxOutcome.Computed Computed(
        TaxableApplication application,
        IReadOnlyList<TaxFigures?> taxes,
        IReadOnlyList<WithholdingTaxFigures?> withheld,
        List<string> warnings
    )
    {
        var isOracle = application.Tax?.ComputedBy == TaxCalculator.Oracle;
        List<DocumentTax> documents =
        [
            .. application.Billed.Documents.Select(
                (document, index) =>
                    new DocumentTax
                    {
                        Document = document,
                        Tax = taxes[index],
                        Withholding = withheld[index],
                        IsTaxedByOracle = isOracle && taxes[index] is not null,
                    }
            ),
        ];
        var expected = documents.Select(document => document.Tax?.ExpectedFromOracle).ToList();
        var computed = new ApplicationTaxOutcome.Computed
        {
            Documents = documents,
            PayableBeforeTax = application.Billed.Payable,
            Tax = documents.Sum(document => document.TaxLine),
            Withheld = -documents.Sum(document => document.WithholdingLine),
            Payable = documents.Sum(document => document.Payable),
            ExpectedFromOracle = expected.Exists(amount => amount is not null) ? expected.Sum() : null,
            // A source that computes no tax shows 0.00.
            SourceTaxToCompare = isOracle && application.SourceTax is { } stated && stated != 0m ? stated : null,
            TrackedAfter = taxes.LastOrDefault(figures => figures is not null)?.TrackedAfter ?? application.TrackedBefore,
            HeldAfter = withheld.LastOrDefault(figures => figures is not null)?.HeldAfter ?? application.HeldBefore,
            Warnings = warnings,
        };
        RequireNothingLeft(application, computed);
        return computed;
    }

    private static void RequireNothingLeft(TaxableApplication application, ApplicationTaxOutcome.Computed computed)
    {
        Residual.RequireZero(
            computed.Payable,
            [application.Billed.Payable, computed.Tax, -computed.Withheld],
            "The payable amount is line 8 less deductions, plus tax, less withholding tax."
        );
        Residual.RequireZero(0m, computed.Documents.SelectMany(document => document.Journal).Select(leg => leg.Amount), "The tax journal balances.");
        Invariant.Require(Rounding.IsInMinorUnits(computed.Payable, application.Currency), "The payable amount is in minor units.");
    }
}
