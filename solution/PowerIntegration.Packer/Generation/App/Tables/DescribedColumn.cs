namespace PowerIntegration.Packer.Generation.App.Tables;

/// <summary>What the app needs to know of a column.</summary>
/// <param name="Name">Logical name.</param>
/// <param name="Type">Type as Entity.xml writes it, such as nvarchar.</param>
/// <param name="Label">Name that people see.</param>
/// <param name="Format">Format of a date or a text, such as date or url; empty where it has none.</param>
/// <param name="LengthMax">Most characters of a text; 0 where that is not known.</param>
internal sealed record DescribedColumn(string Name, string Type, string Label, string Format, int LengthMax)
{
    /// <summary>True for a text of several lines.</summary>
    public bool IsLongText => Type == "ntext";

    /// <summary>True for a lookup of a row.</summary>
    public bool IsLookup => Type == "lookup";

    /// <summary>Width of the column in a list, in pixels.</summary>
    public int Width =>
        Type switch
        {
            "bit" or "int" => 100,
            "datetime" => Format == "date" ? 110 : 170,
            "decimal" or "picklist" or "state" or "status" => 140,
            "lookup" => 200,
            "ntext" => 300,
            _ when LengthMax is > 0 and <= 10 => 90,
            _ => 160,
        };
}
