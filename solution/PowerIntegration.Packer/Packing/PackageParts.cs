using System.Xml.Linq;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification;

namespace PowerIntegration.Packer.Packing;

/// <summary>Lists what goes into the package of one solution.</summary>
public static class PackageParts
{
    /// <summary>The parts, the three of the root first.</summary>
    /// <param name="solution">A solution in which <see cref="SolutionVerifier"/> found nothing.</param>
    /// <param name="inputs">What comes from outside its folder.</param>
    /// <exception cref="PackingRefusedException">The folder came from a managed package, or the assembly is missing or another one.</exception>
    public static IReadOnlyList<PackagePart> Of(UnpackedSolution solution, PackageInputs inputs)
    {
        PackagePart[] content =
        [
            new("solution.xml", PackageXml.Write(Manifest(solution, inputs.Kind))),
            new("customizations.xml", PackageXml.Write(CustomizationsMerge.Merge(solution, inputs.Kind))),
            .. PayloadParts.Of(solution, inputs),
        ];
        return [ContentTypes.For(content), .. content];
    }

    // The flag is the only difference that every managed package has.
    private static XElement Manifest(UnpackedSolution solution, PackageKind kind)
    {
        if (kind == PackageKind.Unmanaged && solution.Manifest.Text("Managed") == "1")
        {
            throw new PackingRefusedException([
                solution.Manifest.Says(
                    "Managed",
                    "The folder was unpacked from a managed package, which cannot become unmanaged. Pack it with --managed."
                ),
            ]);
        }

        bool managed = kind == PackageKind.Managed;
        SourceElement source =
            managed && solution.Has(UnpackedSolution.ManagedManifestFile)
                ? solution.Xml(UnpackedSolution.ManagedManifestFile)
                : solution.Manifest.At(solution.Manifest.Element.Parent!);
        XElement root = new(source.Element);
        root.Element("SolutionManifest")?.Element("Managed")?.SetValue(managed ? "1" : "0");
        return root;
    }
}
