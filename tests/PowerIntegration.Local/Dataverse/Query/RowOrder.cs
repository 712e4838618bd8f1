using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Local.Dataverse.Metadata;
using PowerIntegration.Local.Dataverse.Storage;

namespace PowerIntegration.Local.Dataverse.Query;

/// <summary>
/// Sorts found rows. Empty comes first; a lookup sorts by the name of its row; rows that tie go by their id, so that pages never overlap.
/// </summary>
internal static class RowOrder
{
    public static IEnumerable<JoinedRow> Sort(
        IEnumerable<JoinedRow> rows,
        IEnumerable<OrderOf> orders,
        QueryScope scope,
        Transaction transaction,
        OrganizationModel model
    )
    {
        IOrderedEnumerable<JoinedRow>? sorted = null;
        foreach (var order in orders)
        {
            var column = scope.Column(order.Alias, order.Order.AttributeName);
            var comparer = order.Order.OrderType == OrderType.Ascending ? ValueOrder.Ascending : ValueOrder.Descending;
            object? Key(JoinedRow row) => SortValue(row.Of(order.Alias)?[column.LogicalName], transaction, model);
            sorted = sorted is null ? rows.OrderBy(Key, comparer) : sorted.ThenBy(Key, comparer);
        }

        return sorted is null ? rows.OrderBy(row => row.Main.Id) : sorted.ThenBy(row => row.Main.Id);
    }

    private static object? SortValue(object? value, Transaction transaction, OrganizationModel model) =>
        value is RowReference reference ? ReferenceName.Of(reference, transaction, model) : value;

    private sealed class ValueOrder : IComparer<object?>
    {
        public static readonly ValueOrder Ascending = new(1);
        public static readonly ValueOrder Descending = new(-1);

        private readonly int sign;

        private ValueOrder(int sign) => this.sign = sign;

        public int Compare(object? x, object? y) => sign * StoredValueOrder.Compare(x, y);
    }
}
