using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Packing;

/// <summary>The parts of a package beside its three XML files: what components name, and the folders that are copied as they are.</summary>
internal static class PayloadParts
{
    /// <summary>The parts, in ordinal order of their paths.</summary>
    public static IEnumerable<PackagePart> Of(UnpackedSolution solution, PackageInputs inputs)
    {
        PackagePart[] named = [.. Named(solution, inputs)];
        IEnumerable<PackagePart> copied = solution
            .Files.Where(SolutionLayout.IsCopied)
            .Except(ComponentSlot.All.SelectMany(slot => MergedFiles.Every(solution, slot)))
            .Except(named.Select(part => part.Path))
            .Select(file => new PackagePart(file, solution.Bytes(file)));
        return named.Concat(copied).OrderBy(part => part.Path, StringComparer.Ordinal);
    }

    private static IEnumerable<PackagePart> Named(UnpackedSolution solution, PackageInputs inputs) =>
        from slot in ComponentSlot.All
        from source in MergedFiles.Of(solution, slot, inputs.Kind == PackageKind.Managed)
        from component in slot.ComponentsIn(source.Element)
        from file in slot.PayloadOf(component)
        select new PackagePart(file.PackagePath, BytesOf(solution, inputs, source.At(component), file));

    private static byte[] BytesOf(UnpackedSolution solution, PackageInputs inputs, SourceElement component, PayloadFile file) =>
        solution.Has(file.SourcePath) ? solution.Bytes(file.SourcePath)
        : component.Element.Name == "PluginAssembly" ? Built(component, inputs.Assembly?.Invoke())
        : inputs.Definition?.IconBytes
            ?? throw new PackingRefusedException([component.Says(file.PackagePath, $"The file {file.SourcePath} is missing. Add it.")]);

    private static byte[] Built(SourceElement registration, byte[]? assembly)
    {
        if (assembly is null)
        {
            throw new PackingRefusedException([
                registration.Says(
                    registration.Attribute("FullName"),
                    "The built assembly is missing. Build plugins/PowerIntegration.Plugins for net462, or name the file with --assembly."
                ),
            ]);
        }

        IReadOnlyList<Finding> findings = AssemblyCheck.Find(registration, assembly);
        return findings.Count == 0 ? assembly : throw new PackingRefusedException(findings);
    }
}
