using System.Xml.Linq;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Apps.Targets;

/// <summary>What forms, views, maps, apps and commands may refer to, over all solutions that are looked at together.</summary>
internal sealed class AppTargets
{
    private const string TableCode = "1";
    private const string WebResourceCode = "61";

    // Templates that exist in every environment under the same id.
    private static readonly Guid[] PlatformRoles = [new("627090ff-40a3-4053-8790-584edc5be201"), new("119f245c-3cc8-4b62-b31c-d1a046ced15d")];

    // Active and inactive, which every table has unless it says otherwise.
    private static readonly string[] StateCodes = ["0", "1"];

    private readonly Catalogue catalogue;
    private readonly HashSet<string> elsewhere;
    private readonly HashSet<Guid> roles;

    /// <summary>Collects what the solutions hold.</summary>
    public AppTargets(Catalogue catalogue)
    {
        this.catalogue = catalogue;
        Forms = [.. Items(TablePart.Forms)];
        Views = [.. Items(TablePart.Views)];
        Charts = [.. Items(TablePart.Charts)];
        Dashboards = Roots("Dashboards");
        WebResources = Roots("WebResources");
        SiteMaps = Roots("AppModuleSiteMaps");
        Apps = Roots("AppModules");
        CanvasApps = Roots("CanvasApps");
        Relationships = [.. catalogue.All("Other/Relationships", ".xml").SelectMany(root => root.Below("EntityRelationship"))];
        Commands = [.. catalogue.All("appactions", "/appaction.xml")];
        CustomApis = [.. catalogue.All("customapis", "/customapi.xml").Select(api => api.Attribute("uniquename"))];
        roles = [.. PlatformRoles, .. catalogue.All("Roles", ".xml").Select(role => IdOf(role.Attribute("id")))];
        elsewhere = [.. catalogue.Solutions.SelectMany(Listed)];
    }

    /// <summary>Forms of all tables.</summary>
    public IReadOnlyList<TableItem> Forms { get; }

    /// <summary>Views of all tables.</summary>
    public IReadOnlyList<TableItem> Views { get; }

    /// <summary>Charts of all tables.</summary>
    public IReadOnlyList<TableItem> Charts { get; }

    /// <summary>Dashboards of the organization, which site maps and apps name.</summary>
    public IReadOnlyList<SourceElement> Dashboards { get; }

    /// <summary>Web resources, each by its metadata.</summary>
    public IReadOnlyList<SourceElement> WebResources { get; }

    /// <summary>Site maps of apps.</summary>
    public IReadOnlyList<SourceElement> SiteMaps { get; }

    /// <summary>Model-driven apps.</summary>
    public IReadOnlyList<SourceElement> Apps { get; }

    /// <summary>Canvas apps and custom pages.</summary>
    public IReadOnlyList<SourceElement> CanvasApps { get; }

    /// <summary>Relationships between tables, which queries and subgrids follow.</summary>
    public IReadOnlyList<SourceElement> Relationships { get; }

    /// <summary>Commands.</summary>
    public IReadOnlyList<SourceElement> Commands { get; }

    /// <summary>Unique names of custom APIs, which scripts call.</summary>
    public IReadOnlyList<string> CustomApis { get; }

    /// <summary>The solutions.</summary>
    public IReadOnlyList<UnpackedSolution> Solutions => catalogue.Solutions;

    /// <summary>The text as an id; the empty id where it is none, which no component has.</summary>
    public static Guid IdOf(string text) => Guid.TryParse(text, out Guid id) ? id : Guid.Empty;

    /// <summary>The table of this logical name where a solution describes it as a whole; null where it only adds to it or refers to it.</summary>
    public TableSource? Table(string logicalName) =>
        catalogue.Table(logicalName) is { } table && table.Columns.Any(column => column.Text("Type") == "primarykey") ? table : null;

    /// <summary>True for a table that a solution describes or lists, and for one that every environment has.</summary>
    public bool HasTable(string logicalName) =>
        catalogue.Table(logicalName) is not null || elsewhere.Contains($"{TableCode} {logicalName}") || PlatformTables.Has(logicalName);

    /// <summary>True for a role of a solution, and for the two that every environment has.</summary>
    public bool HasRole(string id) => roles.Contains(IdOf(id));

    /// <summary>True for a web resource of a solution, and for one that the manifest says another solution brings.</summary>
    public bool HasWebResource(string name) => WebResource(name) is not null || elsewhere.Contains($"{WebResourceCode} {name}");

    /// <summary>The web resource of this name, or null.</summary>
    public SourceElement? WebResource(string name) => WebResources.FirstOrDefault(resource => resource.Text("Name") == name);

    /// <summary>The web resource of this id, or null.</summary>
    public SourceElement? WebResource(Guid id) => WebResources.FirstOrDefault(resource => IdOf(resource.Text("WebResourceId")) == id);

    /// <summary>The form, view or chart of an id, or null.</summary>
    public static TableItem? Find(IEnumerable<TableItem> items, TablePart part, string id) =>
        items.FirstOrDefault(item => IdOf(item.Source.Text(part.Id)) == IdOf(id));

    /// <summary>Logical names of the tables that a lookup leads to, by the relationships of the solutions; none where they do not say it.</summary>
    public IEnumerable<string> TargetsOf(string table, string lookup) =>
        Relationships
            .Where(found =>
                LogicalName.Of(found.Text("ReferencingEntityName")) == table && LogicalName.Of(found.Text("ReferencingAttributeName")) == lookup
            )
            .Select(found => LogicalName.Of(found.Text("ReferencedEntityName")));

    /// <summary>Values that a choice column may have, as texts; empty for any other column and where the choice is not in the solutions.</summary>
    public string[] ChoicesOf(TableSource table, string column) =>
        table.Column(column) is { } found ? [.. OptionsOf(found).Select(option => (string?)option.Attribute("value") ?? "")]
        : ColumnTypes.Of(table, column) == "state" ? StateCodes
        : [];

    /// <summary>True for a flow of a solution.</summary>
    public bool HasFlow(string id) => catalogue.All("Workflows", ".data.xml").Any(flow => IdOf(flow.Attribute("WorkflowId")) == IdOf(id));

    private IEnumerable<XElement> OptionsOf(SourceElement column)
    {
        string name = column.Text("OptionSetName");
        IEnumerable<XElement> owners =
            name.Length == 0
                ? column.Element.Elements("optionset")
                : catalogue.All("OptionSets", ".xml").Where(choice => choice.Attribute("Name") == name).Select(choice => choice.Element);
        return owners.Descendants().Where(option => option.Name.LocalName is "option" or "state" or "status");
    }

    // What the manifest lists without describing it, and what it says another solution must bring.
    private static IEnumerable<string> Listed(UnpackedSolution solution) =>
        solution
            .Manifest.Below("RootComponents", "RootComponent")
            .Where(component => component.Attribute("type") == TableCode)
            .Concat(solution.Manifest.Below("MissingDependencies", "MissingDependency", "Required"))
            .Select(component => $"{component.Attribute("type")} {component.Attribute("schemaName")}");

    // Managed variants repeat their neighbors with marks of the exporting server; what is written by hand is the neighbor.
    private SourceElement[] Roots(string folder) =>
        [
            .. from slot in ComponentSlot.All
            where slot.Folder == folder
            from solution in catalogue.Solutions
            from root in MergedFiles.Of(solution, slot, managed: false)
            where root.Element.Name == slot.Root
            select root,
        ];

    private IEnumerable<TableItem> Items(TablePart part) =>
        from solution in catalogue.Solutions
        from folder in MergedFiles.FoldersOfTables(solution)
        from root in MergedFiles.Of(solution, folder, part, managed: false)
        where root.Element.Name == part.Root
        from component in part == TablePart.Charts ? [root] : root.Below(part.Element)
        select new TableItem(component, folder, Table(LogicalName.Of(folder["Entities/".Length..])));
}
