using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Shapes;

namespace PowerIntegration.Packer.Verification.Tables;

/// <summary>Columns: the shape of their type, names, and values that fit each other.</summary>
internal static class ColumnCheck
{
    public static IEnumerable<Finding> Find(Catalogue catalogue) =>
        from solution in catalogue.Solutions
        from root in solution.XmlIn("Entities", "/Entity.xml")
        let table = new TableSource(root)
        from finding in Repeated(table).Concat(table.Columns.SelectMany(column => Find(catalogue, table, column, solution.IsOwn)))
        select finding;

    private static IEnumerable<Finding> Repeated(TableSource table) =>
        table
            .Columns.Repeated(column => LogicalName.Of(column.Attribute("PhysicalName")))
            .Select(column => column.Says("The table has the column twice. Remove one."));

    private static IEnumerable<Finding> Find(Catalogue catalogue, TableSource table, SourceElement column, bool isOwn) =>
        [
            .. Shape(column, isOwn),
            .. Names(table, column),
            .. isOwn ? OwnColumnCheck.Find(column) : [],
            .. Fit(table, column),
            .. column.Text("Type") is "picklist" or "multiselectpicklist" ? ChoiceColumnCheck.Find(catalogue, table, column, isOwn) : [],
        ];

    private static IEnumerable<Finding> Shape(SourceElement column, bool isOwn) =>
        ColumnShapes.Of(column.Text("Type")) is { } shape
            ? ShapeCheck.Find(column, shape, isOwn)
            : [column.Says($"The column type '{column.Text("Type")}' is not supported here. Write one of {string.Join(", ", ColumnShapes.InUse)}.")];

    private static IEnumerable<Finding> Names(TableSource table, SourceElement column)
    {
        string logical = LogicalName.Of(column.Attribute("PhysicalName"));
        if (column.Text("Name") != logical || column.Text("LogicalName") != logical)
        {
            yield return column.Says($"Name is '{column.Text("Name")}' and LogicalName '{column.Text("LogicalName")}'. Write {logical} in both.");
        }

        if (column.Text("Type") == "primarykey" && logical != table.LogicalName + "id")
        {
            yield return column.Says($"The primary key is named after its table. Name it {table.SchemaName}Id.");
        }
    }

    private static IEnumerable<Finding> Fit(TableSource table, SourceElement column)
    {
        if (Values.AsNumber(column.Text("MinValue")) > Values.AsNumber(column.Text("MaxValue")))
        {
            yield return column.Says($"MinValue {column.Text("MinValue")} is above MaxValue {column.Text("MaxValue")}. Exchange them.");
        }

        if (column.Child("Length") is { } length && Values.AsNumber(length) / 2 != Values.AsNumber(column.Text("MaxLength")))
        {
            yield return column.Says($"Length is {length} and MaxLength {column.Text("MaxLength")}. Write twice MaxLength into Length.");
        }

        if (column.Text("AutoNumberFormat").Length > 0 && !AutoNumber.IsFormat(column))
        {
            yield return column.Says($"AutoNumberFormat is '{column.Text("AutoNumberFormat")}'. {AutoNumber.Expected}");
        }

        if (column.Text("SourceType") is "1" or "2" && column.Text("FormulaDefinitionFileName").Length == 0)
        {
            yield return column.Says("A calculated or rollup column names its formula. Add FormulaDefinitionFileName, or set SourceType to 0.");
        }

        foreach (SourceElement optionSet in column.Below("optionset").Where(set => set.Attribute("Name") != SetNameOf(table, column)))
        {
            yield return optionSet.Says($"The options of a column are named after table and column. Name them {SetNameOf(table, column)}.");
        }

        foreach (SourceElement optionSet in column.Below("optionset").Where(_ => column.Text("Type") == "bit"))
        {
            string[] values = [.. OptionCheck.Of(optionSet).Select(option => option.Attribute("value")).Order(StringComparer.Ordinal)];
            if (!values.SequenceEqual(["0", "1"]))
            {
                yield return optionSet.Says(
                    $"A yes/no column has the options 1 and 0, and this one has {string.Join(", ", values)}. Write both, once."
                );
            }
        }
    }

    private static string SetNameOf(TableSource table, SourceElement column) => $"{table.LogicalName}_{column.Text("LogicalName")}";
}
