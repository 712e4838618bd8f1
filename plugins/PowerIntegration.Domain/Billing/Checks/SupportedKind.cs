using System.Collections.Generic;
using System.Linq;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Billing;

/// <summary>Names the cases that need a document which is not built: they are held, never computed silently.</summary>
public static class SupportedKind
{
    /// <summary>Finds tax, decreases, releases and payables below zero.</summary>
    public static IEnumerable<Refusal> Of(SourceInvoice invoice, IReadOnlyList<LineStep> steps, RetainageTerms terms, Currency currency)
    {
        var name = SourceNames.Of(invoice);
        if (invoice.TaxAmount!.Value != 0m)
        {
            yield return Held($"{name} carries tax of {Sentence.Amount(invoice.TaxAmount.Value)}; tax lines are not built.");
        }

        foreach (var step in steps.Where(step => step.Source is not null))
        {
            var line = SourceNames.Of(invoice, step.Source!);
            if (step.Movement.Gross < 0m)
            {
                yield return Held($"{line} moves by {Sentence.Amount(step.Movement.Gross)}; lines that take back are not built.");
            }
            else if (IsRelease(invoice, step, terms, currency))
            {
                yield return Held($"{line} releases retainage of {Sentence.Amount(-step.Movement.Retainage.Total)}; releases are not built.");
            }
        }

        if (steps.Sum(step => step.Movement.Payable) is var payable && payable <= 0m)
        {
            yield return Held($"{name} comes to a payable of {Sentence.Amount(payable)}; only payables above zero become an invoice, credits and zero documents are not built.");
        }

        if (steps.Sum(step => step.Movement.Retainage.Total) is var retainage && retainage < 0m)
        {
            yield return Held($"{name} lowers the retainage held by {Sentence.Amount(-retainage)}; release lines are not built.");
        }
    }

    // Retainage may fall without a release where the terms hold less on installed work than on stored materials.
    private static bool IsRelease(SourceInvoice invoice, LineStep step, RetainageTerms terms, Currency currency) =>
        step.Movement.Retainage.Total < 0m
        && step.After.Retainage.Total
            < RetainageCheck.Expected(step.Source!, terms, currency).Total - RetainageCheck.Tolerance(invoice.ApplicationNumber, currency);

    private static Refusal Held(string sentence) =>
        new(ReasonCode.DocumentKindNotSupported, sentence + " Enter this application in Oracle by hand, or wait for the next release of this product.");
}
