namespace PowerIntegration.Sandbox.Hosting;

/// <summary>Where the shipped artifacts lie: the sandbox runs them in place, never a copy.</summary>
public sealed class RepositoryLayout
{
    /// <summary>Name of the folder with the rows that ship beside the solutions.</summary>
    public const string ShippedRowsFolder = "data";

    private const string SolutionFileName = "PowerIntegration.sln";

    private RepositoryLayout(string root, string configuration)
    {
        Root = root;
        PluginAssembly = Path.Combine(root, "plugins", "PowerIntegration.Plugins", "bin", configuration, "net462", "PowerIntegration.Plugins.dll");
    }

    /// <summary>The folder that holds the solution file.</summary>
    public string Root { get; }

    /// <summary>The net462 plug-in assembly that ships.</summary>
    public string PluginAssembly { get; }

    /// <summary>The unpacked solutions in the order in which a customer imports them.</summary>
    public IReadOnlyList<string> SolutionFolders =>
        [SolutionFolder("connector"), SolutionFolder("core"), SolutionFolder("flows"), SolutionFolder("approvals")];

    /// <summary>The connector's repository form.</summary>
    public string ConnectorFolder => Path.Combine(Root, "connector", "definition");

    /// <summary>The folder with <see cref="ShippedRowsFolder"/>: rows that ship beside the solutions.</summary>
    public string SolutionRoot => Path.Combine(Root, "solution");

    /// <summary>The job that is loaded where no other is named.</summary>
    public string DefaultDataFolder => Path.Combine(SandboxFolder, "data", "lakeshore");

    /// <summary>The library that draws cards; npm brings it, and the sandbox runs without it.</summary>
    public string CardLibrary => Path.Combine(SandboxFolder, "node_modules", "adaptivecards", "dist", "adaptivecards.min.js");

    private string SandboxFolder => Path.Combine(Root, "tests", "PowerIntegration.Sandbox");

    /// <summary>Finds the layout from the folder the program runs in, bin/(configuration)/net10.0 of a project of the repository.</summary>
    public static RepositoryLayout Find() => Find(AppContext.BaseDirectory);

    /// <summary>Finds the layout from a folder below the repository's root.</summary>
    /// <param name="start">The program's folder.</param>
    /// <exception cref="DirectoryNotFoundException">No folder above holds the solution file.</exception>
    public static RepositoryLayout Find(string start)
    {
        var configuration = new DirectoryInfo(start.TrimEnd(Path.DirectorySeparatorChar)).Parent?.Name ?? "Debug";
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, SolutionFileName)))
            {
                return new RepositoryLayout(folder.FullName, configuration);
            }
        }

        throw new DirectoryNotFoundException(
            $"{SolutionFileName} was not found in {start} or above it. Run the sandbox from a clone of the repository."
        );
    }

    private string SolutionFolder(string name) => Path.Combine(Root, "solution", name);
}
