namespace PowerIntegration.Tool.Workbooks;

/// <summary>Addresses of cells, such as C17.</summary>
internal static class CellAddress
{
    private const int Letters = 26;

    /// <summary>The address of a cell.</summary>
    public static string Of(int row, int column) => Column(column) + row.ToString(CultureInfo.InvariantCulture);

    /// <summary>The letters of a column.</summary>
    public static string Column(int column) =>
        column <= Letters ? ((char)('A' + column - 1)).ToString() : Column((column - 1) / Letters) + Column(((column - 1) % Letters) + 1);

    /// <summary>Number of the column of an address; 0 where it has no letters.</summary>
    public static int ColumnOf(string address) =>
        address.TakeWhile(char.IsAsciiLetterUpper).Aggregate(0, (column, letter) => (column * Letters) + letter - 'A' + 1);

    /// <summary>Number of the row of an address; 0 where it has none.</summary>
    public static int RowOf(string address) =>
        int.TryParse(address.TrimStart([.. "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]), NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : 0;
}
