using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Manifests;

/// <summary>MissingDependencies: what the solution needs from another one, and which of its components needs it.</summary>
internal static class MissingDependencyCheck
{
    private static readonly string[] KnownAttributes =
    [
        "key",
        "type",
        "schemaName",
        "displayName",
        "parentSchemaName",
        "parentDisplayName",
        "id",
        "solution",
    ];

    public static IEnumerable<Finding> Find(Catalogue catalogue) =>
        from solution in catalogue.Solutions
        from dependency in solution.Manifest.Below("MissingDependencies", "MissingDependency")
        from finding in Find(catalogue, solution, dependency)
        select finding;

    private static IEnumerable<Finding> Find(Catalogue catalogue, UnpackedSolution solution, SourceElement dependency)
    {
        SourceElement[] required = [.. dependency.Below("Required")];
        SourceElement[] dependent = [.. dependency.Below("Dependent")];
        if (required.Length != 1 || dependent.Length != 1 || dependency.Element.Elements().Count() != 2)
        {
            return
            [
                dependency.Says("A dependency names what is required and what depends on it. Write one Required and one Dependent, nothing else."),
            ];
        }

        return
        [
            .. Attributes(required[0], "type", "solution"),
            .. Attributes(dependent[0], "type"),
            .. Required(catalogue, required[0]),
            .. Exists(solution, dependent[0]),
        ];
    }

    private static IEnumerable<Finding> Attributes(SourceElement part, params string[] needed) =>
        [
            .. part
                .Element.Attributes()
                .Select(attribute => attribute.Name.LocalName)
                .Where(name => !KnownAttributes.Contains(name) && !name.StartsWith("id.", StringComparison.Ordinal))
                .Select(name => part.Says($"The attribute '{name}' is not supported here. Correct its name or remove it.")),
            .. needed.Where(name => part.Attribute(name).Length == 0).Select(name => part.Says($"The attribute {name} is missing. Add it.")),
        ];

    // The attribute reads: unique name, blank, version in parentheses.
    private static IEnumerable<Finding> Required(Catalogue catalogue, SourceElement required)
    {
        string name = required.Attribute("solution").Split(' ')[0];
        return catalogue.Solutions.FirstOrDefault(solution => solution.UniqueName == name) is { } solution ? Exists(solution, required) : [];
    }

    private static IEnumerable<Finding> Exists(UnpackedSolution solution, SourceElement part)
    {
        string key = ComponentKind.Key(part.Attribute("type"), part.Attribute("id"), part.Attribute("schemaName"));
        bool isKnown = ComponentKind.Of(part.Attribute("type")) is not null;
        return isKnown && !RootComponentCheck.InFiles(solution).Contains(key)
            ? [part.Says($"{solution.UniqueName} has no component {key}. Name one that exists, or remove the dependency.")]
            : [];
    }
}
