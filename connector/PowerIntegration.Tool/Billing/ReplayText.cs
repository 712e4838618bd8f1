using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Tool.Billing;

/// <summary>Prints a replay: the differences from what was paid, and the terms that explain them.</summary>
internal static class ReplayText
{
    /// <summary>Prints it.</summary>
    public static void Write(TextWriter output, ContractFile contract, ReplayedContract replayed, IReadOnlyList<ReplayProposal> proposals)
    {
        output.WriteLine($"Contract {contract.Name}, amounts in {contract.Ledger.Currency}");
        Notes(output, contract, replayed);
        output.WriteLine();
        if (replayed.Differences.Count == 0)
        {
            output.WriteLine($"{Sentence.Count(replayed.Compared, "application")} compared. The terms bill what was paid.");
            return;
        }

        output.WriteLine($"{Sentence.Count(replayed.Compared, "application")} compared. Applications with differences: {replayed.Differing}");
        Differences(output, replayed.Differences);
        output.WriteLine();
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
        }
    }

    private static void Notes(TextWriter output, ContractFile contract, ReplayedContract replayed)
    {
        foreach (var note in contract.Notes)
        {
            output.WriteLine($"  {contract.File}: {note}");
        }

        if (replayed.NotCompared.Count > 0)
        {
            output.WriteLine($"  {contract.File}: not compared, because paid is missing: {Numbers(replayed.NotCompared)}.");
        }

        if (replayed.InputFailed.Count > 0)
        {
            output.WriteLine($"  {contract.File}: an input check failed in {Numbers(replayed.InputFailed)}. Run bill without --replay.");
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
                difference.Line is null ? "payment due (line 8)" : $"retainage held on line {difference.Line}",
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

    private static string Numbers(IReadOnlyList<int> numbers) =>
        (numbers.Count == 1 ? "application " : "applications ")
        + string.Join(", ", numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)));
}
