using System.Text;
using PowerIntegration.Domain.ContractBilling.Certificates;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.ContractBilling.Texts;

/// <summary>
/// The certificate and its continuation sheet as an accountant reads them: plain text, amounts to the right, every line of the form.
/// </summary>
public static class CertificateText
{
    private const int NameWidth = 44;
    private const int AmountWidth = 17;

    /// <summary>The certificate before and with the application, the continuation sheet, the documents and the warnings.</summary>
    /// <param name="title">Contract and application, for the first line.</param>
    /// <param name="currency">ISO currency code.</param>
    /// <param name="billed">The outcome.</param>
    /// <param name="canceled">What is canceled in Oracle; only a reversal does.</param>
    public static string Of(string title, string currency, BillingOutcome.Billed billed, params CanceledDocument[] canceled)
    {
        var text = new StringBuilder();
        text.AppendLine(title + ", amounts in " + currency);
        Header(text, billed.Before, billed.After);
        Continuation(text, billed.Lines);
        Documents(text, billed, canceled);
        foreach (var warning in billed.Warnings)
        {
            text.AppendLine("Check: " + warning.Sentence);
        }

        return text.ToString();
    }

    private static void Header(StringBuilder text, Certificate before, Certificate after)
    {
        text.AppendLine("Certificate (G702)".PadRight(NameWidth) + Right("before") + Right("now"));
        Row(text, "1  Original contract sum", before.OriginalContractSum, after.OriginalContractSum);
        Row(text, "2  Net change by change orders", before.NetChangeOrders, after.NetChangeOrders);
        Row(text, "3  Contract sum to date (1 + 2)", before.ContractSumToDate, after.ContractSumToDate);
        Row(text, "4  Total completed and stored to date", before.GrossToDate, after.GrossToDate);
        Row(text, "5a Retainage on completed work", before.Retainage.Work, after.Retainage.Work);
        Row(text, "5b Retainage on stored materials", before.Retainage.Stored, after.Retainage.Stored);
        if (before.Retainage.PunchList != 0m || after.Retainage.PunchList != 0m)
        {
            Row(text, "5c Retainage for the punch list", before.Retainage.PunchList, after.Retainage.PunchList);
        }

        Row(text, "5  Total retainage", before.Retainage.Total, after.Retainage.Total);
        Row(text, "6  Total earned less retainage (4 - 5)", before.EarnedLessRetainage, after.EarnedLessRetainage);
        Row(text, "7  Less previous certificates", before.PreviousCertificates, after.PreviousCertificates);
        Row(text, "8  Current payment due (6 - 7)", before.PaymentDue, after.PaymentDue);
        Row(text, "9  Balance to finish with retainage (3 - 6)", before.BalanceToFinish, after.BalanceToFinish);
        Row(text, "   Additions by change orders", before.ChangeOrders.Additions, after.ChangeOrders.Additions);
        Row(text, "   Deductions by change orders", before.ChangeOrders.Deductions, after.ChangeOrders.Deductions);
    }

    private static void Row(StringBuilder text, string name, decimal before, decimal after) =>
        text.AppendLine(name.PadRight(NameWidth) + Right(Sentence.Amount(before)) + Right(Sentence.Amount(after)));

    private static void Continuation(StringBuilder text, IReadOnlyList<ContinuationLine> lines)
    {
        text.AppendLine();
        text.AppendLine("Continuation sheet (G703)");
        text.AppendLine(
            "A/B Line".PadRight(NameWidth)
                + string.Concat(
                    new[]
                    {
                        "C scheduled",
                        "D previous",
                        "E this period",
                        "F stored",
                        "G to date",
                        "%",
                        "H to finish",
                        "I retainage",
                        "gross now",
                        "payable now",
                    }.Select(Right)
                )
        );
        foreach (var line in lines)
        {
            var name = line.Description is null ? line.LineId : line.LineId + " " + line.Description;
            var amounts = new[]
            {
                line.ScheduledValue,
                line.WorkPrevious,
                line.WorkThisPeriod,
                line.MaterialsStored,
                line.CompletedToDate,
                line.PercentComplete,
                line.BalanceToFinish,
                line.After.Retainage.Total,
                line.Movement.Gross,
                line.Movement.Payable,
            };
            text.AppendLine(Cut(name).PadRight(NameWidth) + string.Concat(amounts.Select(amount => Right(Sentence.Amount(amount)))));
        }
    }

    private static void Documents(StringBuilder text, BillingOutcome.Billed billed, CanceledDocument[] canceled)
    {
        text.AppendLine();
        text.AppendLine(billed.Documents.Count + canceled.Length == 0 ? "Documents: none, no amount changed" : "Documents");
        foreach (var document in canceled)
        {
            text.AppendLine(Cut("Cancel " + document.Name).PadRight(NameWidth) + Right(Sentence.Amount(-document.Amount)));
        }

        foreach (var document in billed.Documents)
        {
            text.AppendLine(Sentence.Words(document.Kind).PadRight(NameWidth) + Right(Sentence.Amount(document.Amount)));
            foreach (var line in document.Lines)
            {
                text.AppendLine(
                    Cut("  " + (line.LineId is null ? "" : line.LineId + " ") + line.Description).PadRight(NameWidth)
                        + Right(Sentence.Amount(line.Amount))
                );
            }

            if (document.WithheldByOracle != 0m)
            {
                text.AppendLine("  withheld by Oracle".PadRight(NameWidth) + Right(Sentence.Amount(-document.WithheldByOracle)));
            }
        }

        text.AppendLine("Payable now".PadRight(NameWidth) + Right(Sentence.Amount(billed.Payable)));
    }

    private static string Cut(string name) => name.Length < NameWidth ? name : name.Substring(0, NameWidth - 2) + "~";

    private static string Right(string value) => value.PadLeft(AmountWidth);
}
