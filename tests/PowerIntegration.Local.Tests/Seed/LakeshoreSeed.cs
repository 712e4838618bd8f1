using PowerIntegration.Local.Seed;

namespace PowerIntegration.Local.Tests.Seed;

/// <summary>The shipped job, found from the folder the tests run in.</summary>
public static class LakeshoreSeed
{
    public static string Root { get; } = FindRoot();

    public static string Path { get; } = System.IO.Path.Combine(Root, "tests", "PowerIntegration.Sandbox", "data", "lakeshore");

    public static SeedFolder Load() => SeedFolder.Load(Path);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(System.AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "PowerIntegration.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("No folder above the tests holds PowerIntegration.sln.");
    }
}
