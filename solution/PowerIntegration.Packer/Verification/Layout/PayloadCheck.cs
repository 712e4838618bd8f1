using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Layout;

/// <summary>Files beside the XML: each is named by exactly one component, and each that a component names is there.</summary>
internal static class PayloadCheck
{
    public static IEnumerable<Finding> Find(Catalogue catalogue) => catalogue.Solutions.SelectMany(Find);

    private static IEnumerable<Finding> Find(UnpackedSolution solution)
    {
        (SourceElement Root, PayloadFile File)[] named = [.. Named(solution)];
        return
        [
            .. named.Where(pair => !IsPath(pair.File)).Select(pair => pair.Root.Says(pair.File.PackagePath, NoPath(pair.File))),
            .. named.Where(pair => IsPath(pair.File)).SelectMany(pair => Missing(solution, pair.Root, pair.File)),
            .. Shared(named),
            .. Unnamed(solution, named.Select(pair => pair.File.SourcePath)),
        ];
    }

    private static IEnumerable<(SourceElement Root, PayloadFile File)> Named(UnpackedSolution solution) =>
        from slot in ComponentSlot.All
        from file in MergedFiles.Every(solution, slot)
        let root = solution.Xml(file)
        from component in slot.ComponentsIn(root.Element)
        from payload in slot.PayloadOf(component)
        select (root, payload);

    private static bool IsPath(PayloadFile file) => FileName.StaysInFolder(file.SourcePath) && FileName.StaysInFolder(file.PackagePath);

    private static string NoPath(PayloadFile file) => $"'{file.PackagePath}' is not a path inside a package. Use names separated by forward slashes.";

    // The icon of the connector and the built assembly come from elsewhere in the repository; whoever packs asks for them.
    private static IEnumerable<Finding> Missing(UnpackedSolution solution, SourceElement root, PayloadFile file) =>
        solution.Has(file.SourcePath) || root.Element.Name == "PluginAssembly" || file.PackagePath == root.Text("iconblob").TrimStart('/')
            ? []
            : [root.Says(file.PackagePath, $"The file {file.SourcePath} is missing. Add it, or correct the name.")];

    private static IEnumerable<Finding> Shared((SourceElement Root, PayloadFile File)[] named) =>
        named
            .GroupBy(pair => pair.File.PackagePath, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Select(pair => pair.Root.File).Distinct().Count() > 1)
            .Select(group =>
                group
                    .Last()
                    .Root.Says(group.Key, $"{group.First().Root.File} names the same part of the package. Give each component a part of its own.")
            );

    private static IEnumerable<Finding> Unnamed(UnpackedSolution solution, IEnumerable<string> named)
    {
        HashSet<string> placed =
        [
            .. named,
            .. ComponentSlot.All.SelectMany(slot => MergedFiles.Every(solution, slot)),
            .. MergedFiles
                .FoldersOfTables(solution)
                .SelectMany(folder => TablePart.All.SelectMany(part => MergedFiles.Every(solution, folder, part))),
            SolutionLayout.RelationshipIndex,
            UnpackedSolution.ManifestFile,
            UnpackedSolution.ManagedManifestFile,
            UnpackedSolution.CustomizationsFile,
        ];
        return solution
            .Files.Where(file => SolutionLayout.IsKnownFolder(file) && !SolutionLayout.IsCopied(file) && !placed.Contains(file))
            .Select(file => new Finding(file, "the file", "No component names this file, so it has no place in a package. Remove it, or name it."));
    }
}
