using PowerIntegration.Domain.Refusals;
using PowerIntegration.Tool.Workbooks;

namespace PowerIntegration.Tool.Mapping;

/// <summary>The sheet with mapping rules: its headings, its rows, and what of it cannot be read.</summary>
internal static class MapSheet
{
    /// <summary>Name of the sheet.</summary>
    public const string Name = "Mapping rules";

    /// <summary>Rows of one workbook at most, without the headings.</summary>
    public const int RowsMax = 50_000;

    private static readonly MapColumn[] Optional =
    [
        MapColumn.SubJob,
        MapColumn.OtherSegments,
        MapColumn.Organization,
        MapColumn.ValidTo,
        MapColumn.Note,
    ];

    /// <summary>The headings in their order.</summary>
    public static IReadOnlyList<string> Headings { get; } = [.. Enum.GetValues<MapColumn>().Select(HeadingOf)];

    /// <summary>The heading of a column, such as Cost code.</summary>
    public static string HeadingOf(MapColumn column) => Sentence.Words(column);

    /// <summary>Reads a sheet.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="faults">Gets what cannot be read.</param>
    /// <returns>The rows; none where the headings cannot be read.</returns>
    public static IReadOnlyList<MapRow> Read(WorkSheet sheet, List<RowFault> faults)
    {
        if (sheet.Rows.Count == 0 || sheet.Rows[0].Number != 1)
        {
            faults.Add(new RowFault(1, "A1", "", $"The headings are missing. Enter them in row 1: {Listed()}."));
            return [];
        }

        var places = Columns(sheet.Rows[0], faults);
        faults.AddRange(sheet.Merged.Select(Merged));
        if (sheet.IsCut)
        {
            faults.Add(
                new RowFault(
                    RowsMax + 2,
                    CellAddress.Of(RowsMax + 2, 1),
                    "",
                    "The sheet has more than 50,000 rows. Divide it into several workbooks."
                )
            );
        }

        return faults.Count > 0 ? [] : [.. sheet.Rows.Skip(1).Select(row => Row(row, places, faults))];
    }

    private static Dictionary<int, MapColumn> Columns(SheetRow headings, List<RowFault> faults)
    {
        var places = new Dictionary<int, MapColumn>();
        foreach (var cell in headings.Cells)
        {
            if (Find(cell.Text) is not { } column)
            {
                faults.Add(
                    new RowFault(cell, $"This column is not one of the sheet. Delete it, or correct the heading. The columns are {Listed()}.")
                );
            }
            else if (places.ContainsValue(column))
            {
                faults.Add(new RowFault(cell, "This column appears twice. Delete one of them."));
            }
            else
            {
                places.Add(cell.Column, column);
            }
        }

        faults.AddRange(
            Enum.GetValues<MapColumn>()
                .Except(places.Values)
                .Except(Optional)
                .Select(missing => new RowFault(
                    1,
                    "A1",
                    "",
                    $"The column {HeadingOf(missing)} is missing. Add it; its cells may be empty where they may."
                ))
        );
        return places;
    }

    private static MapRow Row(SheetRow row, Dictionary<int, MapColumn> places, List<RowFault> faults)
    {
        faults.AddRange(
            row.Cells.Where(cell => !places.ContainsKey(cell.Column))
                .Select(cell => new RowFault(cell, "This column has no heading. Empty the cell, or move the value below its heading."))
        );
        return new MapRow(
            row.Number,
            row.Cells.Where(cell => places.ContainsKey(cell.Column)).ToDictionary(cell => places[cell.Column]),
            places.ToDictionary(place => place.Value, place => place.Key)
        );
    }

    private static RowFault Merged(string range)
    {
        var first = range.Split(':')[0];
        return new RowFault(
            CellAddress.RowOf(first),
            first,
            "",
            $"Cells {range} are merged, so it is not clear to which rows the value belongs. Unmerge them, and fill in each cell."
        );
    }

    private static MapColumn? Find(string heading)
    {
        var place = Headings.ToList().FindIndex(one => string.Equals(one, heading.Trim(), StringComparison.OrdinalIgnoreCase));
        return place < 0 ? null : (MapColumn)place;
    }

    private static string Listed() => string.Join(", ", Headings);
}
