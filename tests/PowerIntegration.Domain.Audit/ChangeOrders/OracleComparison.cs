using PowerIntegration.Audit.Orders;
using PowerIntegration.Domain.PurchaseOrders.Comparison;
using PowerIntegration.Domain.PurchaseOrders.Predictions;

namespace PowerIntegration.Domain.Audit.ChangeOrders;

/// <summary>What Oracle's comparison of two versions would say. Only the numbers of lines are the prediction's.</summary>
internal static class OracleComparison
{
    public static ShownVersion Of(ChangePrediction prediction, ExpectedResult expected)
    {
        var before = expected.Before.ToDictionary(row => row.Place, StringComparer.Ordinal);
        var after = expected.After.ToDictionary(row => row.Place, StringComparer.Ordinal);
        return new ShownVersion
        {
            OrderNumber = prediction.OrderNumber,
            Description = prediction.Description,
            LineCount = after.Count,
            Amount = after.Values.Sum(row => row.Cents) / 100m,
            Changes =
            [
                .. before
                    .Keys.Union(after.Keys)
                    .Select(place => Change(prediction, place, before.GetValueOrDefault(place), after.GetValueOrDefault(place)))
                    .OfType<ShownChange>(),
            ],
        };
    }

    private static ShownChange? Change(ChangePrediction prediction, string place, ExpectedRow? before, ExpectedRow? after)
    {
        if (before == after)
        {
            return null;
        }

        var line = prediction.Lines.Last(line => PredictionComparison.PlaceOf(line.After) == place);
        return new ShownChange(
            before is null ? ShownChangeKind.Added
                : after is null ? ShownChangeKind.Canceled
                : ShownChangeKind.Changed,
            line.Number,
            before?.Cents / 100m,
            after?.Cents / 100m
        )
        {
            SchedulesAdded = before is null || after is null ? 0 : Names(after).Except(Names(before)).Count(),
        };
    }

    // The price, then name and amount of each part.
    private static IEnumerable<string> Names(ExpectedRow row) =>
        row.Parts.Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Where((_, index) => index % 2 == 0);
}
