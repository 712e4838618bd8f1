using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Tables;

/// <summary>Choice columns: options of their own or a choice that exists, and a default out of them.</summary>
internal static class ChoiceColumnCheck
{
    private const string NoDefault = "-1";

    /// <summary>What is wrong with the choice of a column.</summary>
    public static IEnumerable<Finding> Find(Catalogue catalogue, TableSource table, SourceElement column, bool isOwn)
    {
        SourceElement? own = column.Below("optionset").FirstOrDefault();
        string name = column.Text("OptionSetName");
        if ((own is null) == (name.Length == 0))
        {
            yield return column.Says($"A choice column of {table.SchemaName} has either OptionSetName or optionset. Write one of the two.");
            yield break;
        }

        foreach (Finding finding in own is null ? [] : OptionCheck.Find(own, isOwn))
        {
            yield return finding;
        }

        SourceElement? options = own ?? catalogue.All("OptionSets", ".xml").FirstOrDefault(choice => choice.Attribute("Name") == name);
        if (options is null)
        {
            yield return column.Says($"The choice '{name}' does not exist in the folder OptionSets. Name one that does, or add the file.");
        }
        else if (column.Text("AppDefaultValue") is not ("" or NoDefault) && !HasDefault(options, column))
        {
            yield return column.Says(
                $"AppDefaultValue is '{column.Text("AppDefaultValue")}', and the choice has no such option. "
                    + $"Write the value of an option, or {NoDefault} for none."
            );
        }
    }

    private static bool HasDefault(SourceElement options, SourceElement column) =>
        OptionCheck.Of(options).Any(option => option.Attribute("value") == column.Text("AppDefaultValue"));
}
