using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Manifests;

/// <summary>The solutions that ship are this product's.</summary>
internal static class OwnPublisherCheck
{
    public static IEnumerable<Finding> Find(Catalogue catalogue) =>
        catalogue
            .Solutions.Where(solution => !solution.IsOwn)
            .Select(solution =>
                solution.Manifest.Says(
                    "Publisher/UniqueName",
                    $"The publisher is '{solution.Manifest.Below("Publisher", "UniqueName").FirstOrDefault()?.Element.Value}'. "
                        + $"It never changes; write {Publisher.UniqueName}."
                )
            );
}
