namespace PowerIntegration.Local.Oracle.Rest;

/// <summary>A documented resource: its attributes, its children and how its items are addressed.</summary>
/// <param name="Name">The wire name, as in the path.</param>
/// <param name="KeyAttribute">
/// Attribute that tells one item from its siblings, or several with a plus sign between them; empty where a parent has at most one such child.
/// </param>
/// <param name="KeyForm">How an item is addressed.</param>
/// <param name="Attributes">Everything the simulator answers and accepts.</param>
/// <param name="Children">Nested resources.</param>
internal sealed record ResourceDefinition(
    string Name,
    string KeyAttribute,
    KeyForm KeyForm,
    IReadOnlyList<AttributeDefinition> Attributes,
    IReadOnlyList<ResourceDefinition> Children
)
{
    private readonly Dictionary<string, AttributeDefinition> byName = Attributes.ToDictionary(attribute => attribute.Name, StringComparer.Ordinal);

    /// <summary>Children that Oracle has and the simulator does not; a payload that brings one is refused by name.</summary>
    public IReadOnlyList<string> ChildrenNotSimulated { get; init; } = [];

    /// <summary>Children that are created by a POST of their own only; a payload of the parent that brings one is refused by name.</summary>
    public IReadOnlyList<string> ChildrenPostedAlone { get; init; } = [];

    /// <summary>What stands for a key in a path template.</summary>
    public string KeyPlaceholder => KeyForm == KeyForm.Plain ? $"{{{KeyAttribute}}}" : $"{{{Name}UniqID}}";

    /// <summary>The attribute of a name, or null.</summary>
    public AttributeDefinition? Attribute(string name) => byName.GetValueOrDefault(name);

    /// <summary>The child of a name, or null.</summary>
    public ResourceDefinition? Child(string name) => Children.FirstOrDefault(child => child.Name == name);
}
