using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Manifests;

/// <summary>Solution.xml names version and publisher; Customizations.xml has a slot for everything that is merged into it.</summary>
internal static class ManifestCheck
{
    public static IEnumerable<Finding> Find(Catalogue catalogue) =>
        catalogue.Solutions.SelectMany(solution => Manifest(solution).Concat(Slots(solution)));

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

    // The real packer leaves a component out without a word where its slot is missing.
    private static IEnumerable<Finding> Slots(UnpackedSolution solution) =>
        ComponentSlot
            .All.Where(slot => solution.FilesIn(slot.Folder, slot.FileEnding).Any() && solution.Customizations.Element.Element(slot.Slot) is null)
            .Select(slot =>
                solution.Customizations.Says(
                    slot.Slot,
                    $"The slot is missing, so that nothing in the folder {slot.Folder} would be packed. Add the empty element."
                )
            );
}
