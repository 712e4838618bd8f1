namespace PowerIntegration.Local.Tests.Flows;

internal static class RepositoryFiles
{
    public static string Root { get; } = FindRoot();

    public static string Solution(string name) => Path.Combine(Root, "solution", name);

    // The contracts lie beside the repository, or one level up where several clones share them.
    public static string? Contract(string name)
    {
        foreach (var above in new[] { "..", Path.Combine("..", "..") })
        {
            var path = Path.GetFullPath(Path.Combine(Root, above, "shared", "contracts", name));
            if (File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "PowerIntegration.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
