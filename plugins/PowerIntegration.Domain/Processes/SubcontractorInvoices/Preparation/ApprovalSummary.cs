using System.Text;
using PowerIntegration.Domain.ContractBilling;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.Documents.Preparing;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;

/// <summary>
/// What someone who approves sees first: the lines of the certificate, the documents, the lines that move most, and where the rest is. Markdown.
/// </summary>
public static class ApprovalSummary
{
    /// <summary>Most lines that are listed.</summary>
    public const int LinesMax = 10;

    private const int DescriptionMax = 80;

    /// <summary>Words the summary.</summary>
    /// <param name="invoice">What is frozen.</param>
    /// <param name="billed">What was billed.</param>
    /// <param name="title">Commitment, what is billed or reversed, and vendor.</param>
    /// <param name="address">Address of the document in the app; empty where there is none.</param>
    public static string Of(PreparedInvoice invoice, BillingOutcome.Billed billed, string title, string address)
    {
        var text = new StringBuilder();
        text.AppendLine(Plain($"**{Escaped(title)}: {Sentence.Amount(invoice.PayableAmount)} {invoice.Currency}**"));
        text.AppendLine();
        Header(text, billed);
        Payable(text, invoice, billed);
        Documents(text, invoice);
        Lines(text, billed.Lines);
        foreach (var warning in billed.Warnings.Take(LinesMax))
        {
            text.AppendLine("- Check: " + Escaped(warning.Sentence));
        }

        // A list ends where a line is empty.
        text.AppendLine()
            .AppendLine(
                Plain($"Posts on {invoice.AccountingDate}")
                    + (invoice.AccountingDateRolled ? ", because the period in which the application ends is closed." : ".")
            );

        // However much there is to say, the way to the rest is never cut.
        var link = address.Length == 0 ? "" : Plain($"\n[Every line, certificate and proof]({address})\n");
        return Sentence.Fit(text.ToString(), PreparationTexts.SummaryLengthMax - link.Length) + link;
    }

    private static void Header(StringBuilder text, BillingOutcome.Billed billed)
    {
        text.AppendLine("| Certificate | before | with this |").AppendLine("|---|--:|--:|");
        Row(text, "3 Contract sum to date", billed.Before.ContractSumToDate, billed.After.ContractSumToDate);
        Row(text, "4 Completed and stored to date", billed.Before.GrossToDate, billed.After.GrossToDate);
        Row(text, "5 Retainage", billed.Before.Retainage.Total, billed.After.Retainage.Total);
        Row(text, "6 Earned less retainage", billed.Before.EarnedLessRetainage, billed.After.EarnedLessRetainage);
        Row(text, "7 Previous certificates", billed.Before.PreviousCertificates, billed.After.PreviousCertificates);
        Row(text, "8 Current payment due", billed.Before.PaymentDue, billed.After.PaymentDue);
        Row(text, "9 Balance to finish", billed.Before.BalanceToFinish, billed.After.BalanceToFinish);
        text.AppendLine();
    }

    private static void Row(StringBuilder text, string name, decimal before, decimal after) =>
        text.AppendLine(Plain($"| {name} | {Sentence.Amount(before)} | {Sentence.Amount(after)} |"));

    // Why what is paid is not line 8, where it is not.
    private static void Payable(StringBuilder text, PreparedInvoice invoice, BillingOutcome.Billed billed)
    {
        decimal due = billed.After.PaymentDue,
            moved = invoice.PayableAmount - due;
        if (moved != 0m)
        {
            text.AppendLine(
                Plain($"Payable is line 8 of {Sentence.Amount(due)} with {Sentence.Amount(moved)} of deductions, tax, and withholding tax.")
            );
            text.AppendLine();
        }
    }

    private static void Documents(StringBuilder text, PreparedInvoice invoice)
    {
        if (invoice.Documents.Count == 0)
        {
            text.AppendLine("No amount changed, so nothing will be sent to Oracle.");
        }

        foreach (var document in invoice.Documents)
        {
            text.AppendLine(
                Plain(
                    $"- {Sentence.Words(document.Action)}: {Sentence.Words(document.Kind)} {Escaped(document.InvoiceNumber)}: "
                        + $"{Sentence.Amount(document.Amount)}"
                )
            );
        }

        text.AppendLine();
    }

    private static void Lines(StringBuilder text, IReadOnlyList<ContinuationLine> lines)
    {
        var largest = lines
            .Where(line => line.Movement.Gross != 0m || line.Movement.Payable != 0m)
            .OrderByDescending(line => Math.Abs(line.Movement.Gross))
            .ThenByDescending(line => Math.Abs(line.Movement.Payable))
            .Take(LinesMax)
            .ToList();
        if (largest.Count == 0)
        {
            return;
        }

        text.AppendLine("| Line | gross | retainage | payable |").AppendLine("|---|--:|--:|--:|");
        foreach (var line in largest)
        {
            var moved = line.Movement;
            text.AppendLine(
                Plain(
                    $"| {Cell(line.Description ?? line.LineId)} | {Sentence.Amount(moved.Gross)} | "
                        + $"{Sentence.Amount(moved.Retainage.Total)} | {Sentence.Amount(moved.Payable)} |"
                )
            );
        }

        text.AppendLine();
    }

    // Texts only: amounts and days were worded before.
    private static string Plain(string text) => text;

    private static string Cell(string description) => Sentence.Fit(Escaped(description), DescriptionMax);

    // What others wrote becomes no link, no markup and no further row before the eyes of whoever approves.
    private static string Escaped(string text) =>
        text.Replace('[', '(')
            .Replace(']', ')')
            .Replace('<', '(')
            .Replace('>', ')')
            .Replace('`', '\'')
            .Replace('|', '/')
            .Replace('\r', ' ')
            .Replace('\n', ' ');
}
