using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Tables;

/// <summary>What columns of this product have in common beyond what the platform asks for.</summary>
internal static class OwnColumnCheck
{
    /// <summary>What departs from it.</summary>
    public static IEnumerable<Finding> Find(SourceElement column) => [.. Naming(column), .. Kind(column), .. Digits(column)];

    private static IEnumerable<Finding> Naming(SourceElement column)
    {
        if (!Publisher.Owns(column.Attribute("PhysicalName")))
        {
            yield return column.Says($"The name does not begin with {Publisher.Prefix}_. Rename the column.");
        }
    }

    private static IEnumerable<Finding> Kind(SourceElement column)
    {
        string type = column.Text("Type");
        if (ColumnShapes.Of(type) is not null && !ColumnShapes.InUse.Contains(type))
        {
            yield return column.Says(
                $"The tables of this product have no columns of type {type}. Use one of {string.Join(", ", ColumnShapes.InUse)}."
            );
        }

        if (type != "primarykey" && (column.Text("RequiredLevel") == "systemrequired" || column.Text("IsCustomField") != "1"))
        {
            yield return column.Says("Only the primary key belongs to the system. Write IsCustomField 1, and none, recommended or required.");
        }

        if (column.Text("SourceType") != "0")
        {
            yield return column.Says("Calculated and rollup columns are not in use. Compute the value in a plug-in and write SourceType 0.");
        }

        if (column.Text("ValidForReadApi") != "1" || column.Text("ValidForCreateApi") != "1")
        {
            yield return column.Says(
                "A column that programs cannot read or create is of no use. Write 1 into ValidForReadApi and ValidForCreateApi."
            );
        }
    }

    private static IEnumerable<Finding> Digits(SourceElement column)
    {
        string type = column.Text("Type");
        if (type == "decimal" && column.Text("Accuracy") is not ("2" or "6"))
        {
            yield return column.Says(
                $"Accuracy is '{column.Text("Accuracy")}'. Amounts have 2 digits after the point and rates 6; write one of them."
            );
        }

        if (type == "datetime" && (column.Text("Format"), column.Text("Behavior")) is not (("date", "2") or ("datetime", "1")))
        {
            yield return column.Says(
                $"Format '{column.Text("Format")}' and Behavior '{column.Text("Behavior")}' do not belong together. "
                    + "Write date and 2 for a date, datetime and 1 for a point in time."
            );
        }
    }
}
