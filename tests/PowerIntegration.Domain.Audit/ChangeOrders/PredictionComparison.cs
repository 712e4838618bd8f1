using PowerIntegration.Audit.Orders;
using PowerIntegration.Domain.PurchaseOrders.Orders;
using PowerIntegration.Domain.PurchaseOrders.Predictions;

namespace PowerIntegration.Domain.Audit.ChangeOrders;

/// <summary>Compares a prediction with what the auditor expects: rows, amounts, units, parts, total and movement of each task.</summary>
internal static class PredictionComparison
{
    public static void Of(ChangePrediction prediction, ExpectedResult expected, Findings found)
    {
        var actual = prediction.Lines.Where(line => !line.After.IsCanceled).ToLookup(line => PlaceOf(line.After));
        Same(found, "line count", expected.After.Count, prediction.LineCount);
        Same(found, "total before", expected.Before.Sum(row => row.Cents), prediction.AmountBefore * 100m);
        Same(found, "total after", expected.After.Sum(row => row.Cents), prediction.AmountAfter * 100m);
        Same(found, "numbers of lines", prediction.Lines.Count, prediction.Lines.Select(line => line.Number).Distinct().Count());
        foreach (var row in expected.After)
        {
            if (actual[row.Place].Count() != 1)
            {
                found.Add(new Disagreement("lines for " + row.Place, "1", $"{actual[row.Place].Count()}"));
                continue;
            }

            var line = actual[row.Place].Single().After;
            Same(found, "cents of " + row.Place, row.Cents, line.Amount * 100m);
            Same(found, "units of " + row.Place, row.Units ?? -1, line.Quantity ?? -1);
            Same(found, "parts of " + row.Place, row.PartCount, line.Schedules.Count(schedule => !schedule.IsCanceled));
        }

        var tasks = prediction.Movements.ToDictionary(movement => movement.Coding.TaskNumber, movement => movement.Amount * 100m);
        foreach (var task in expected.Tasks.Keys.Union(tasks.Keys))
        {
            Same(found, "movement of " + task, expected.Tasks.GetValueOrDefault(task), tasks.GetValueOrDefault(task));
        }
    }

    /// <summary>The auditor's name of a line.</summary>
    public static string PlaceOf(PurchaseOrderLine line) =>
        line.TakesAllChangeOrders ? "all"
        : line.CommitmentLineId is { } row ? "row:" + row
        : line.ChangeOrderLineId is { } made ? $"line:{made}/{line.Schedules[0].Coding.TaskNumber}"
        : line.Description;

    private static void Same(Findings found, string figure, decimal expected, decimal actual)
    {
        if (expected != actual)
        {
            found.Add(new Disagreement(figure, expected.ToString(CultureInfo.InvariantCulture), actual.ToString(CultureInfo.InvariantCulture)));
        }
    }
}
