using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Layout;

/// <summary>No built assembly lies in the sources; the packer takes the one that was built from them.</summary>
internal static class BinaryCheck
{
    public static IEnumerable<Finding> Find(Catalogue catalogue) =>
        catalogue
            .Solutions.SelectMany(solution => solution.Files)
            .Where(file => file.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
            .Select(file => new Finding(file, "the file", "No assembly lies in the source; the packer takes the built one. Remove the file."));
}
