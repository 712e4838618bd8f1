using System.Collections.Frozen;
using System.Xml.Linq;

namespace PowerIntegration.Local.Dataverse.Metadata;

/// <summary>Reads the .dll.data.xml of a plug-in assembly.</summary>
internal static class PluginAssemblyFile
{
    private static readonly FrozenSet<string> Known = FrozenSet.Create("IsolationMode", "SourceType", "IntroducedVersion", "FileName", "PluginTypes");

    public static IEnumerable<PluginTypeDefinition> Read(string file)
    {
        var xml = SolutionXml.Load(file, "PluginAssembly");
        xml.KnowOnly(xml.Root, Known);
        var assembly = xml.Root.Attribute("FullName")?.Value ?? throw xml.Refused(xml.Root, "FullName is missing");
        return [.. (xml.Root.Element("PluginTypes")?.Elements() ?? []).Select(type => ReadType(xml, type, assembly))];
    }

    private static PluginTypeDefinition ReadType(SolutionXml xml, XElement element, string assembly)
    {
        var qualified = element.Attribute("AssemblyQualifiedName")?.Value ?? throw xml.Refused(element, "AssemblyQualifiedName is missing");
        var comma = qualified.IndexOf(", ", System.StringComparison.Ordinal);
        if (comma < 0 || qualified[(comma + 2)..] != assembly)
        {
            throw xml.Refused(element, $"the type '{qualified}' is not of the assembly '{assembly}'");
        }

        xml.Text(element, "FriendlyName");
        return new PluginTypeDefinition(xml.Id(element, "PluginTypeId"), qualified[..comma], assembly);
    }
}
