using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.ContractBilling;
using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;

/// <summary>Whether Procore said everything that the arithmetic needs. Nothing is assumed: missing is not zero.</summary>
public static class SourceCompleteness
{
    /// <summary>Finds every line, date and amount that is missing or unusable.</summary>
    public static IEnumerable<Refusal> Of(SourceInvoice invoice, Currency currency) =>
        Lines(invoice).Concat(Dates(invoice)).Concat(Amounts(invoice, currency));

    private static IEnumerable<Refusal> Lines(SourceInvoice invoice)
    {
        var name = SourceNames.Of(invoice);
        if (invoice.Lines.Count == 0)
        {
            yield return new Refusal(DocumentReasons.LinesMissing, $"{name} has no lines. Add its schedule of values lines in Procore.");
        }

        if (invoice.Lines.Count > BillingEngine.LinesMax)
        {
            yield return new Refusal(
                DocumentReasons.TooManyLines,
                Sentence.Of(
                    $"{name} has {invoice.Lines.Count} lines; a document can have at most {BillingEngine.LinesMax}. ",
                    $"Bill the other lines on another commitment."
                )
            );
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in invoice.Lines)
        {
            if (string.IsNullOrEmpty(line.ProcoreLineId))
            {
                yield return new Refusal(
                    DocumentReasons.LineIdMissing,
                    $"{SourceNames.Of(invoice, line)} has no schedule of values line. Link it in Procore."
                );
            }
            else if (!seen.Add(line.ProcoreLineId!))
            {
                yield return new Refusal(
                    DocumentReasons.LineRepeated,
                    $"{SourceNames.Of(invoice, line)} repeats schedule of values line {line.ProcoreLineId}. " + "Remove one of the lines in Procore."
                );
            }
        }
    }

    private static IEnumerable<Refusal> Dates(SourceInvoice invoice)
    {
        if (invoice.PeriodEnd is null)
        {
            yield return MissingDate(invoice, "end of the billing period");
        }

        if (invoice.BillingDate is null)
        {
            yield return MissingDate(invoice, "billing date (billing_date)");
        }
    }

    private static Refusal MissingDate(SourceInvoice invoice, string field) =>
        new(DocumentReasons.DateMissing, $"{SourceNames.Of(invoice)} has no {field}. Enter it in Procore.");

    private static IEnumerable<Refusal> Amounts(SourceInvoice invoice, Currency currency)
    {
        var header = SourceFields.OfHeader(invoice).Select(field => Check(SourceNames.Of(invoice), field, currency));
        var lines = invoice.Lines.SelectMany(line =>
            SourceFields.OfLine(line).Select(field => Check(SourceNames.Of(invoice, line), field, currency))
        );
        return header.Concat(lines).OfType<Refusal>();
    }

    private static Refusal? Check(string subject, SourceField field, Currency currency)
    {
        if (field.Amount is not { } amount)
        {
            return new Refusal(
                SharedReasons.AmountMissing,
                $"{subject}: {field.Name} is missing. A missing amount is not treated as zero. "
                    + "Enter the amount in Procore, or retry the document to read it again."
            );
        }

        return Rounding.IsInMinorUnits(amount, currency)
            ? null
            : new Refusal(
                SharedReasons.AmountTooPrecise,
                $"{subject}: {field.Name} is {Sentence.Amount(amount)}, which has more decimals than {currency.Code} allows. "
                    + "Correct the amount in Procore."
            );
    }
}
