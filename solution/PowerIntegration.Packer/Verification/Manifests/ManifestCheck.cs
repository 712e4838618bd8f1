using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Shapes;

namespace PowerIntegration.Packer.Verification.Manifests;

/// <summary>Solution.xml: shape, name, version, and the same publisher in every solution of this product.</summary>
internal static class ManifestCheck
{
    public static IEnumerable<Finding> Find(Catalogue catalogue) =>
        [
            .. catalogue.Solutions.SelectMany(Find),
            .. catalogue.Solutions.Where(solution => solution.IsOwn).Skip(1).SelectMany(solution => SamePublisher(catalogue, solution)),
            .. catalogue.Solutions.Where(solution => !solution.IsOwn).SelectMany(solution => TakenPrefix(catalogue, solution)),
            .. catalogue
                .Solutions.Repeated(solution => solution.UniqueName, StringComparer.OrdinalIgnoreCase)
                .Select(solution => solution.Manifest.Says($"Another solution is named {solution.UniqueName} too. Rename one of them.")),
        ];

    private static IEnumerable<Finding> Find(UnpackedSolution solution)
    {
        SourceElement manifest = solution.Manifest;
        SourceElement root = manifest.At(manifest.Element.Parent ?? manifest.Element);
        return [.. ShapeCheck.Find(root, SolutionShape.Root, solution.IsOwn), .. Addresses(manifest), .. solution.IsOwn ? OwnRules(manifest) : []];
    }

    // Import refuses a publisher whose prefix another publisher of the environment has.
    private static IEnumerable<Finding> TakenPrefix(Catalogue catalogue, UnpackedSolution solution)
    {
        string prefix = Prefix(solution);
        if (catalogue.Solutions.Any(other => PublisherOf(other) != PublisherOf(solution) && Prefix(other) == prefix))
        {
            yield return solution.Manifest.Says(
                "Publisher/CustomizationPrefix",
                $"The prefix '{prefix}' belongs to another publisher of these solutions. Give this publisher a prefix of its own."
            );
        }
    }

    private static string Prefix(UnpackedSolution solution) =>
        solution.Manifest.Below("Publisher", "CustomizationPrefix").Select(prefix => prefix.Element.Value).FirstOrDefault() ?? "";

    private static string PublisherOf(UnpackedSolution solution) =>
        solution.Manifest.Below("Publisher", "UniqueName").Select(name => name.Element.Value).FirstOrDefault() ?? "";

    private static IEnumerable<Finding> Addresses(SourceElement manifest)
    {
        SourceElement[] addresses = [.. manifest.Below("Publisher", "Addresses", "Address")];
        if (addresses.Length > 0 && !addresses.Select(address => address.Text("AddressNumber")).Order().SequenceEqual(["1", "2"]))
        {
            yield return manifest.Says("Publisher/Addresses", "A publisher has two addresses, AddressNumber 1 and 2. Write one of each.");
        }
    }

    private static IEnumerable<Finding> OwnRules(SourceElement manifest)
    {
        if (!manifest.Text("UniqueName").StartsWith("PowerIntegration", StringComparison.Ordinal))
        {
            yield return manifest.Says(
                "UniqueName",
                $"The name '{manifest.Text("UniqueName")}' does not begin with PowerIntegration. Rename the solution."
            );
        }

        if (manifest.Text("Managed") != "0")
        {
            yield return manifest.Says(
                "Managed",
                $"The value is '{manifest.Text("Managed")}'. Source that is written by hand is packed unmanaged; write 0."
            );
        }

        SourceElement publisher = manifest.Below("Publisher").FirstOrDefault() ?? manifest;
        if (publisher.Text("CustomizationPrefix") != Publisher.Prefix)
        {
            yield return publisher.Says(
                $"CustomizationPrefix is '{publisher.Text("CustomizationPrefix")}'. It never changes; write {Publisher.Prefix}."
            );
        }

        if (publisher.Text("CustomizationOptionValuePrefix") != Publisher.OptionValuePrefix)
        {
            yield return publisher.Says(
                $"CustomizationOptionValuePrefix is '{publisher.Text("CustomizationOptionValuePrefix")}'. "
                    + $"It never changes; write {Publisher.OptionValuePrefix}."
            );
        }
    }

    private static IEnumerable<Finding> SamePublisher(Catalogue catalogue, UnpackedSolution solution)
    {
        UnpackedSolution first = catalogue.Solutions.First(other => other.IsOwn);
        if (!ContentOf(first).SequenceEqual(ContentOf(solution)))
        {
            yield return solution.Manifest.Says(
                "Publisher",
                $"The publisher differs from that of {first.UniqueName}, and the last import would win. Write the same in both."
            );
        }
    }

    // Two ways to write an empty element are the same to the platform.
    private static IEnumerable<string> ContentOf(UnpackedSolution solution) =>
        from publisher in solution.Manifest.Below("Publisher")
        from element in publisher.Element.Descendants()
        let attributes = string.Join(' ', element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration))
        select $"{element.Name} {attributes} {(element.HasElements ? "" : element.Value)}";
}
