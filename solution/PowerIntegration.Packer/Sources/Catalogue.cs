namespace PowerIntegration.Packer.Sources;

/// <summary>Several solutions read together, so that what one declares can be looked up from another.</summary>
public sealed class Catalogue
{
    /// <summary>Reads the solutions side by side.</summary>
    /// <param name="solutions">Readable solutions.</param>
    /// <param name="definition">Folder of the connector's repository form; it is the origin of what the connector solution repeats.</param>
    public Catalogue(IReadOnlyList<UnpackedSolution> solutions, ConnectorDefinition definition)
    {
        Solutions = solutions;
        Definition = definition;
        Tables =
        [
            .. All("Entities", "/Entity.xml")
                .Where(root => root.Element.Element("EntityInfo") is not null)
                .Select(root => new TableSource(root))
                .DistinctBy(table => table.LogicalName),
        ];
        PluginTypes = [.. All("PluginAssemblies", ".dll.data.xml").SelectMany(root => root.Element.Descendants("PluginType").Select(root.At))];
        CustomApis = [.. All("customapis", "/customapi.xml")];
    }

    /// <summary>The solutions.</summary>
    public IReadOnlyList<UnpackedSolution> Solutions { get; }

    /// <summary>The connector's repository form.</summary>
    public ConnectorDefinition Definition { get; }

    /// <summary>Tables of all solutions.</summary>
    public IReadOnlyList<TableSource> Tables { get; }

    /// <summary>Plug-in types of all assemblies.</summary>
    public IReadOnlyList<SourceElement> PluginTypes { get; }

    /// <summary>Custom APIs of all solutions.</summary>
    public IReadOnlyList<SourceElement> CustomApis { get; }

    /// <summary>Roots of the XML files of all solutions below a top folder.</summary>
    public IEnumerable<SourceElement> All(string topFolder, string ending) => Solutions.SelectMany(solution => solution.XmlIn(topFolder, ending));

    /// <summary>The table of this logical name, or null.</summary>
    public TableSource? Table(string logicalName) => Tables.FirstOrDefault(table => table.LogicalName == logicalName);

    /// <summary>
    /// True where a role can hold the privilege: one of the eight verbs on an own table, no Assign or Share where rows have no owner.
    /// </summary>
    public bool HasPrivilege(string privilege) => Tables.Any(table => PrivilegesOf(table).Contains(privilege, StringComparer.Ordinal));

    /// <summary>
    /// The platform's own privileges that a role of ours may hold: a flow's trigger on a row is a row of callbackregistration, which its connection
    /// creates, changes and deletes.
    /// </summary>
    public static IReadOnlyList<string> PlatformPrivileges { get; } =
    [.. new[] { "Create", "Read", "Write", "Delete" }.Select(verb => $"prv{verb}CallbackRegistration")];

    /// <summary>The privileges that a table brings, such as prvReadpint_Document.</summary>
    public static IEnumerable<string> PrivilegesOf(TableSource table)
    {
        string[] verbs = ["Create", "Read", "Write", "Delete", "Append", "AppendTo"];
        string[] owned = table.IsUserOwned ? ["Assign", "Share"] : [];
        return verbs.Concat(owned).Select(verb => "prv" + verb + table.SchemaName);
    }
}
