using System.Collections.Concurrent;
using PowerIntegration.Local.Dataverse.Metadata;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification;

namespace PowerIntegration.Sandbox.Hosting;

/// <summary>
/// Holds what is about to be loaded to the checks of the packer: what import would drop in silence is refused here by its name and place.
/// </summary>
internal static class SolutionGate
{
    // Tests start many sandboxes in one process; the product's own folders do not change under them.
    private static readonly ConcurrentDictionary<string, IReadOnlyList<Finding>> OwnFindings = new(StringComparer.Ordinal);

    /// <summary>Refuses solutions that cannot be loaded whole.</summary>
    /// <param name="layout">The product's own solutions and connector.</param>
    /// <param name="furtherFolders">Unpacked solutions of any publisher beside them.</param>
    /// <exception cref="SolutionRefusedException">Something is wrong; the message has one sentence for each finding.</exception>
    public static void Require(RepositoryLayout layout, IReadOnlyList<string> furtherFolders)
    {
        Refuse(OwnFindings.GetOrAdd(layout.Root, _ => SolutionVerifier.Verify(Own(layout), ConnectorDefinition.Read(layout.ConnectorFolder))));
        if (furtherFolders.Count > 0)
        {
            Refuse(SolutionVerifier.VerifyForLoading([.. Own(layout), .. furtherFolders.Select(UnpackedSolution.Read)]));
        }
    }

    private static UnpackedSolution[] Own(RepositoryLayout layout) => [.. layout.SolutionFolders.Select(UnpackedSolution.Read)];

    private static void Refuse(IReadOnlyList<Finding> findings)
    {
        if (findings.Count > 0)
        {
            throw new SolutionRefusedException(string.Join(Environment.NewLine, findings.Select(finding => finding.ToString())));
        }
    }
}
