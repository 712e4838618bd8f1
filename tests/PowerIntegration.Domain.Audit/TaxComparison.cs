using PowerIntegration.Audit.Contracts;
using PowerIntegration.Audit.Form;
using PowerIntegration.Audit.Workload;
using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.ContractBilling;
using PowerIntegration.Domain.Law.Jurisdiction;
using PowerIntegration.Domain.Law.Tax;

namespace PowerIntegration.Domain.Audit;

/// <summary>Holds the tax of every document against the auditor, to the cent.</summary>
internal static class TaxComparison
{
    /// <summary>Compares; gives the tax that waits for retainage afterwards.</summary>
    /// <param name="tax">What the contract says of tax; none where it says nothing.</param>
    /// <param name="audited">The application with its prediction.</param>
    /// <param name="billed">What the engine billed.</param>
    /// <param name="waiting">Tax that waited before.</param>
    /// <param name="found">Takes the disagreements.</param>
    public static decimal Of(TaxSheet? tax, AuditedApplication audited, BillingOutcome.Billed billed, decimal waiting, Findings found)
    {
        // As in a preparation, nothing is taxed where nothing is sent.
        if (tax is null || audited.Prediction.Tax is not { } expected || billed.Documents.Count == 0)
        {
            return waiting;
        }

        var outcome = ApplicationTax.Of(
            new TaxableApplication
            {
                Name = "It",
                Billed = billed,
                Currency = Currency.Usd,
                Tax = new TaxTerms
                {
                    ComputedBy = tax.By switch
                    {
                        TaxedBy.Application => TaxCalculator.Source,
                        TaxedBy.Contract => TaxCalculator.Engine,
                        _ => TaxCalculator.Oracle,
                    },
                    Mode = tax.When switch
                    {
                        TaxedWhen.Earned => RetainageTaxMode.Gross,
                        TaxedWhen.Paid => RetainageTaxMode.NetDeferred,
                        _ => RetainageTaxMode.NetTracked,
                    },
                    Rate = tax.Rate is { } rate ? Cents.ToFraction(rate) : null,
                },
                SourceTax = Cents.ToMajor(audited.Application.Tax),
                IsDecidedHere = audited.Application.Rows.Count == 0,
                TrackedBefore = waiting,
            }
        );
        if (outcome is not ApplicationTaxOutcome.Computed computed)
        {
            var stopped = (ApplicationTaxOutcome.Stopped)outcome;
            found.Add(new Disagreement("tax", "computed", string.Join(" | ", stopped.All.Select(refusal => refusal.Code + ": " + refusal.Sentence))));
            return waiting;
        }

        Compare(audited, expected, billed, computed, waiting, found);
        return computed.TrackedAfter;
    }

    private static void Compare(
        AuditedApplication audited,
        TaxPrediction expected,
        BillingOutcome.Billed billed,
        ApplicationTaxOutcome.Computed computed,
        decimal waiting,
        Findings found
    )
    {
        foreach (var (amount, document) in expected.ByPaper.Zip(computed.Documents))
        {
            found.Compare("tax of the " + document.Document.Kind, amount, document.TaxLine);
        }

        var sent = Cents.ToMajor(expected.Sent);
        found.Compare("tax", expected.Sent, computed.Tax);
        found.Compare("payable with tax", audited.Prediction.Form.Line8 - audited.Prediction.Deductions + expected.Sent, computed.Payable);
        found.Compare("payable of the documents with tax", 0, computed.Documents.Sum(document => document.Payable) - billed.Payable - sent);
        found.Compare("tax that waits", expected.Waiting, computed.TrackedAfter);
        found.Compare("tax on purchases", expected.Recognized, Booked(computed, TaxAccountRole.TaxOnPurchase));
        found.Compare("tax payable", -expected.Sent, Booked(computed, TaxAccountRole.SupplierPayable));
        found.Compare("tax that Oracle must compute", expected.ByPayer ?? 0, computed.ExpectedFromOracle ?? 0m);
        var moved = computed.Documents.Any(document => document.Journal.Count > 0) ? waiting - computed.TrackedAfter : 0m;
        found.Compare("account of the tax that waits", 0, Booked(computed, TaxAccountRole.RetentionTax) - moved);
    }

    private static decimal Booked(ApplicationTaxOutcome.Computed computed, TaxAccountRole role) =>
        computed.Documents.SelectMany(document => document.Journal).Where(leg => leg.Role == role).Sum(leg => leg.Amount);
}
