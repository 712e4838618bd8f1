using PowerIntegration.Domain.PurchaseOrders.ChangeOrders;

namespace PowerIntegration.Domain.PurchaseOrders.Predictions;

/// <summary>
/// The difference between the lines of a change order and those of its last implemented revision. A void change order differs by all of them, so
/// that one computation appends, revises and reverses.
/// </summary>
internal static class LineDifferences
{
    /// <summary>The differences in the order of the lines; ghost lines of 0.00 are none.</summary>
    public static IReadOnlyList<LineDifference> Of(CommitmentChangeOrder changeOrder, IReadOnlyList<ChangeOrderLine> implemented)
    {
        var wanted = ChangeOrderStatuses.HasNoEffect(changeOrder.Status) ? [] : changeOrder.Lines;
        var before = Ordered(implemented).ToLookup(Identity);
        var after = Ordered(wanted).ToLookup(Identity);
        return
        [
            .. Ordered(implemented)
                .Concat(Ordered(wanted))
                .Select(Identity)
                .Distinct()
                .Select(identity => Difference(before[identity].FirstOrDefault(), after[identity].FirstOrDefault()))
                .Where(difference => !IsUnchanged(difference)),
        ];
    }

    // A line without an amount orders nothing, whatever its quantity says, and has nothing that could be taken back.
    private static IEnumerable<ChangeOrderLine> Ordered(IEnumerable<ChangeOrderLine> lines) =>
        lines.Where(line => line.Kind != ChangeOrderLineKind.Tax && line.Ordered != 0m);

    // A line that gets another coding or another schedule-of-values line leaves one place and comes to another.
    private static LineIdentity Identity(ChangeOrderLine line) => new(line.LineId, line.CommitmentLineId, line.Coding);

    private static LineDifference Difference(ChangeOrderLine? before, ChangeOrderLine? after)
    {
        var line = after ?? before!;
        var hasQuantity = before?.Quantity is not null || after?.Quantity is not null;
        return new LineDifference
        {
            LineId = line.LineId,
            CommitmentLineId = line.CommitmentLineId,
            Description = line.Description,
            Coding = line.Coding,
            Amount = (after?.Ordered ?? 0m) - (before?.Ordered ?? 0m),
            Quantity = hasQuantity ? (after?.Quantity ?? 0m) - (before?.Quantity ?? 0m) : null,
            UnitCost = line.UnitCost,
            WasImplemented = before is not null,
        };
    }

    // A revision may trade quantity for price.
    private static bool IsUnchanged(LineDifference difference) => difference.Amount == 0m && (difference.Quantity ?? 0m) == 0m;
}
