namespace PowerIntegration.Architecture.Tests.Sources;

/// <summary>The repository that the tests run in: its projects and their C# files.</summary>
internal static class Repository
{
    private static readonly string[] NotSource = ["bin", "obj", "StrykerOutput", "artifacts", "node_modules"];

    public static string Root { get; } = FindRoot();

    /// <summary>Every project, in the order of their paths.</summary>
    public static IReadOnlyList<Project> Projects { get; } =
    [.. Files("*.csproj").Select(path => new Project(path)).OrderBy(project => project.Folder, StringComparer.Ordinal)];

    /// <summary>Every C# file with its project.</summary>
    public static IReadOnlyList<SourceFile> Sources { get; } =
    [.. Files("*.cs").Select(path => new SourceFile(path, OwnerOf(path))).OrderBy(file => file.Path, StringComparer.Ordinal)];

    /// <summary>Every document that people read, by its path.</summary>
    public static IReadOnlyList<string> Documents { get; } = [.. Files("*.md").Order(StringComparer.Ordinal)];

    public static Project Project(string name) => Projects.Single(project => project.Name == name);

    public static IEnumerable<SourceFile> SourcesOf(Project project) => Sources.Where(file => file.Project == project);

    private static Project? OwnerOf(string path) =>
        Projects
            .Where(project => path.StartsWith(project.Folder + "/", StringComparison.Ordinal))
            .OrderByDescending(project => project.Folder.Length)
            .FirstOrDefault();

    private static IEnumerable<string> Files(string pattern) => FilesIn(new DirectoryInfo(Root), pattern);

    private static IEnumerable<string> FilesIn(DirectoryInfo folder, string pattern) =>
        folder
            .EnumerateFiles(pattern)
            .Select(file => Path.GetRelativePath(Root, file.FullName).Replace('\\', '/'))
            .Concat(
                folder
                    .EnumerateDirectories()
                    .Where(child => !child.Name.StartsWith('.') && !NotSource.Contains(child.Name))
                    .SelectMany(child => FilesIn(child, pattern))
            );

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PowerIntegration.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds PowerIntegration.sln.");
    }
}
