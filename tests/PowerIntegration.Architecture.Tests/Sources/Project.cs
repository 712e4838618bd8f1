using System.Xml.Linq;

namespace PowerIntegration.Architecture.Tests.Sources;

/// <summary>One project file. Paths are relative to the repository, with forward slashes.</summary>
internal sealed class Project(string path)
{
    private readonly XElement content = XElement.Load(System.IO.Path.Combine(Repository.Root, path));

    public string Path { get; } = path;

    public string Name { get; } = System.IO.Path.GetFileNameWithoutExtension(path);

    public string Folder { get; } = System.IO.Path.GetDirectoryName(path)!.Replace('\\', '/');

    /// <summary>Stand-ins carry Microsoft's names and folders of their own.</summary>
    public bool IsStandIn => Folder.StartsWith("plugins/Sdk/", StringComparison.Ordinal);

    public bool Ships => !IsStandIn && !Folder.StartsWith("tests/", StringComparison.Ordinal);

    /// <summary>Names of the projects that it compiles against; what is only built first is left out.</summary>
    public IReadOnlyList<string> References =>
        [
            .. content
                .Descendants("ProjectReference")
                .Where(reference => (string?)reference.Attribute("ReferenceOutputAssembly") != "false")
                .Select(reference => System.IO.Path.GetFileNameWithoutExtension(((string)reference.Attribute("Include")!).Replace('\\', '/')))
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>The namespace at the top of the project.</summary>
    public string RootNamespace => (string?)content.Descendants("RootNamespace").FirstOrDefault() ?? Name;

    public IReadOnlyList<string> Packages => [.. content.Descendants("PackageReference").Select(package => (string)package.Attribute("Include")!)];

    public override string ToString() => Name;
}
