using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Manifests;

/// <summary>A kind of component that a manifest lists.</summary>
/// <param name="Code">Number in RootComponent.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Folder">Top folder of the files that hold one each.</param>
/// <param name="Ending">Ending of these files.</param>
internal sealed record ComponentKind(string Code, string Name, string Folder, string Ending)
{
    /// <summary>Path of the components below the root of a file; empty where the root is the component.</summary>
    public string[] Path { get; init; } = [];

    /// <summary>Id of a component, or null where the manifest does not list the kind by id.</summary>
    public Func<SourceElement, string>? Id { get; init; }

    /// <summary>Schema name of a component, or null where the manifest does not list the kind by name.</summary>
    public Func<SourceElement, string>? SchemaName { get; init; }

    /// <summary>False where a component travels with its files, listed or not.</summary>
    public bool MustBeListed { get; init; } = true;

    /// <summary>The kinds that are supported here.</summary>
    public static IReadOnlyList<ComponentKind> All { get; } =
    [
        new("1", "table", "Entities", "/Entity.xml") { SchemaName = root => LogicalName.Of(root.Text("Name")) },
        new("9", "choice", "OptionSets", ".xml") { SchemaName = root => root.Attribute("Name") },
        new("20", "role", "Roles", ".xml") { Id = root => root.Attribute("id") },
        new("29", "flow", "Workflows", ".data.xml") { Id = root => root.Attribute("WorkflowId") },
        new("60", "dashboard", "Dashboards", ".xml") { Id = root => root.Text("FormId") },
        new("61", "web resource", "WebResources", ".data.xml") { SchemaName = root => root.Text("Name") },
        new("62", "site map", "AppModuleSiteMaps", "/AppModuleSiteMap.xml") { SchemaName = root => root.Text("SiteMapUniqueName") },
        new("70", "field security profile", "Other", "/FieldSecurityProfiles.xml")
        {
            Path = ["FieldSecurityProfile"],
            Id = profile => profile.Attribute("fieldsecurityprofileid"),
        },
        new("80", "app", "AppModules", "/AppModule.xml") { SchemaName = root => root.Text("UniqueName") },
        new("91", "plug-in assembly", "PluginAssemblies", ".dll.data.xml")
        {
            Id = root => InBraces(root.Attribute("PluginAssemblyId")),
            SchemaName = root => root.Attribute("FullName"),
        },
        new("92", "step", "SdkMessageProcessingSteps", ".xml") { Id = root => root.Attribute("SdkMessageProcessingStepId") },
        new("372", "connector", "Connectors", ".xml") { Id = root => InBraces(root.Text("connectorid")), SchemaName = root => root.Text("name") },
        new("380", "environment variable", "environmentvariabledefinitions", "/environmentvariabledefinition.xml")
        {
            SchemaName = root => root.Attribute("schemaname"),
            MustBeListed = false,
        },
    ];

    /// <summary>The kind of a code, or null where it is not supported here.</summary>
    public static ComponentKind? Of(string code) => All.FirstOrDefault(kind => kind.Code == code);

    /// <summary>The components of the kind in the files of a solution.</summary>
    public IEnumerable<SourceElement> In(UnpackedSolution solution) => solution.XmlIn(Folder, Ending).SelectMany(root => root.Below(Path));

    /// <summary>Code, id and name of a component, as far as the kind has them.</summary>
    public string KeyOf(SourceElement component) => Key(Code, Id?.Invoke(component) ?? "", SchemaName?.Invoke(component) ?? "");

    /// <summary>Code, id and name with blanks between them; ids are compared without case.</summary>
    public static string Key(string code, string id, string schemaName) =>
        string.Join(' ', new[] { code, id.ToLowerInvariant(), schemaName }.Where(part => part.Length > 0));

    private static string InBraces(string id) => $"{{{id}}}";
}
