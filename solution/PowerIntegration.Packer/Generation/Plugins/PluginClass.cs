using PowerIntegration.Packer.Findings;

namespace PowerIntegration.Packer.Generation.Plugins;

/// <summary>A class of the plug-in assembly that registers something.</summary>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Name">Its name.</param>
/// <param name="Attributes">Its attributes, in the order of the source.</param>
public sealed record PluginClass(string Namespace, string Name, IReadOnlyList<DeclaredAttribute> Attributes)
{
    private const string RootNamespace = "PowerIntegration.Plugins";

    /// <summary>Namespace and name.</summary>
    public string FullName => $"{Namespace}.{Name}";

    /// <summary>The attributes of a name.</summary>
    public IEnumerable<DeclaredAttribute> All(string attribute) => Attributes.Where(candidate => candidate.Name == attribute);

    /// <summary>A finding about one of its attributes, in the file of its source: a namespace is a folder.</summary>
    public Finding Says(string attribute, string sentence) =>
        new($"plugins/{RootNamespace}{Namespace[RootNamespace.Length..].Replace('.', '/')}/{Name}.cs", attribute, sentence);
}
