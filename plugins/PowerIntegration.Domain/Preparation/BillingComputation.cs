using System;
using System.Collections.Generic;
using System.Linq;
using PowerIntegration.Domain.Billing;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Preparation;

/// <summary>The arithmetic and coding of a complete, eligible invoice.</summary>
internal static class BillingComputation
{
    /// <summary>The result; null where something was refused.</summary>
    public static BillingResult? Run(PreparationFacts facts, Currency currency, RefusalList refusals)
    {
        var warnings = new List<string>();
        var rules = new SortedSet<string>(StringComparer.Ordinal);
        var steps = Balances(facts, currency, refusals, warnings);
        var coded = MatchedLineCoding.Of(facts.Source, steps, facts.Links, facts.Mapping, refusals, rules);
        var date = AccountingDateDecision.Of(facts.Source.PeriodEnd!.Value, facts.Periods, out var noDate);
        refusals.Add(noDate);
        if (!refusals.IsEmpty || date is null)
        {
            return null;
        }

        var certificate = Certificate.Of(steps);
        Invariant.Require(
            certificate.PaymentDue == facts.Source.CertifiedPayment, "What is payable is what the header certifies, after rounding residuals and without tax.");
        var lines = MatchedInvoiceTransformation.Of(steps, certificate, coded, facts.Payables.RetainageAccount, facts.Source.ApplicationNumber);
        return new BillingResult(certificate, lines, date, rules, warnings);
    }

    private static IReadOnlyList<LineStep> Balances(PreparationFacts facts, Currency currency, RefusalList refusals, List<string> warnings)
    {
        var source = facts.Source;
        var steps = ContractSteps.Of(source, facts.Ledger);
        refusals.Add(CertificateCheck.Lines(source));
        refusals.Add(CertificateCheck.Header(source, currency));
        refusals.Add(CertificateCheck.Previous(source, steps, currency, warnings));
        refusals.Add(SupportedKind.Of(source, steps, facts.Contract.Terms, currency));
        refusals.Add(RetainageCheck.Of(source, facts.Contract.Terms, currency, warnings));
        return refusals.IsEmpty ? WithHeaderResidual(facts, steps, warnings) : steps;
    }

    private static IReadOnlyList<LineStep> WithHeaderResidual(PreparationFacts facts, IReadOnlyList<LineStep> steps, List<string> warnings)
    {
        var gross = facts.Source.GrossToDate!.Value - facts.Source.Lines.Sum(line => line.CompletedToDate!.Value);
        var retainage = facts.Source.RetainageToDate!.Value - facts.Source.Lines.Sum(line => line.WorkRetainageHeld!.Value + line.StoredRetainageHeld!.Value);
        Note(warnings, "total completed and stored to date", gross);
        Note(warnings, "total retainage", retainage);
        return HeaderResidual.GiveRetainage(HeaderResidual.GiveGross(steps, gross), retainage);
    }

    private static void Note(List<string> warnings, string field, decimal residual)
    {
        if (residual != 0m)
        {
            warnings.Add($"The header's {field} differs from its lines by {Sentence.Amount(residual)}; the header rules and the largest line took the difference.");
        }
    }
}
