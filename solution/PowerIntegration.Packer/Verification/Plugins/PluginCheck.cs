using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Plugins;

/// <summary>The registration of an assembly is complete and says the same identity everywhere.</summary>
internal static class PluginCheck
{
    public static IEnumerable<Finding> Find(Catalogue catalogue) => catalogue.All("PluginAssemblies", ".dll.data.xml").SelectMany(Find);

    private static IEnumerable<Finding> Find(SourceElement assembly)
    {
        string fullName = assembly.Attribute("FullName");
        if (assembly.Text("IsolationMode") != "2" || assembly.Text("SourceType") != "0")
        {
            yield return assembly.Says(
                fullName,
                "Online environments take plug-ins in the sandbox (IsolationMode 2) from the database (SourceType 0) only."
            );
        }

        if (fullName.EndsWith("PublicKeyToken=null", StringComparison.Ordinal))
        {
            yield return assembly.Says(fullName, "The assembly has no public key token; it must be strong-named.");
        }

        string expected = "/" + assembly.File.Replace(".data.xml", "", StringComparison.Ordinal);
        if (assembly.Text("FileName") != expected)
        {
            yield return assembly.Says("FileName", $"The value is '{assembly.Text("FileName")}'; the assembly belongs beside this file: {expected}.");
        }

        foreach (SourceElement type in assembly.Element.Descendants("PluginType").Select(assembly.At))
        {
            foreach (Finding finding in Type(type, fullName))
            {
                yield return finding;
            }
        }
    }

    private static IEnumerable<Finding> Type(SourceElement type, string fullName)
    {
        string name = type.Attribute("Name");
        if (type.Attribute("AssemblyQualifiedName") != $"{name}, {fullName}")
        {
            yield return type.Says(name, $"AssemblyQualifiedName is '{type.Attribute("AssemblyQualifiedName")}'; it must be '{name}, {fullName}'.");
        }

        if (type.Text("FriendlyName").Length == 0)
        {
            yield return type.Says(name, "FriendlyName is missing; import fails without it.");
        }

        if (type.Attribute("PluginTypeId").Contains('{', StringComparison.Ordinal))
        {
            yield return type.Says(name, "PluginTypeId is written without braces.");
        }
    }
}
