using System.Xml.Linq;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Apps.Targets;

namespace PowerIntegration.Packer.Generation.App.Tables;

/// <summary>A table as the app shows it: labels, columns and what its lookups lead to.</summary>
internal sealed class DescribedTable
{
    private readonly TableSource source;
    private readonly IReadOnlyDictionary<string, string> lookups;
    private readonly ILookup<string, SourceElement> choices;

    /// <summary>Reads what forms and lists need.</summary>
    /// <param name="source">The table.</param>
    /// <param name="relationships">All relationships of the solution.</param>
    /// <param name="choices">Roots of the choices, by name.</param>
    public DescribedTable(TableSource source, IEnumerable<SourceElement> relationships, ILookup<string, SourceElement> choices)
    {
        this.source = source;
        this.choices = choices;
        lookups = relationships
            .Where(found => LogicalName.Of(found.Text("ReferencingEntityName")) == source.LogicalName)
            .ToDictionary(
                found => LogicalName.Of(found.Text("ReferencingAttributeName")),
                found => LogicalName.Of(found.Text("ReferencedEntityName"))
            );
        Name = source.LogicalName;
        Label = First(source.Entity, "LocalizedNames", "LocalizedName");
        PluralLabel = First(source.Entity, "LocalizedCollectionNames", "LocalizedCollectionName");
        Description = First(source.Entity, "Descriptions", "Description");
        PrimaryKey = ColumnTypes.PrimaryKeyOf(source);
        PrimaryName =
            source.Columns.FirstOrDefault(column => column.Text("DisplayMask").Contains("PrimaryName", StringComparison.Ordinal))?.Text("LogicalName")
            ?? PrimaryKey;
    }

    /// <summary>Logical name.</summary>
    public string Name { get; }

    /// <summary>Folder of the table below that of the solution, such as Entities/pint_Document.</summary>
    public string Folder => $"Entities/{source.SchemaName}";

    /// <summary>Name of one row.</summary>
    public string Label { get; }

    /// <summary>Name of several rows.</summary>
    public string PluralLabel { get; }

    /// <summary>What the rows are.</summary>
    public string Description { get; }

    /// <summary>Logical name of the primary key.</summary>
    public string PrimaryKey { get; }

    /// <summary>Logical name of the column that names a row.</summary>
    public string PrimaryName { get; }

    /// <summary>Logical names of the columns that the solution describes.</summary>
    public IEnumerable<string> ColumnNames => source.Columns.Select(column => column.Text("LogicalName"));

    /// <summary>The column, or null where the table does not have it.</summary>
    public DescribedColumn? Column(string name) =>
        ColumnTypes.Of(source, name) is not { } type ? null
        : source.Column(name) is { } column
            ? new DescribedColumn(name, type, First(column, "displaynames", "displayname"), column.Text("Format"), LengthOf(column))
        : new DescribedColumn(name, type, StandardColumnLabels.Of(name), "", 0);

    /// <summary>Logical name of the table that a lookup of the solution leads to; null for any other column.</summary>
    public string? TargetOf(string lookup) => lookups.GetValueOrDefault(lookup);

    /// <summary>Values of a choice column by their labels; empty for any other column.</summary>
    public IReadOnlyDictionary<string, string> ChoicesOf(string column) =>
        source.Column(column) is { } found && found.Text("OptionSetName") is { Length: > 0 } choice
            ? choices[choice]
                .SelectMany(root => root.Element.Descendants("option"))
                .ToDictionary(option => First(option, "labels", "label"), option => (string?)option.Attribute("value") ?? "")
            : new Dictionary<string, string>();

    private static int LengthOf(SourceElement column) =>
        int.TryParse(column.Text("MaxLength"), NumberStyles.None, CultureInfo.InvariantCulture, out int length) ? length : 0;

    private static string First(SourceElement owner, string wrapper, string text) => First(owner.Element, wrapper, text);

    private static string First(XElement owner, string wrapper, string text) =>
        owner.Elements(wrapper).Elements(text).Select(found => (string?)found.Attribute("description")).FirstOrDefault() ?? "";
}
