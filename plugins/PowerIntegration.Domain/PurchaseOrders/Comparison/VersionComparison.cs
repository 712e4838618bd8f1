using PowerIntegration.Domain.PurchaseOrders.Predictions;
using PowerIntegration.Domain.PurchaseOrders.Reasons;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.PurchaseOrders.Comparison;

/// <summary>Compares what was predicted with what Oracle itself says has changed. Equal to the cent, or each difference in a sentence.</summary>
public static class VersionComparison
{
    /// <summary>The differences; none where Oracle did what was predicted and nothing else.</summary>
    public static IReadOnlyList<string> Differences(ChangePrediction prediction, ShownVersion shown)
    {
        var differences = new List<string>();
        if (!prediction.Key.IsIn(shown.Description))
        {
            differences.Add($"The description of the change is {Sentence.Quoted(shown.Description)} and does not begin with {prediction.Key}.");
        }

        if (shown.OrderNumber != prediction.OrderNumber)
        {
            differences.Add($"The change is on purchase order {shown.OrderNumber}; {prediction.OrderNumber} was expected.");
        }

        AddLines(prediction, shown, differences);
        if (shown.LineCount != prediction.LineCount)
        {
            differences.Add(Sentence.Of($"The purchase order has {Sentence.Count(shown.LineCount, "line")}; {prediction.LineCount} were expected."));
        }

        if (shown.Amount != prediction.AmountAfter)
        {
            differences.Add(
                Sentence.Of(
                    $"The purchase order is {Sentence.Amount(shown.Amount)} {prediction.CurrencyCode}; ",
                    $"{Sentence.Amount(prediction.AmountAfter)} was expected, ",
                    $"a difference of {Sentence.Amount(shown.Amount - prediction.AmountAfter)}."
                )
            );
        }

        return differences;
    }

    /// <summary>The hold of a change whose outcome differs; null where it is equal.</summary>
    public static Refusal? Check(ChangePrediction prediction, ShownVersion shown)
    {
        var differences = Differences(prediction, shown);
        if (differences.Count == 0)
        {
            return null;
        }

        var refusals = new RefusalList();
        refusals.Add(
            differences.Select(
                (difference, index) =>
                    new Refusal(
                        PurchaseOrderReasons.OutcomeDiffers,
                        index == 0
                            ? $"Purchase order {prediction.OrderNumber} did not change as predicted; "
                                + $"compare it in Oracle and ask the controller. {difference}"
                            : difference
                    )
            )
        );
        return refusals.First();
    }

    private static void AddLines(ChangePrediction prediction, ShownVersion shown, List<string> differences)
    {
        var byLine = shown.Changes.ToLookup(change => change.LineNumber);
        var predicted = prediction.ChangedLines.ToDictionary(line => line.Number);
        foreach (var line in predicted.Values)
        {
            var changes = byLine[line.Number].ToList();
            if (changes.Count != 1)
            {
                differences.Add(
                    changes.Count == 0
                        ? $"{Expected(line)}, and Oracle shows no change of it."
                        : Sentence.Of($"Line {line.Number} appears {changes.Count} times in Oracle's comparison.")
                );
            }
            else if (Fault(line, changes[0]) is { } fault)
            {
                differences.Add(fault);
            }
        }

        foreach (var change in shown.Changes.Where(change => !predicted.ContainsKey(change.LineNumber)))
        {
            differences.Add(
                Sentence.Of(
                    $"Line {change.LineNumber} was {Word(change.Kind)} in Oracle, from {Shown(change.AmountBefore)} to {Shown(change.AmountAfter)}, ",
                    $"and no change of it was expected."
                )
            );
        }
    }

    private static string? Fault(PredictedLine line, ShownChange change)
    {
        var kind = KindOf(line.Effect);
        var schedules = line.Before is null ? 0 : line.After.Schedules.Count - line.Before.Schedules.Count;
        return change.Kind != kind ? $"{Expected(line)}, and Oracle shows it as {Word(change.Kind)}."
            : kind != ShownChangeKind.Added && change.AmountBefore != line.Before!.Amount
                ? $"Line {line.Number} was {Shown(change.AmountBefore)} before the change in Oracle; {Shown(line.Before.Amount)} was expected."
            : (change.AmountAfter ?? 0m) != line.After.Amount
                ? $"Line {line.Number} is {Shown(change.AmountAfter)} after the change in Oracle; {Shown(line.After.Amount)} was expected."
            : kind == ShownChangeKind.Changed && change.SchedulesAdded != schedules
                ? Sentence.Of($"Line {line.Number} got {Sentence.Count(change.SchedulesAdded, "schedule")} in Oracle; {schedules} were expected.")
            : null;
    }

    private static ShownChangeKind KindOf(LineEffect effect) =>
        effect switch
        {
            LineEffect.Added => ShownChangeKind.Added,
            LineEffect.Canceled => ShownChangeKind.Canceled,
            LineEffect.Changed or LineEffect.Scheduled => ShownChangeKind.Changed,
            LineEffect.Unchanged or _ => throw new InvariantBrokenException("Only lines that change are compared."),
        };

    private static string Expected(PredictedLine line) =>
        Sentence.Of($"Line {line.Number} was to be {Word(KindOf(line.Effect))}, from {Shown(line.Before?.Amount)} to {Shown(line.After.Amount)}");

    private static string Word(ShownChangeKind kind) =>
        kind switch
        {
            ShownChangeKind.Added => "added",
            ShownChangeKind.Changed => "changed",
            ShownChangeKind.Canceled => "canceled",
            _ => throw new InvariantBrokenException("Every kind of change has its word."),
        };

    private static string Shown(decimal? amount) => amount is { } value ? Sentence.Amount(value) : "nothing";
}
