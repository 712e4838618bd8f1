using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Tables;

/// <summary>Columns say all that import would otherwise fill in by its own defaults: lengths, digits, formats.</summary>
internal static class ColumnCheck
{
    private static readonly Dictionary<string, string[]> RequiredByType = new()
    {
        ["primarykey"] = [],
        ["nvarchar"] = ["Format", "MaxLength", "Length"],
        ["ntext"] = ["Format", "MaxLength"],
        ["int"] = ["Format", "MinValue", "MaxValue"],
        ["decimal"] = ["MinValue", "MaxValue", "Accuracy"],
        ["bit"] = ["AppDefaultValue", "optionset"],
        ["datetime"] = ["Format", "Behavior"],
        ["picklist"] = ["AppDefaultValue", "OptionSetName"],
        ["lookup"] = ["LookupStyle", "LookupTypes"],
    };

    public static IEnumerable<Finding> Find(Catalogue catalogue) =>
        catalogue.Tables.SelectMany(table => Repeated(table).Concat(table.Columns.SelectMany(column => Find(catalogue, table, column))));

    private static IEnumerable<Finding> Repeated(TableSource table) =>
        table
            .Columns.GroupBy(column => column.Text("LogicalName"))
            .Where(group => group.Count() > 1)
            .Select(group => table.Entity.Says($"column {group.Key} of {table.SchemaName}", "The column is there more than once."));

    private static IEnumerable<Finding> Find(Catalogue catalogue, TableSource table, SourceElement column)
    {
        string physical = column.Attribute("PhysicalName");
        string logical = LogicalName.Of(physical);
        string name = $"column {physical} of {table.SchemaName}";
        if (!Publisher.Owns(physical))
        {
            yield return column.Says(name, $"The name does not begin with {Publisher.Prefix}_.");
        }

        if (column.Text("Name") != logical || column.Text("LogicalName") != logical)
        {
            yield return column.Says(name, $"Name and LogicalName must be {logical}, the physical name in lower case.");
        }

        if (column.Text("RequiredLevel") is not ("none" or "recommended" or "required" or "systemrequired"))
        {
            yield return column.Says(name, $"RequiredLevel '{column.Text("RequiredLevel")}' is unknown.");
        }

        foreach (
            Finding finding in TypeOf(column, name)
                .Concat(TableCheck.Unknown(column, KnownElements.OfColumn, name))
                .Concat(Values(catalogue, column, name))
        )
        {
            yield return finding;
        }
    }

    private static IEnumerable<Finding> TypeOf(SourceElement column, string name) =>
        RequiredByType.TryGetValue(column.Text("Type"), out string[]? required)
            ? required
                .Where(element => column.Element.Element(element) is null)
                .Select(element =>
                    column.Says(
                        name,
                        $"A column of type {column.Text("Type")} needs the element {element}; without it import takes a default of its own."
                    )
                )
            : [column.Says(name, $"The type '{column.Text("Type")}' is not one that this product uses.")];

    private static IEnumerable<Finding> Values(Catalogue catalogue, SourceElement column, string name) =>
        column.Text("Type") switch
        {
            "nvarchar" when Number(column, "Length") != 2 * Number(column, "MaxLength") => [column.Says(name, "Length must be twice MaxLength.")],
            "nvarchar" when Number(column, "MaxLength") is < 1 or > 4000 =>
            [
                column.Says(name, "MaxLength of a text column lies between 1 and 4000."),
            ],
            "decimal" when Number(column, "Accuracy") is not (2 or 6) =>
            [
                column.Says(name, "Amounts have 2 digits after the point and rates 6; no other Accuracy is in use."),
            ],
            "datetime" when column.Text("Format") == "date" && column.Text("Behavior") != "2" =>
            [
                column.Says(name, "A date is date-only: Behavior 2."),
            ],
            "datetime" when column.Text("Format") == "datetime" && column.Text("Behavior") != "1" =>
            [
                column.Says(name, "A point in time has Behavior 1."),
            ],
            "picklist" when !catalogue.All("OptionSets", ".xml").Any(choice => choice.Attribute("Name") == column.Text("OptionSetName")) =>
            [
                column.Says(name, $"The choice '{column.Text("OptionSetName")}' does not exist in the folder OptionSets."),
            ],
            _ => [],
        };

    private static int Number(SourceElement column, string element) =>
        int.TryParse(column.Text(element), NumberStyles.Integer, CultureInfo.InvariantCulture, out int number) ? number : -1;
}
