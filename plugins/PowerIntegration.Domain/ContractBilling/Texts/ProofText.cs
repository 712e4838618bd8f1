using System.Text;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.ContractBilling.Texts;

/// <summary>The proof and the journals as an accountant reads them.</summary>
public static class ProofText
{
    private const int NameWidth = 82;
    private const int AmountWidth = 18;

    /// <summary>Identities with both sides, origins of the figures, and the journals with their totals.</summary>
    /// <param name="billed">The outcome.</param>
    public static string Of(BillingOutcome.Billed billed)
    {
        var text = new StringBuilder();
        text.AppendLine("Proof".PadRight(NameWidth) + Right("first way") + Right("second way") + Right("difference"));
        foreach (var identity in billed.Proof.Identities)
        {
            text.AppendLine(identity.Name.PadRight(NameWidth) + Amount(identity.Left) + Amount(identity.Right) + Amount(identity.Residual));
        }

        text.AppendLine("Unexplained".PadRight(NameWidth + AmountWidth + AmountWidth) + Amount(billed.Proof.Residual));
        text.AppendLine();
        text.AppendLine("Origin of the figures");
        foreach (var origin in billed.Proof.Origins)
        {
            text.AppendLine(origin.Figure.PadRight(NameWidth - AmountWidth) + Amount(origin.Amount) + "  " + origin.Origin);
        }

        Journals(text, billed);
        return text.ToString();
    }

    private static void Journals(StringBuilder text, BillingOutcome.Billed billed)
    {
        decimal debit = 0m,
            credit = 0m;
        text.AppendLine();
        text.AppendLine("Journals".PadRight(NameWidth) + Right("debit") + Right("credit"));
        foreach (var entry in billed.Journals)
        {
            debit += entry.Debit;
            credit += entry.Credit;
            var account = entry.Account ?? entry.Coding ?? (entry.LineId is null ? "" : "line " + entry.LineId);
            var name = Sentence.Words(entry.Role) + (account.Length == 0 ? "" : " " + account) + ": " + entry.Description;
            text.AppendLine(
                (name.Length < NameWidth ? name : WholeText.Start(name, NameWidth - 2) + "~").PadRight(NameWidth)
                    + Amount(entry.Debit)
                    + Amount(entry.Credit)
            );
        }

        text.AppendLine("Total".PadRight(NameWidth) + Amount(debit) + Amount(credit));
    }

    private static string Amount(decimal amount) => Right(Sentence.Amount(amount));

    private static string Right(string value) => value.PadLeft(AmountWidth);
}
