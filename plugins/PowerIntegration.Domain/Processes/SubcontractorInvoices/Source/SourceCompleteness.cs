using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.ContractBilling;
using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Law.Tax;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;

/// <summary>Whether Procore said everything that the arithmetic needs. Nothing is assumed: missing is not zero.</summary>
public static class SourceCompleteness
{
    /// <summary>Finds every line, date and amount that is missing or unusable.</summary>
    /// <param name="invoice">The invoice.</param>
    /// <param name="currency">The commitment's currency.</param>
    /// <param name="tax">Its tax terms: where tax is not taken from the source, the source need not state it.</param>
    public static IEnumerable<Refusal> Of(SourceInvoice invoice, Currency currency, TaxTerms? tax = null) =>
        Lines(invoice).Concat(Dates(invoice)).Concat(Amounts(invoice, currency, IsTaxRequired(invoice, tax)));

    private static bool IsTaxRequired(SourceInvoice invoice, TaxTerms? tax) =>
        invoice.TaxAmount is not null || !(tax is { ComputedBy: TaxCalculator.Engine or TaxCalculator.Oracle } or { IsReverseCharge: true });

    private static IEnumerable<Refusal> Lines(SourceInvoice invoice)
    {
        var name = SourceNames.Of(invoice);
        var count = SourceBreakdown.Count(invoice);
        if (invoice.Lines.Count == 0)
        {
            yield return new Refusal(DocumentReasons.LinesMissing, $"{name} has no lines. Add its schedule of values lines in Procore.");
        }

        if (count > BillingEngine.LinesMax)
        {
            yield return new Refusal(
                DocumentReasons.TooManyLines,
                Sentence.Of(
                    $"{name} has {count} lines; a document can have at most {BillingEngine.LinesMax}. ",
                    $"Bill the other lines on another commitment."
                )
            );
        }

        foreach (var line in invoice.Lines.Where(line => string.IsNullOrEmpty(line.ProcoreLineId)))
        {
            yield return new Refusal(
                DocumentReasons.LineIdMissing,
                SourceBreakdown.IsDetail(line)
                    ? $"{SourceNames.Of(invoice, line)} is a line of the subcontractor's own breakdown, and Procore does not say to which "
                        + "schedule of values line it belongs. Bill the commitment line itself in Procore, or link the breakdown to it."
                    : $"{SourceNames.Of(invoice, line)} has no schedule of values line. Link it in Procore."
            );
        }

        foreach (var refusal in SourceBreakdown.Problems(invoice))
        {
            yield return refusal;
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

    private static IEnumerable<Refusal> Amounts(SourceInvoice invoice, Currency currency, bool isTaxRequired)
    {
        var fields = isTaxRequired ? [.. SourceFields.OfHeader(invoice), SourceFields.Tax(invoice)] : SourceFields.OfHeader(invoice);
        var header = fields.Select(field => Check(SourceNames.Of(invoice), field, currency));
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
