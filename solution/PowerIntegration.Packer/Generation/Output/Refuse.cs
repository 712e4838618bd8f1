using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Generation.Output;

/// <summary>Nothing is generated from sources with faults: half of it would look like the whole.</summary>
internal static class Refuse
{
    // In the core and in the connector solution.
    private static readonly string[] GeneratedFolders =
    [
        "customapis/",
        "SdkMessageProcessingSteps/",
        "PluginAssemblies/",
        "Connectors/",
        "AppModules/",
        "AppModuleSiteMaps/",
        "Dashboards/",
        "WebResources/",
    ];

    /// <summary>Ends the generation where anything was found.</summary>
    /// <exception cref="PackingRefusedException">Something was found; the sentences say what.</exception>
    public static void Any(IReadOnlyList<Finding> findings)
    {
        if (findings.Count > 0)
        {
            throw new PackingRefusedException(findings);
        }
    }

    /// <summary>Ends the generation where a source cannot be read. What is generated is no source: whatever is there is overwritten.</summary>
    /// <exception cref="PackingRefusedException">A file cannot be read; the sentences say which.</exception>
    public static void Unreadable(UnpackedSolution solution) => Any([.. solution.Unreadable.Where(found => !IsGenerated(found.File))]);

    /// <summary>True for a file of a solution that a verb generates from other files.</summary>
    public static bool IsGenerated(string file) =>
        GeneratedFolders.Any(folder => file.StartsWith(folder, StringComparison.Ordinal))
        || (
            file.Split('/') is ["Entities", _, .. var part]
            && TablePart.Of(string.Join('/', part)) is { } kind
            && (kind == TablePart.Forms || kind == TablePart.Views || kind == TablePart.Charts || kind == TablePart.Ribbon)
        );
}
