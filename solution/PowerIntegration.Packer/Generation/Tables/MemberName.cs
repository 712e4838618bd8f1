using System.Text;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Generation.Tables;

/// <summary>Names of C# members that stand for something in a solution.</summary>
internal static class MemberName
{
    private const string DigitPrefix = "Value";

    /// <summary>Of a schema name: without the publisher's prefix, such as LineNumber for pint_LineNumber.</summary>
    public static string OfSchemaName(string schemaName) => schemaName[(schemaName.IndexOf('_', StringComparison.Ordinal) + 1)..];

    /// <summary>
    /// Of a label: its words put together, such as AwaitingApproval for "Awaiting approval". Empty where no letter and no digit is left.
    /// </summary>
    public static string OfLabel(string label)
    {
        StringBuilder name = new();
        bool begins = true;
        foreach (char letter in label)
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                name.Append(begins ? char.ToUpperInvariant(letter) : letter);
            }

            begins = !char.IsAsciiLetterOrDigit(letter);
        }

        return name.Length > 0 && char.IsAsciiDigit(name[0]) ? DigitPrefix + name : name.ToString();
    }

    /// <summary>
    /// Of a choice, whose own name is lower case throughout: spelled as the column that is named after it, such as pint_DocumentState for the choice
    /// pint_documentstate; as its display name where there is no such column.
    /// </summary>
    public static string OfChoice(SourceElement choice, IEnumerable<TableSource> tables)
    {
        string? column = tables
            .SelectMany(table => table.Columns)
            .Select(column => column.Attribute("PhysicalName"))
            .FirstOrDefault(name => LogicalName.Of(name) == choice.Attribute("Name"));
        return column is null ? OfLabel(choice.Attribute("localizedName")) : OfSchemaName(column);
    }
}
