using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Manifests;

/// <summary>Solution.xml lists every root component that the files hold, and none that they do not.</summary>
public static class RootComponentCheck
{
    /// <summary>Differences between the list and the files.</summary>
    public static IEnumerable<Finding> Find(Catalogue catalogue) => catalogue.Solutions.SelectMany(Find);

    /// <summary>The components that the files hold, each as its type code and its id or name, lower case, id before name.</summary>
    public static IEnumerable<string> InFiles(UnpackedSolution solution) =>
        from slot in ComponentSlot.All
        from file in MergedFiles.Of(solution, slot, managed: false)
        from component in slot.ComponentsIn(file.Element)
        from line in slot.RootComponentsOf(component)
        select line;

    /// <summary>The components that a manifest lists, written as <see cref="InFiles"/> writes them.</summary>
    public static IEnumerable<string> Listed(SourceElement manifest) =>
        from component in manifest.Element.Descendants("RootComponent").Select(manifest.At)
        select string.Join(
            ' ',
            new[] { component.Attribute("type"), component.Attribute("id"), component.Attribute("schemaName") }.Where(part => part.Length > 0)
        );

    private static IEnumerable<Finding> Find(UnpackedSolution solution)
    {
        string[] inFiles = [.. InFiles(solution).Select(LogicalName.Of)];
        string[] listed = [.. Listed(solution.Manifest).Select(LogicalName.Of)];
        return
        [
            .. listed
                .Except(inFiles)
                .Select(component =>
                    solution.Manifest.Says("RootComponent " + component, "No file holds this component. Remove the line or add the file.")
                ),
            .. inFiles
                .Except(listed)
                .Select(component =>
                    solution.Manifest.Says("RootComponents", $"The component {component} is in the files but not listed. Add a RootComponent for it.")
                ),
            .. listed
                .GroupBy(component => component)
                .Where(group => group.Count() > 1)
                .Select(group => solution.Manifest.Says("RootComponent " + group.Key, "It is listed more than once.")),
        ];
    }
}
