using System.Xml.Linq;
using PowerIntegration.Packer.Generation.Identity;
using PowerIntegration.Packer.Generation.Output;
using PowerIntegration.Packer.Generation.Plugins;

namespace PowerIntegration.Packer.Generation.Registration;

/// <summary>PluginAssemblies: the assembly and its plug-in types.</summary>
internal static class AssemblyFile
{
    /// <summary>Folder below the root of the repository.</summary>
    public const string Folder = "solution/core/PluginAssemblies";

    /// <summary>How the name of the file ends.</summary>
    public const string Ending = ".dll.data.xml";

    private const string FirstVersion = "0.1.0.0";

    /// <summary>Id of the assembly.</summary>
    public static Guid IdOf(PluginAssembly assembly, ComponentIds ids) => ids.Of("assembly/" + assembly.SimpleName);

    /// <summary>Id of a plug-in type.</summary>
    public static Guid TypeIdOf(PluginClass plugin, ComponentIds ids) => ids.Of("type/" + plugin.Name);

    /// <summary>The XML that registers the assembly with its plug-in types.</summary>
    public static GeneratedFile Of(PluginAssembly assembly, ComponentIds ids)
    {
        Guid id = IdOf(assembly, ids);
        string name = assembly.SimpleName.Replace(".", "", StringComparison.Ordinal);
        string file = $"PluginAssemblies/{name}-{id.ToString().ToUpperInvariant()}/{name}.dll";
        XElement root = new(
            "PluginAssembly",
            new XAttribute("FullName", assembly.FullName),
            new XAttribute("PluginAssemblyId", id),
            new XAttribute("CustomizationLevel", 1),
            XmlFile.InstanceNamespace,
            new XElement("IsolationMode", 2),
            new XElement("SourceType", 0),
            new XElement("IntroducedVersion", FirstVersion),
            new XElement("FileName", "/" + file),
            new XElement("PluginTypes", assembly.Plugins.Select(plugin => Type(plugin, assembly, ids)))
        );
        return XmlFile.Of($"solution/core/{file}.data.xml", root);
    }

    private static XElement Type(PluginClass plugin, PluginAssembly assembly, ComponentIds ids) =>
        new(
            "PluginType",
            new XAttribute("AssemblyQualifiedName", $"{plugin.FullName}, {assembly.FullName}"),
            new XAttribute("PluginTypeId", TypeIdOf(plugin, ids)),
            new XAttribute("Name", plugin.FullName),
            new XElement("FriendlyName", plugin.Name)
        );
}
