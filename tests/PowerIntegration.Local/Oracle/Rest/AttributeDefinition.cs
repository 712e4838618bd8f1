namespace PowerIntegration.Local.Oracle.Rest;

/// <summary>One documented attribute of a resource.</summary>
/// <param name="Name">The wire name.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Writable">Who may set it.</param>
/// <param name="MaxLength">Longest text in characters; 0 where none is known.</param>
internal sealed record AttributeDefinition(
    string Name,
    AttributeKind Kind = AttributeKind.Text,
    Writable Writable = Writable.Never,
    int MaxLength = 0
)
{
    /// <summary>The same attribute for several names that need nothing else.</summary>
    public static AttributeDefinition[] Many(AttributeKind kind, Writable writable, params string[] names) =>
        System.Array.ConvertAll(names, name => new AttributeDefinition(name, kind, writable));

    /// <summary>Read-only attributes of one kind.</summary>
    public static AttributeDefinition[] Many(AttributeKind kind, params string[] names) => Many(kind, Writable.Never, names);
}
