using System.Reflection;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Tests;

/// <summary>The files that ship.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string PluginOutput { get; } =
        Path.Combine(
            Root,
            "plugins/PowerIntegration.Plugins/bin",
            typeof(Repository).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration,
            "net462"
        );

    public static string PluginAssembly => Path.Combine(PluginOutput, "PowerIntegration.Plugins.dll");

    public static string Tables => Path.Combine(Root, "plugins/PowerIntegration.Tables");

    public static string Contracts => Path.Combine(Root, "../shared/contracts");

    /// <summary>A solution of another publisher, in order.</summary>
    public static string ContosoDesk => Path.Combine(Root, "tests/PowerIntegration.Local.Tests/Fixtures/ContosoDesk");

    public static UnpackedSolution[] Solutions(string? root = null) =>
        [
            UnpackedSolution.Read(Path.Combine(root ?? Root, "solution/connector")),
            UnpackedSolution.Read(Path.Combine(root ?? Root, "solution/core")),
            UnpackedSolution.Read(Path.Combine(root ?? Root, "solution/flows")),
            UnpackedSolution.Read(Path.Combine(root ?? Root, "solution/approvals")),
        ];

    public static ConnectorDefinition Definition(string? root = null) => ConnectorDefinition.Read(Path.Combine(root ?? Root, "connector/definition"));

    public static Catalogue Catalogue() => new(Solutions(), Definition());

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PowerIntegration.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests run from a folder below the repository.");
    }
}
