using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Dates;

namespace PowerIntegration.Tables.Rows;

/// <summary>Reads the columns of one row, or of one row that was joined to it under an alias. A column that is absent is null.</summary>
public readonly struct RowView(Entity row, string? alias = null)
{
    /// <summary>The same row, seen under the alias of a join.</summary>
    public RowView Joined(string joinAlias) => new(row, joinAlias);

    /// <summary>True where the column says something; an empty text and a flag that is not set say nothing.</summary>
    public bool Has(string column) => Value(column) is not (null or "" or false);

    /// <summary>Text.</summary>
    public string? Text(string column) => Value(column) as string;

    /// <summary>Text that every row of the table has.</summary>
    /// <exception cref="InvalidOperationException">The column is empty.</exception>
    public string RequiredText(string column) => Text(column) ?? throw Missing(column);

    /// <summary>Amount or rate.</summary>
    public decimal? Amount(string column) => Value(column) as decimal?;

    /// <summary>Amount or rate that every row of the table has.</summary>
    /// <exception cref="InvalidOperationException">The column is empty.</exception>
    public decimal RequiredAmount(string column) => Amount(column) ?? throw Missing(column);

    /// <summary>Whole number.</summary>
    public int? WholeNumber(string column) => Value(column) as int?;

    /// <summary>Whole number that every row of the table has.</summary>
    /// <exception cref="InvalidOperationException">The column is empty.</exception>
    public int RequiredWholeNumber(string column) => WholeNumber(column) ?? throw Missing(column);

    /// <summary>Day, from a date-only column.</summary>
    public CalendarDate? Date(string column) => Value(column) is DateTime value ? CalendarDate.FromDateTime(value) : null;

    /// <summary>Day that every row of the table has.</summary>
    /// <exception cref="InvalidOperationException">The column is empty.</exception>
    public CalendarDate RequiredDate(string column) => Date(column) ?? throw Missing(column);

    /// <summary>Point in time, UTC.</summary>
    public DateTime? Instant(string column) => Value(column) as DateTime?;

    /// <summary>True where the flag is set; an empty one is not.</summary>
    public bool Flag(string column) => Value(column) is true;

    /// <summary>Value of a choice.</summary>
    public int? Choice(string column) => (Value(column) as OptionSetValue)?.Value;

    /// <summary>Id of the row that a lookup names.</summary>
    public Guid? Reference(string column) => (Value(column) as EntityReference)?.Id;

    /// <summary>Id of the row that a lookup of every row of the table names.</summary>
    /// <exception cref="InvalidOperationException">The column is empty.</exception>
    public Guid RequiredReference(string column) => Reference(column) ?? throw Missing(column);

    private object? Value(string column)
    {
        if (alias is null)
        {
            return row.Attributes.TryGetValue(column, out var own) ? own : null;
        }

        return row.Attributes.TryGetValue(alias + "." + column, out var joined) ? (joined as AliasedValue)?.Value : null;
    }

    private InvalidOperationException Missing(string column) =>
        new($"Row {row.LogicalName} {row.Id} has no {(alias is null ? "" : alias + ".")}{column}. Fill the required column and retry.");
}
