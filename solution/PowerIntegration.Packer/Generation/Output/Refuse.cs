using PowerIntegration.Packer.Findings;

namespace PowerIntegration.Packer.Generation.Output;

/// <summary>Nothing is generated from sources with faults: half of it would look like the whole.</summary>
internal static class Refuse
{
    /// <summary>Ends the generation where anything was found.</summary>
    /// <exception cref="PackingRefusedException">Something was found; the sentences say what.</exception>
    public static void Any(IReadOnlyList<Finding> findings)
    {
        if (findings.Count > 0)
        {
            throw new PackingRefusedException(findings);
        }
    }
}
