using System.Xml.Linq;

namespace PowerIntegration.Packer.Sources;

/// <summary>Says which files of an unpacked solution go into which element of customizations.xml, and how they are named.</summary>
/// <param name="Folder">Top folder in the source.</param>
/// <param name="FileEnding">Ending of the files whose root, or whose root's children, are merged.</param>
/// <param name="Slot">Element of Customizations.xml that takes them.</param>
/// <param name="Root">Name of the file's root element.</param>
internal sealed record ComponentSlot(string Folder, string FileEnding, string Slot, string Root)
{
    /// <summary>
    /// What this packer merges; a folder that is neither here nor in <see cref="SolutionLayout.CopiedAsTheyAre"/> is refused by name.
    /// </summary>
    public static IReadOnlyList<ComponentSlot> All { get; } =
    [
        new("Entities", "/Entity.xml", "Entities", "Entity") { NameOf = table => Child(table, "Name"), PayloadOf = PayloadFile.Formulas },
        new("Roles", ".xml", "Roles", "Role") { NameOf = role => FileName.From(Attribute(role, "name")) },
        new("Workflows", ".data.xml", "Workflows", "Workflow")
        {
            NameOf = flow => FileName.Below("/Workflows/", Child(flow, "JsonFileName") + Child(flow, "XamlFileName")),
            PayloadOf = flow => PayloadFile.Named(flow, "JsonFileName", "XamlFileName"),
        },
        new("Other", "FieldSecurityProfiles.xml", "FieldSecurityProfiles", "FieldSecurityProfiles")
        {
            Children = ["FieldSecurityProfile"],
            NameOf = _ => "",
        },
        new("Other", "RibbonCustomizations.xml", "RibbonDiffXml", "RibbonDiffXml")
        {
            Children = ["CustomActions", "Templates", "CommandDefinitions", "RuleDefinitions", "LocLabels"],
            NameOf = _ => "",
        },
        new("Other", "ConnectionRoles.xml", "ConnectionRoles", "ConnectionRoles")
        {
            Children = ["ConnectionRoles", "ConnectionRoleAssociations"],
            NameOf = _ => "",
        },
        new("Other", "SiteMap.xml", "SiteMap", "SiteMap") { NameOf = _ => "", DiffersWhenManaged = true },
        new("Other", "EntityMaps.xml", "EntityMaps", "EntityMaps") { Children = ["EntityMap"], NameOf = _ => "" },
        new("Other/Relationships", ".xml", "EntityRelationships", "EntityRelationships")
        {
            Children = ["EntityRelationship"],
            NameOf = relationship => FileName.From(Child(relationship, "ReferencedEntityName") + Child(relationship, "FirstEntityName")),
        },
        new("OptionSets", ".xml", "optionsets", "optionset") { NameOf = choice => Attribute(choice, "Name") },
        new("RoutingRules", ".meta.xml", "RoutingRules", "RoutingRule"),
        new("MobileOfflineProfiles", ".xml", "MobileOfflineProfiles", "MobileOfflineProfile"),
        new("Dashboards", ".xml", "Dashboards", "Dashboard") { NameOf = dashboard => Child(dashboard, "FormId") },
        new("WebResources", ".data.xml", "WebResources", "WebResource")
        {
            NameOf = resource => Child(resource, "Name"),
            PayloadOf = resource => [new PayloadFile("WebResources/" + Child(resource, "Name"), Child(resource, "FileName").TrimStart('/'))],
        },
        new("Controls", "/ControlManifest.xml.data.xml", "CustomControls", "CustomControl")
        {
            NameOf = control => Child(control, "Name"),
            PayloadOf = control => PayloadFile.Named(control, "FileName"),
        },
        new("PluginAssemblies", ".dll.data.xml", "SolutionPluginAssemblies", "PluginAssembly")
        {
            NameOf = assembly => FileName.Below("/PluginAssemblies/", FileName.WithoutEnding(Child(assembly, "FileName"), ".dll")),
            PayloadOf = assembly => PayloadFile.Named(assembly, "FileName"),
        },
        new("SdkMessageProcessingSteps", ".xml", "SdkMessageProcessingSteps", "SdkMessageProcessingStep")
        {
            NameOf = step => Attribute(step, "SdkMessageProcessingStepId"),
        },
        new("PluginAssemblies", "ServiceEndpoints.xml", "ServiceEndpoints", "ServiceEndpoints") { Children = ["ServiceEndpoint"], NameOf = _ => "" },
        new("AppModuleSiteMaps", "/AppModuleSiteMap.xml", "AppModuleSiteMaps", "AppModuleSiteMap")
        {
            NameOf = map => Child(map, "SiteMapUniqueName"),
            DiffersWhenManaged = true,
        },
        new("AppModules", "/AppModule.xml", "AppModules", "AppModule") { NameOf = app => Child(app, "UniqueName"), DiffersWhenManaged = true },
        new("CanvasApps", ".meta.xml", "CanvasApps", "CanvasApp")
        {
            NameOf = app => Child(app, "Name"),
            PayloadOf = app => PayloadFile.Named(app, "BackgroundImageUri", "DocumentUri", "AdditionalUri"),
        },
        new("Connectors", ".xml", "Connectors", "Connector") { NameOf = connector => Child(connector, "name"), PayloadOf = PayloadFile.OfConnector },
    ];

    /// <summary>Elements that the slot takes from below the file's root; empty where it takes the root itself.</summary>
    public IReadOnlyList<string> Children { get; init; } = [];

    /// <summary>True where the children of the file's root go into the slot, not the root itself.</summary>
    public bool TakesChildren => Children.Count > 0;

    /// <summary>
    /// What is between folder and ending in the path of the file of a component. Null where the naming is not known: such components are merged
    /// from files of any name, and unpacking leaves them in Customizations.xml.
    /// </summary>
    public Func<XElement, string>? NameOf { get; init; }

    /// <summary>Files beside the XML that a component names.</summary>
    public Func<XElement, IEnumerable<PayloadFile>> PayloadOf { get; init; } = _ => [];

    /// <summary>True where a managed package may hold another text, in a file whose name ends in _managed.xml.</summary>
    public bool DiffersWhenManaged { get; init; }

    /// <summary>Elements that the slot itself may hold.</summary>
    public IReadOnlyList<string> Elements => TakesChildren ? Children : [Root];

    /// <summary>Path of the file of a component.</summary>
    public string FileOf(XElement component) => $"{Folder}/{NameOf!(component)}{FileEnding}";

    /// <summary>Components in the root of one file.</summary>
    public IEnumerable<XElement> ComponentsIn(XElement root) => TakesChildren ? root.Elements() : [root];

    private static string Child(XElement element, string name) => element.Element(name)?.Value ?? "";

    private static string Attribute(XElement element, string name) => element.Attribute(name)?.Value ?? "";
}
