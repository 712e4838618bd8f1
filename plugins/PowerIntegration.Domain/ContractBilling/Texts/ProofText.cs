using System.Text;
using PowerIntegration.Domain.ContractBilling.Proofs;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.ContractBilling.Texts;

/// <summary>The proof and the journals as an accountant reads them.</summary>
public static class ProofText
{
    /// <summary>Heading of the identities.</summary>
    internal const string ProofPart = "Proof";

    /// <summary>Heading of the checks of the input.</summary>
    internal const string InputPart = "Input checks";

    /// <summary>Heading of the origins.</summary>
    internal const string OriginPart = "Origin of the figures";

    /// <summary>Heading of the journals.</summary>
    internal const string JournalPart = "Journals";

    /// <summary>Width of the name of a check.</summary>
    internal const int InputNameWidth = 66;

    private const int NameWidth = 82;
    private const int AmountWidth = 18;

    /// <summary>Identities with both sides, origins of the figures, and the journals with their totals.</summary>
    /// <param name="billed">The outcome.</param>
    public static string Of(BillingOutcome.Billed billed)
    {
        var text = new StringBuilder();
        text.AppendLine(ProofPart.PadRight(NameWidth) + Right("first way") + Right("second way") + Right("difference"));
        foreach (var identity in billed.Proof.Identities)
        {
            text.AppendLine(identity.Name.PadRight(NameWidth) + Amount(identity.Left) + Amount(identity.Right) + Amount(identity.Residual));
        }

        Unexplained(text, billed.Proof);
        Inputs(text, billed.Proof);
        text.AppendLine();
        text.AppendLine(OriginPart);
        foreach (var origin in billed.Proof.Origins)
        {
            text.AppendLine(origin.Figure.PadRight(NameWidth - AmountWidth) + Amount(origin.Amount) + "  " + origin.Origin);
        }

        Journals(text, billed);
        return text.ToString();
    }

    // Right arithmetic over a wrong input is no proof, so its residual is not shown.
    private static void Unexplained(StringBuilder text, Proof proof) =>
        text.AppendLine(
            proof.InputsFailed == 0
                ? "Unexplained".PadRight(NameWidth + AmountWidth + AmountWidth) + Amount(proof.Residual)
                : "Not proved: " + Sentence.Count(proof.InputsFailed, "input check") + " failed"
        );

    private static void Inputs(StringBuilder text, Proof proof)
    {
        if (proof.Inputs.Count == 0)
        {
            return;
        }

        text.AppendLine();
        text.AppendLine(InputPart);
        foreach (var input in proof.Inputs)
        {
            text.AppendLine(Tick(input.State) + " " + input.Name.PadRight(InputNameWidth) + input.Place + ", against " + input.Source + Note(input));
        }
    }

    /// <summary>The mark of a check: a tick, a dash where something is only noted, a cross where the input is wrong.</summary>
    /// <param name="state">What was found.</param>
    public static string Tick(InputState state) =>
        state switch
        {
            InputState.Met => "\u2713",
            InputState.Noted => "\u2013",
            _ => "\u2717",
        };

    /// <summary>The state of a mark; null where it is none.</summary>
    internal static InputState? StateOf(string tick)
    {
        foreach (var state in new[] { InputState.Met, InputState.Noted, InputState.Failed })
        {
            if (Tick(state) == tick)
            {
                return state;
            }
        }

        return null;
    }

    /// <summary>The part that a line begins; null where it begins none.</summary>
    internal static string? PartOf(string line) =>
        new[] { InputPart, OriginPart }.Contains(line) ? line
        : line.StartsWith(ProofPart + " ", StringComparison.Ordinal) && line.EndsWith("difference", StringComparison.Ordinal) ? ProofPart
        : line.StartsWith(JournalPart + " ", StringComparison.Ordinal) && line.EndsWith("credit", StringComparison.Ordinal) ? JournalPart
        : null;

    private static string Note(CheckedInput input) => input.Note.Length == 0 ? "" : ": " + input.Note;

    private static void Journals(StringBuilder text, BillingOutcome.Billed billed)
    {
        decimal debit = 0m,
            credit = 0m;
        text.AppendLine();
        text.AppendLine(JournalPart.PadRight(NameWidth) + Right("debit") + Right("credit"));
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
