namespace PowerIntegration.Audit.Orders;

/// <summary>A line of a change order.</summary>
/// <param name="Id">Its name, the same in every revision.</param>
/// <param name="RowId">The row that it names; null for none.</param>
/// <param name="Cents">What it adds, markup included.</param>
/// <param name="Task">What it is charged to.</param>
public sealed record ChangedLine(string Id, string? RowId, long Cents, string Task)
{
    /// <summary>Units; null where it has an amount only.</summary>
    public long? Units { get; init; }

    /// <summary>Cents of one unit; null where it has an amount only.</summary>
    public long? UnitCents { get; init; }

    /// <summary>The part of the cents that is markup.</summary>
    public long MarkupCents { get; init; }

    /// <summary>Tax beside it, which is not ordered.</summary>
    public long TaxCents { get; init; }
}
