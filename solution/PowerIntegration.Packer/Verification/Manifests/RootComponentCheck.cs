using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Manifests;

/// <summary>Solution.xml lists every component that the files hold, and none that they do not.</summary>
public static class RootComponentCheck
{
    private const string IncludeAll = "0";

    /// <summary>Differences between the list and the files.</summary>
    public static IEnumerable<Finding> Find(Catalogue catalogue) => catalogue.Solutions.SelectMany(Find);

    /// <summary>The components that the files hold, each as its type code, id and name with blanks between them.</summary>
    public static IEnumerable<string> InFiles(UnpackedSolution solution) => ComponentKind.All.SelectMany(kind => KeysOf(solution, kind));

    /// <summary>The components that a manifest lists, written as <see cref="InFiles"/> writes them.</summary>
    public static IEnumerable<string> Listed(SourceElement manifest) =>
        manifest.Element.Descendants("RootComponent").Select(component => KeyOf(manifest.At(component)));

    private static IEnumerable<Finding> Find(UnpackedSolution solution)
    {
        SourceElement[] listed = [.. solution.Manifest.Below("RootComponents", "RootComponent")];
        return
        [
            .. listed.SelectMany(component => Component(solution, component)),
            .. listed.Repeated(KeyOf).Select(component => component.Says($"The component {KeyOf(component)} is listed twice. Remove one.")),
            .. solution.IsOwn ? NotListed(solution, [.. listed.Select(KeyOf)]) : [],
        ];
    }

    private static IEnumerable<Finding> Component(UnpackedSolution solution, SourceElement component)
    {
        if (ComponentKind.Of(component.Attribute("type")) is not { } kind)
        {
            string known = string.Join(", ", ComponentKind.All.Select(kind => $"{kind.Code} {kind.Name}"));
            yield return component.Says(
                $"The component type {component.Attribute("type")} is not supported here. Remove the component; these are known: {known}."
            );
            yield break;
        }

        if (
            (kind.Id is null) != (component.Attribute("id").Length == 0)
            || (kind.SchemaName is null) != (component.Attribute("schemaName").Length == 0)
        )
        {
            string keys = string.Join(
                " and ",
                new[] { kind.Id is null ? "" : "id", kind.SchemaName is null ? "" : "schemaName" }.Where(key => key.Length > 0)
            );
            yield return component.Says($"A {kind.Name} (type {kind.Code}) is listed by {keys} alone. Write what is missing and remove the rest.");
        }
        else if (!KeysOf(solution, kind).Contains(KeyOf(component)))
        {
            yield return component.Says($"No file holds the {kind.Name} {KeyOf(component)}. Remove the line or add the file.");
        }

        if (solution.IsOwn && component.Attribute("behavior") != IncludeAll)
        {
            yield return component.Says(
                $"The behavior is '{component.Attribute("behavior")}', which leaves parts of the {kind.Name} out. "
                    + $"The solution owns all of it; write {IncludeAll}."
            );
        }
    }

    private static IEnumerable<Finding> NotListed(UnpackedSolution solution, string[] listed) =>
        from kind in ComponentKind.All
        where kind.MustBeListed
        from component in KeysOf(solution, kind)
        where !listed.Contains(component)
        select solution.Manifest.Says("RootComponents", $"The {kind.Name} {component} is in the files and not listed. Add a RootComponent for it.");

    private static IEnumerable<string> KeysOf(UnpackedSolution solution, ComponentKind kind) => kind.In(solution).Select(kind.KeyOf);

    private static string KeyOf(SourceElement component) =>
        ComponentKind.Key(component.Attribute("type"), component.Attribute("id"), component.Attribute("schemaName"));
}
