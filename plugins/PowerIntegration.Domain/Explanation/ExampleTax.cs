using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.ContractBilling;
using PowerIntegration.Domain.Law.Tax;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Versions;

namespace PowerIntegration.Domain.Explanation;

/// <summary>Tax of the worked example, application by application. Where only an invoice states the tax, there is none to show.</summary>
internal sealed class ExampleTax
{
    private static readonly ExampleTaxFigures None = new(null, null, []);

    private readonly TermsVersion version;
    private decimal tracked;
    private HeldRetention? held;

    public ExampleTax(TermsVersion version) => this.version = version;

    /// <summary>The tax of the next application.</summary>
    /// <param name="number">Application number.</param>
    /// <param name="billed">The application, before tax.</param>
    public ExampleTaxFigures Of(int number, BillingOutcome.Billed billed)
    {
        var tax = version.Tax is { Rate: not null } known ? known : null;
        if ((tax is null && version.Withholding is null) || !Currency.TryFind(version.Terms.Currency ?? "", out var currency))
        {
            return None;
        }

        return ApplicationTax.Of(
            new TaxableApplication
            {
                Name = Sentence.Of($"Application {number}"),
                Billed = billed,
                Currency = currency,
                Tax = tax,
                Withholding = version.Withholding,
                IsDecidedHere = true,
                Materials = 0m,
                TrackedBefore = tracked,
                HeldBefore = held,
            }
        ) switch
        {
            ApplicationTaxOutcome.Computed computed => Shown(tax, computed),
            ApplicationTaxOutcome.Stopped stopped => None with { Remarks = [stopped.Reason.Sentence] },
            _ => throw new InvariantBrokenException("Every outcome of the tax is answered."),
        };
    }

    private ExampleTaxFigures Shown(TaxTerms? tax, ApplicationTaxOutcome.Computed computed)
    {
        tracked = computed.TrackedAfter;
        held = computed.HeldAfter;
        return new ExampleTaxFigures(
            tax is null ? null : computed.ExpectedFromOracle ?? computed.Tax,
            version.Withholding?.ComputedBy == TaxCalculator.Engine ? computed.Withheld : null,
            computed.Warnings
        );
    }
}
