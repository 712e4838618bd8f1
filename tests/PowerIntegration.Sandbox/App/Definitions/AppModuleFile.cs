namespace PowerIntegration.Sandbox.App.Definitions;

/// <summary>A model-driven app: its name, who may open it, its site map.</summary>
/// <param name="UniqueName">Its unique name, which the site map shares.</param>
/// <param name="Name">Its shown name.</param>
/// <param name="Roles">Ids of the security roles that may open it.</param>
/// <param name="Icon">Id of the web resource with its icon; null for none.</param>
public sealed record AppModuleDefinition(string UniqueName, string Name, IReadOnlyList<Guid> Roles, Guid? Icon);

/// <summary>Reads <c>AppModules/x/AppModule.xml</c>.</summary>
internal static class AppModuleFile
{
    private static readonly string[] Children =
    [
        "UniqueName",
        "IntroducedVersion",
        "WebResourceId",
        "OptimizedFor",
        "statecode",
        "statuscode",
        "FormFactor",
        "ClientType",
        "NavigationType",
        "AppModuleComponents",
        "AppModuleRoleMaps",
        "LocalizedNames",
        "Descriptions",
        "appsettings",
    ];

    /// <summary>Reads the file.</summary>
    /// <param name="file">Its path.</param>
    public static AppModuleDefinition Read(string file)
    {
        var xml = DefinitionXml.Load(file, "AppModule");
        xml.Know(xml.Root, [], Children);
        return new AppModuleDefinition(
            xml.Child(xml.Root, "UniqueName").Value.Trim(),
            DefinitionXml.Label(xml.Root.Element("LocalizedNames")),
            [.. (xml.Root.Element("AppModuleRoleMaps")?.Elements("Role") ?? []).Select(role => xml.Id(role, role.Attribute("id")?.Value))],
            xml.Root.Element("WebResourceId") is { } icon ? xml.Id(icon, icon.Value.Trim()) : null
        );
    }
}
