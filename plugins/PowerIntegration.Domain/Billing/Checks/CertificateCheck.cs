using System.Collections.Generic;
using System.Linq;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Billing;

/// <summary>Whether the application that was received agrees with itself and with what was posted. The invoice is complete.</summary>
public static class CertificateCheck
{
    /// <summary>Checks every line: it adds up, stored materials are not negative, it is not billed beyond its value.</summary>
    public static IEnumerable<Refusal> Lines(SourceInvoice invoice)
    {
        foreach (var line in invoice.Lines)
        {
            var name = SourceNames.Of(invoice, line);
            decimal gross = line.CompletedToDate!.Value, scheduled = line.ScheduledValue!.Value;
            var sum = line.WorkPrevious!.Value + line.WorkThisPeriod!.Value + line.MaterialsStored!.Value;
            if (line.MaterialsStored < 0m)
            {
                yield return new Refusal(
                    ReasonCode.StoredNegative, $"{name} has stored materials of {Sentence.Amount(line.MaterialsStored.Value)}. A balance cannot be below zero; correct it in Procore.");
            }

            if (sum != gross)
            {
                yield return new Refusal(
                    ReasonCode.LineDoesNotAddUp,
                    $"{name}: previous work, work this period and stored materials make {Sentence.Amount(sum)}, but the total to date is {Sentence.Amount(gross)}. Correct the line in Procore.");
            }

            // A deductive line has a negative value and is billed below zero.
            var isOverbilled = scheduled >= 0m ? gross > scheduled : gross < scheduled;
            if (isOverbilled)
            {
                yield return new Refusal(
                    ReasonCode.Overbilled,
                    $"{name} is billed {Sentence.Amount(gross)} of a scheduled value of {Sentence.Amount(scheduled)}. Reduce the line, or approve the change order first.");
            }
        }
    }

    /// <summary>Checks the header against the lines, within rounding, and against itself, exactly.</summary>
    public static IEnumerable<Refusal> Header(SourceInvoice invoice, Currency currency)
    {
        var lines = invoice.Lines;
        var sums = new[]
        {
            new SourceField("contract sum to date", invoice.ContractSumToDate - lines.Sum(line => line.ScheduledValue)),
            new SourceField("total completed and stored to date", invoice.GrossToDate - lines.Sum(line => line.CompletedToDate)),
            new SourceField("total retainage", invoice.RetainageToDate - lines.Sum(line => line.WorkRetainageHeld + line.StoredRetainageHeld)),
        };
        foreach (var field in sums.Where(field => !HeaderResidual.IsRounding(field.Amount!.Value, lines.Count, currency)))
        {
            yield return new Refusal(
                ReasonCode.CertificateDoesNotAddUp,
                $"{SourceNames.Of(invoice)}: the header's {field.Name} differs from the sum of the lines by {Sentence.Amount(field.Amount!.Value)}. Correct the invoice in Procore.");
        }

        var due = invoice.GrossToDate!.Value - invoice.RetainageToDate!.Value - invoice.PreviousCertificates!.Value + invoice.TaxAmount!.Value;
        if (due != invoice.CertifiedPayment!.Value)
        {
            yield return new Refusal(
                ReasonCode.CertificateDoesNotAddUp,
                $"{SourceNames.Of(invoice)}: the current payment due is {Sentence.Amount(invoice.CertifiedPayment.Value)}, but the header's other lines make {Sentence.Amount(due)}. Correct the invoice in Procore.");
        }
    }

    /// <summary>
    /// Checks Procore's previous application against the base. A line may differ by the residual that a header once gave it; the header not at all.
    /// </summary>
    public static IEnumerable<Refusal> Previous(SourceInvoice invoice, IReadOnlyList<LineStep> steps, Currency currency, ICollection<string> warnings)
    {
        foreach (var step in steps.Where(step => step.Source is not null))
        {
            var difference = step.Source!.CompletedPrevious!.Value - step.Before.Gross;
            var sentence = $"{SourceNames.Of(invoice, step.Source)}: Procore's previous total is {Sentence.Amount(step.Source.CompletedPrevious.Value)}, posted is {Sentence.Amount(step.Before.Gross)}.";
            if (difference != 0m && HeaderResidual.IsRounding(difference, invoice.Lines.Count, currency))
            {
                warnings.Add(sentence + " The difference is a rounding residual.");
            }
            else if (difference != 0m)
            {
                yield return new Refusal(ReasonCode.PreviousDiffers, sentence + " Find what changed after posting; a controller decides on a correction.");
            }
        }

        var posted = steps.Sum(step => step.Before.EarnedLessRetainage);
        if (invoice.PreviousCertificates!.Value != posted)
        {
            yield return new Refusal(
                ReasonCode.PreviousDiffers,
                $"{SourceNames.Of(invoice)}: previous certificates are {Sentence.Amount(invoice.PreviousCertificates.Value)}, posted is {Sentence.Amount(posted)}. Find what changed after posting; a controller decides on a correction.");
        }
    }
}
