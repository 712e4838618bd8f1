using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Shapes;

namespace PowerIntegration.Packer.Verification.Plugins;

/// <summary>Plug-in assemblies: shape, the same identity everywhere, each type once.</summary>
internal static class PluginCheck
{
    public static IEnumerable<Finding> Find(Catalogue catalogue) =>
        catalogue.Solutions.SelectMany(solution =>
            solution.XmlIn("PluginAssemblies", ".dll.data.xml").SelectMany(assembly => Find(assembly, solution.IsOwn))
        );

    private static IEnumerable<Finding> Find(SourceElement assembly, bool isOwn)
    {
        SourceElement[] types = [.. assembly.Below("PluginTypes", "PluginType")];
        return
        [
            .. ShapeCheck.Find(assembly, PluginAssemblyShape.Assembly, isOwn),
            .. FileName(assembly),
            .. isOwn ? OwnRules(assembly) : [],
            .. types.SelectMany(type => Type(type, assembly.Attribute("FullName"))),
            .. Repeated(types, "Name", type => type.Attribute("Name")),
            .. Repeated(types, "FriendlyName", type => type.Text("FriendlyName")),
        ];
    }

    private static IEnumerable<Finding> FileName(SourceElement assembly)
    {
        string expected = "/" + assembly.File.Replace(".data.xml", "", StringComparison.Ordinal);
        if (assembly.Text("FileName") != expected)
        {
            yield return assembly.Says($"FileName is '{assembly.Text("FileName")}'. The assembly belongs beside this file; write {expected}.");
        }
    }

    private static IEnumerable<Finding> OwnRules(SourceElement assembly)
    {
        if (assembly.Attribute("FullName").EndsWith("PublicKeyToken=null", StringComparison.Ordinal))
        {
            yield return assembly.Says("The assembly has no public key token. Sign it with a strong name and write its token.");
        }

        string name = assembly.Attribute("FullName").Split(',')[0].Replace(".", "", StringComparison.Ordinal);
        string file = $"PluginAssemblies/{name}-{assembly.Attribute("PluginAssemblyId").ToUpperInvariant()}/{name}.dll.data.xml";
        if (assembly.File != file)
        {
            yield return assembly.Says($"Folder and file are named after the assembly and its id. Name the file {file}.");
        }
    }

    private static IEnumerable<Finding> Type(SourceElement type, string fullName)
    {
        string expected = $"{type.Attribute("Name")}, {fullName}";
        if (type.Attribute("AssemblyQualifiedName") != expected)
        {
            yield return type.Says($"AssemblyQualifiedName is '{type.Attribute("AssemblyQualifiedName")}'. Write '{expected}'.");
        }
    }

    private static IEnumerable<Finding> Repeated(SourceElement[] types, string what, Func<SourceElement, string> key) =>
        types.Repeated(key).Select(type => type.Says($"Another type has the same {what}, '{key(type)}'. Give each type its own."));
}
