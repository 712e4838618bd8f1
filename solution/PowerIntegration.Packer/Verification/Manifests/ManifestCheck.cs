using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Manifests;

/// <summary>Solution.xml names version and publisher.</summary>
internal static class ManifestCheck
{
    public static IEnumerable<Finding> Find(Catalogue catalogue) => catalogue.Solutions.SelectMany(Manifest);

    private static IEnumerable<Finding> Manifest(UnpackedSolution solution)
    {
        SourceElement manifest = solution.Manifest;
        if (!manifest.Text("UniqueName").StartsWith("PowerIntegration", StringComparison.Ordinal))
        {
            yield return manifest.Says("UniqueName", $"The name '{manifest.Text("UniqueName")}' does not begin with PowerIntegration.");
        }

        if (!Version.TryParse(manifest.Text("Version"), out Version? version) || version.Revision < 0)
        {
            yield return manifest.Says("Version", $"The version '{manifest.Text("Version")}' is not four numbers with dots between them.");
        }

        if (manifest.Text("Managed") != "0")
        {
            yield return manifest.Says(
                "Managed",
                $"The value is '{manifest.Text("Managed")}'. Source that was written by hand is packed unmanaged: write 0."
            );
        }

        foreach (Finding finding in PublisherOf(manifest))
        {
            yield return finding;
        }
    }

    private static IEnumerable<Finding> PublisherOf(SourceElement manifest)
    {
        SourceElement publisher = manifest.At(manifest.Element.Element("Publisher") ?? manifest.Element);
        Dictionary<string, string> expected = new()
        {
            ["UniqueName"] = Publisher.UniqueName,
            ["CustomizationPrefix"] = Publisher.Prefix,
            ["CustomizationOptionValuePrefix"] = Publisher.OptionValuePrefix,
        };
        return expected
            .Where(pair => publisher.Text(pair.Key) != pair.Value)
            .Select(pair =>
                publisher.Says(
                    "Publisher/" + pair.Key,
                    $"The value is '{publisher.Text(pair.Key)}'; the publisher has '{pair.Value}', and it never changes."
                )
            );
    }
}
