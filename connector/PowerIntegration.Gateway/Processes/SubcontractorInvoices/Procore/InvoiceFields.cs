using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Gateway.Procore.Wire;

namespace PowerIntegration.Gateway.Processes.SubcontractorInvoices.Procore;

/// <summary>Reads single fields of one record and refuses by name. What is missing is null; what is there must be readable.</summary>
/// <param name="Record">The record as a person finds it, such as <c>Subcontractor invoice 1280646, line 3</c>.</param>
internal sealed record InvoiceFields(string Record)
{
    private const int AmountTextMax = 28;
    private const int QuotedLengthMax = 60;

    /// <summary>The amount in the major unit, or null where Procore sent none.</summary>
    public decimal? Amount(string field, WireAmount wire)
    {
        if (string.IsNullOrWhiteSpace(wire.Text))
        {
            return null;
        }

        // A decimal holds 28 digits; the parser would round more of them away without a word.
        if (
            wire.Text.Length > AmountTextMax
            || !decimal.TryParse(
                wire.Text,
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var amount
            )
        )
        {
            throw Unreadable(ProblemCatalog.AmountUnreadable, field, wire.Text, "which is not an amount");
        }

        if (!AmountLimit.Holds(amount))
        {
            throw Unreadable(ProblemCatalog.AmountUnreadable, field, wire.Text, $"but amounts go up to {Sentence.Amount(AmountLimit.Max)}");
        }

        if (decimal.Round(amount, 2) != amount)
        {
            throw Unreadable(ProblemCatalog.AmountUnreadable, field, wire.Text, "which has more than two decimals");
        }

        return amount;
    }

    /// <summary>The day, or null where Procore sent none.</summary>
    public CalendarDate? Date(string field, string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        return NamedDay.TryRead(text, out var date, out var problem) ? date : throw Unreadable(ProblemCatalog.FieldUnreadable, field, text, problem);
    }

    /// <summary>The id as text.</summary>
    public string RequiredId(string field, long? id) => id is { } value ? value.ToString(CultureInfo.InvariantCulture) : throw Missing(field);

    /// <summary>The text, which may not be empty.</summary>
    public string RequiredText(string field, string? text) => string.IsNullOrEmpty(text) ? throw Missing(field) : text;

    /// <summary>
    /// The text, or null where Procore sent none or only blanks; refuses what does not fit its column, because a shortened text would look complete.
    /// </summary>
    public string? Text(string field, string? text, int lengthMax)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        return text.Length <= lengthMax
            ? text
            : throw Unreadable(ProblemCatalog.FieldUnreadable, field, text, $"which is longer than {lengthMax} characters");
    }

    /// <summary>The number, which may not be missing.</summary>
    public int RequiredNumber(string field, int? number) => number ?? throw Missing(field);

    private IntegrationException Missing(string field) =>
        new(ProblemCatalog.FieldUnreadable, $"{Record}: {field} is missing. Open the invoice in Procore, fill it in and save it.");

    private IntegrationException Unreadable(ProblemKind kind, string field, string value, string what) =>
        new(kind, $"{Record}: {field} is '{Sentence.Fit(value, QuotedLengthMax)}', {what}. Correct it in Procore and save the invoice again.");
}
