using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Generation.App.Tables;
using PowerIntegration.Packer.Generation.Identity;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Apps.Targets;
using PowerIntegration.Packer.Verification.Shapes;

namespace PowerIntegration.Packer.Generation.App.Reading;

/// <summary>
/// What declarations may name, and what they named that there is not. A look-up that finds nothing writes a fault down and gives null, so that one
/// run names all faults.
/// </summary>
internal sealed class AppModel
{
    private readonly List<Finding> faults = [];
    private readonly Dictionary<string, DescribedTable> tables;
    private readonly Dictionary<string, TableDeclaration> declared;
    private readonly SourceElement[] relationships;

    /// <summary>Reads tables, choices, relationships and roles of the core.</summary>
    public AppModel(UnpackedSolution core, DeclarationReader declarations, ComponentIds ids, IReadOnlyList<string> webResources)
    {
        WebResources = webResources;
        Catalogue catalogue = new([core], ConnectorDefinition.None);
        Ids = ids;
        Declarations = declarations;
        Targets = new AppTargets(catalogue);
        Roles = core.XmlIn("Roles", ".xml").ToDictionary(role => role.Attribute("name"), role => role.Attribute("id"));
        relationships = [.. Targets.Relationships];
        ILookup<string, SourceElement> choices = core.XmlIn("OptionSets", ".xml").ToLookup(choice => choice.Attribute("Name"));
        tables = catalogue.Tables.ToDictionary(table => table.LogicalName, table => new DescribedTable(table, relationships, choices));
        declared = declarations
            .Tables.Where(table => Table(new Word(table.Table, table.Root, ElementPlace.LineOf(table.Root.Element))) is not null)
            .ToDictionary(table => table.Table);
    }

    /// <summary>Ids of components.</summary>
    public ComponentIds Ids { get; }

    /// <summary>Names of the web resources.</summary>
    public IReadOnlyList<string> WebResources { get; }

    /// <summary>The declarations.</summary>
    public DeclarationReader Declarations { get; }

    /// <summary>What queries may refer to.</summary>
    public AppTargets Targets { get; }

    /// <summary>Ids of the roles by their names.</summary>
    public IReadOnlyDictionary<string, string> Roles { get; }

    /// <summary>Tables of the solution, declared for the app or not.</summary>
    public IReadOnlyCollection<DescribedTable> Tables => tables.Values;

    /// <summary>The declared tables with their declarations.</summary>
    public IEnumerable<(DescribedTable Table, TableDeclaration Declaration)> Declared =>
        declared.Values.Select(declaration => (tables[declaration.Table], declaration));

    /// <summary>What was named and is not there.</summary>
    public IReadOnlyList<Finding> Faults => faults;

    /// <summary>Writes a fault down.</summary>
    public void Refuse(Finding fault) => faults.Add(fault);

    /// <summary>The table, or null.</summary>
    public DescribedTable? Table(Word name) =>
        tables.GetValueOrDefault(name.Text)
        ?? Missing<DescribedTable>(name, $"The table '{name.Text}' does not exist. {Nearest(name.Text, tables.Keys, "table of solution/core")}");

    /// <summary>The table, if the app shows it; or null.</summary>
    public DescribedTable? Shown(Word name) =>
        Table(name) is not { } table ? null
        : declared.ContainsKey(table.Name) ? table
        : Missing<DescribedTable>(
            name,
            $"The app does not declare {table.Name}. Add the file {DeclarationFile.Folder}/{table.Name}.xml, or name another table."
        );

    /// <summary>The column of a table, or null.</summary>
    public DescribedColumn? Column(DescribedTable table, Word name) =>
        table.Column(name.Text)
        ?? Missing<DescribedColumn>(
            name,
            $"{table.Name} has no column '{name.Text}'. {Nearest(name.Text, table.ColumnNames, "column of the table")}"
        );

    /// <summary>The lookup of a table with the table that it leads to, or null.</summary>
    public (DescribedColumn Lookup, DescribedTable Target)? Lookup(DescribedTable table, Word name) =>
        Column(table, name) is not { } column ? null
        : table.TargetOf(column.Name) is { } target && tables.TryGetValue(target, out DescribedTable? found) ? (column, found)
        : Nothing(name, $"{column.Name} of {table.Name} is not a lookup of a table of solution/core. Name a column that is.");

    /// <summary>Name of the relationship by which rows of one table belong to a row of another, or null.</summary>
    /// <param name="owner">The table of the one row.</param>
    /// <param name="child">The table of the many.</param>
    /// <param name="by">Lookup of the child, or the empty text where there is only one.</param>
    public string? Relationship(DescribedTable owner, DescribedTable child, Word by)
    {
        SourceElement[] between =
        [
            .. relationships.Where(found =>
                LogicalName.Of(found.Text("ReferencedEntityName")) == owner.Name && LogicalName.Of(found.Text("ReferencingEntityName")) == child.Name
            ),
        ];
        SourceElement[] meant = [.. between.Where(found => by.Text.Length == 0 || LookupOf(found) == by.Text)];
        return meant.Length == 1
            ? meant[0].Attribute("Name")
            : Missing<string>(
                by,
                between.Length == 0
                    ? $"Rows of {child.Name} do not belong to a row of {owner.Name}: no lookup of {child.Name} leads to it. Name another table."
                    : $"Write in the attribute 'by' which lookup of {child.Name} leads to {owner.Name}: "
                        + string.Join(" or ", between.Select(LookupOf))
                        + "."
            );
    }

    private static string LookupOf(SourceElement relationship) => LogicalName.Of(relationship.Text("ReferencingAttributeName"));

    /// <summary>What to do where a name is not known: the nearest that is, or the kind that is meant.</summary>
    public static string Nearest(string name, IEnumerable<string> known, string kind) =>
        Spelling.Nearest(name, known) is { } nearest ? $"Name it {nearest}." : $"Name a {kind}.";

    private (DescribedColumn Lookup, DescribedTable Target)? Nothing(Word name, string sentence)
    {
        Refuse(name.Says(sentence));
        return null;
    }

    /// <summary>Writes down that a name is not known.</summary>
    public T? Missing<T>(Word name, string sentence)
        where T : class
    {
        Refuse(name.Says(sentence));
        return null;
    }
}
