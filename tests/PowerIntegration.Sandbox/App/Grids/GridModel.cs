using PowerIntegration.Sandbox.App.Catalog;

namespace PowerIntegration.Sandbox.App.Grids;

/// <summary>Rows of a view, ready to be drawn.</summary>
public sealed record GridModel
{
    /// <summary>Id of the grid on its page, letters and digits.</summary>
    public required string Id { get; init; }

    /// <summary>What the rows are, for whoever does not see them.</summary>
    public required string Caption { get; init; }

    /// <summary>The columns shown.</summary>
    public required IReadOnlyList<GridColumn> Columns { get; init; }

    /// <summary>The rows of this page.</summary>
    public IReadOnlyList<GridRow> Rows { get; init; } = [];

    /// <summary>The page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Rows on a page.</summary>
    public int PageSize { get; init; }

    /// <summary>Whether another page follows.</summary>
    public bool HasMore { get; init; }

    /// <summary>How many rows there are.</summary>
    public int Total { get; init; }

    /// <summary>Whether there are more than were counted.</summary>
    public bool IsTotalCapped { get; init; }

    /// <summary>Totals of the amounts, a line for each currency.</summary>
    public IReadOnlyList<GridTotals> Totals { get; init; } = [];

    /// <summary>Column that it is sorted by; null for the view's own order.</summary>
    public string? Sort { get; init; }

    /// <summary>Whether the largest value comes first.</summary>
    public bool IsDescending { get; init; }

    /// <summary>Address of the page with another state of this grid.</summary>
    public required Func<GridState, string> Address { get; init; }

    /// <summary>Whether rows can be chosen.</summary>
    public bool IsSelectable { get; init; }

    /// <summary>Address of the form of a new record in this grid; null for none.</summary>
    public string? NewAddress { get; init; }

    /// <summary>What a record is called.</summary>
    public string RecordLabel { get; init; } = "";

    /// <summary>What is said where there is no row.</summary>
    public string Empty { get; init; } = "No records found.";

    /// <summary>Why there are no rows; null where nothing is wrong.</summary>
    public string? Problem { get; init; }

    /// <summary>The rows shown, in words.</summary>
    public string Range =>
        Rows.Count == 0
            ? "0 records"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{((Page - 1) * PageSize) + 1:N0} to {((Page - 1) * PageSize) + Rows.Count:N0} of {(IsTotalCapped ? "more than " : "")}{Total:N0}"
            );
}

/// <summary>Which page of a grid is shown, in which order.</summary>
/// <param name="Page">The page, from 1.</param>
/// <param name="Sort">Column that it is sorted by; null for the view's own order.</param>
/// <param name="IsDescending">Whether the largest value comes first.</param>
public sealed record GridState(int Page, string? Sort, bool IsDescending);

/// <summary>A column of a grid.</summary>
/// <param name="Name">Its name in the view.</param>
/// <param name="Key">Its name in a row.</param>
/// <param name="Header">What people read.</param>
/// <param name="Column">The column of the table.</param>
/// <param name="Alias">Alias of the related table; null for the table of the view.</param>
/// <param name="IsSortable">Whether its header sorts.</param>
/// <param name="Width">Its width in pixels.</param>
public sealed record GridColumn(string Name, string Key, string Header, ColumnInfo Column, string? Alias, bool IsSortable, int Width);

/// <summary>A row of a grid.</summary>
/// <param name="Id">The record.</param>
/// <param name="Name">Its name, for whoever does not see the row.</param>
/// <param name="Cells">Its values, as the columns.</param>
public sealed record GridRow(Guid Id, string Name, IReadOnlyList<GridCell> Cells);

/// <summary>A value of a row.</summary>
/// <param name="Text">What people read.</param>
/// <param name="Address">Where it leads; null for nowhere.</param>
public sealed record GridCell(string Text, string? Address);

/// <summary>Totals of one currency.</summary>
/// <param name="Currency">The currency; empty where the table has none.</param>
/// <param name="Amounts">A text for each column; empty where there is no total.</param>
public sealed record GridTotals(string Currency, IReadOnlyList<string> Amounts);
