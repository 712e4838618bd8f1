using PowerIntegration.Domain.ContractBilling.Replay;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Tool.Billing;

/// <summary>Prints a replay: the differences from what was paid, and the terms that explain them.</summary>
internal static class ReplayText
{
    /// <summary>Prints it.</summary>
    public static void Write(TextWriter output, ContractFile contract, ReplayedFile file)
    {
        var replayed = file.Answer.Now;
        var proposals = file.Answer.Proposals;
        output.WriteLine($"Contract {contract.Name}, amounts in {contract.Ledger.Currency}");
        Notes(output, contract, file);
        output.WriteLine();
        if (replayed.Differences.Count == 0)
        {
            output.WriteLine($"{Sentence.Count(replayed.Compared, "application")} compared. The terms bill what was paid.");
            return;
        }

        output.WriteLine($"{Sentence.Count(replayed.Compared, "application")} compared. Applications with differences: {replayed.Differing}");
        Differences(output, file.Differences);
        output.WriteLine();
        if (replayed.IsExplained)
        {
            output.WriteLine("The terms bill everything else as it was paid.");
            return;
        }

        if (proposals.Count == 0)
        {
            output.WriteLine("No other terms were found that explain more. Check the applications above and their source.");
            return;
        }

        output.WriteLine("Terms that explain more, for all applications in the file");
        for (var index = 0; index < proposals.Count; index++)
        {
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"  {index + 1}. {ReplayWords.Of(proposals[index])}: {ReplayWords.Rest(proposals[index])}"
                )
            );
            output.WriteLine("     " + ReplayWords.FieldsOf(proposals[index]));
            if (ReplayWords.RangeOf(proposals[index]) is { } range)
            {
                output.WriteLine("     " + range);
            }
        }

        foreach (var note in ReplayWords.Notes(file.Answer))
        {
            output.WriteLine("  " + note);
        }
    }

    private static void Notes(TextWriter output, ContractFile contract, ReplayedFile file)
    {
        foreach (var note in contract.Notes)
        {
            output.WriteLine($"  {contract.File}: {note}");
        }

        if (file.Answer.Now.NotCompared.Count > 0)
        {
            output.WriteLine($"  {contract.File}: not compared, because paid is missing: {Numbers(file.Answer.Now.NotCompared)}.");
        }

        if (file.InputFailed.Count > 0)
        {
            output.WriteLine($"  {contract.File}: an input check failed in {Numbers(file.InputFailed)}. Run bill without --replay.");
        }
    }

    private static void Differences(TextWriter output, IReadOnlyList<ReplayDifference> differences)
    {
        var table = new TextTable(1);
        table.Row("application", "figure", "billed", "paid", "difference");
        foreach (var difference in differences)
        {
            table.Row(
                difference.Application.ToString(CultureInfo.InvariantCulture),
                NameOf(difference),
                difference.Billed is { } billed ? TextTable.Amount(billed) : "not billed",
                TextTable.Amount(difference.Paid),
                TextTable.Amount(difference.Difference)
            );
        }

        table.Write(output);
        foreach (var stopped in differences.Where(difference => difference.NotBilled is not null))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  Application {stopped.Application} is not billed: {stopped.NotBilled}"));
        }
    }

    private static string NameOf(ReplayDifference difference) =>
        (difference.Line is null ? "payment due (line 8)" : $"retainage held on line {difference.Line}")
        + (difference.IsOverridden ? ", overridden" : "");

    private static string Numbers(IReadOnlyList<int> numbers) =>
        (numbers.Count == 1 ? "application " : "applications ")
        + string.Join(", ", numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)));
}
