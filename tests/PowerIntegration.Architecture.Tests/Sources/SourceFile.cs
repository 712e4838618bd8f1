using System.Text.RegularExpressions;

namespace PowerIntegration.Architecture.Tests.Sources;

/// <summary>One C# file.</summary>
/// <param name="Path">Relative to the repository, with forward slashes.</param>
/// <param name="Project">The project whose folder holds it; null at the root.</param>
internal sealed partial record SourceFile(string Path, Project? Project)
{
    public string Text { get; } = File.ReadAllText(System.IO.Path.Combine(Repository.Root, Path));

    public bool IsGenerated => Path.EndsWith(".g.cs", StringComparison.Ordinal);

    /// <summary>The folder inside the project; empty at its top.</summary>
    public string Folder => System.IO.Path.GetDirectoryName(System.IO.Path.GetRelativePath(Project?.Folder ?? "", Path))!.Replace('\\', '/');

    public string? Namespace => NamespaceLine().Match(Text) is { Success: true } match ? match.Groups["name"].Value : null;

    /// <summary>Namespaces that the file opens, by using lines or by a static or named using.</summary>
    public IReadOnlyList<string> Usings => [.. UsingLine().Matches(Text).Select(match => match.Groups["name"].Value)];

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"^using (?:static )?(?:\w+ = )?(?<name>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex UsingLine();
}
