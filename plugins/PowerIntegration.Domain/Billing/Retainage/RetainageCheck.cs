using System;
using System.Collections.Generic;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Billing;

/// <summary>Procore's approved retainage posts; the terms check it.</summary>
public static class RetainageCheck
{
    /// <summary>Most applications whose roundings may add up; beyond it a difference is no rounding any more.</summary>
    public const int RoundedApplicationsMax = 60;

    /// <summary>
    /// What rounding alone may explain on one line. Procore rounds each period's amount on work and on stored materials, the terms round the amount to
    /// date: half a minor unit for each bucket and application, and for the terms once more.
    /// </summary>
    public static decimal Tolerance(int applicationNumber, Currency currency)
    {
        var applications = Math.Min(Math.Max(applicationNumber, 1), RoundedApplicationsMax);
        return 2 * (applications + 1) * Rounding.HalfMinorUnit(currency);
    }

    /// <summary>What the terms hold on the line to date.</summary>
    /// <param name="line">A complete line.</param>
    /// <param name="terms">Terms that work by rates on each line.</param>
    /// <param name="currency">The contract's currency.</param>
    /// <exception cref="InvariantBrokenException">The terms look at the whole contract.</exception>
    public static BucketAmounts Expected(SourceInvoiceLine line, RetainageTerms terms, Currency currency)
    {
        var rates = RateTable.Of(terms);
        Invariant.Require(rates is not null, "Received invoices are checked by rates on each line.");
        return RateTable.Held(rates[line.ProcoreLineId!], line.WorkPrevious!.Value + line.WorkThisPeriod!.Value, line.MaterialsStored!.Value, currency);
    }

    /// <summary>Refuses a line whose retainage the terms do not explain; where a person overrode it in Procore, warns.</summary>
    public static IEnumerable<Refusal> Of(SourceInvoice invoice, RetainageTerms terms, Currency currency, ICollection<string> warnings)
    {
        var tolerance = Tolerance(invoice.ApplicationNumber, currency);
        foreach (var line in invoice.Lines)
        {
            var expected = Expected(line, terms, currency).Total;
            var held = line.WorkRetainageHeld!.Value + line.StoredRetainageHeld!.Value;
            if (Math.Abs(held - expected) <= tolerance)
            {
                continue;
            }

            var sentence = $"{SourceNames.Of(invoice, line)} holds retainage {Sentence.Amount(held)}; the contract's terms give {Sentence.Amount(expected)}.";
            if (line.ManualOverride)
            {
                warnings.Add(sentence + " It was overridden in Procore, so Procore's amount posts.");
            }
            else
            {
                yield return new Refusal(ReasonCode.RetainageDiffers, sentence + " Correct the retainage in Procore or the terms of the contract.");
            }
        }
    }
}
