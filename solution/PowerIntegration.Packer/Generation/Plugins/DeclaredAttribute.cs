namespace PowerIntegration.Packer.Generation.Plugins;

/// <summary>An attribute as a class carries it: values of the constructor in their order, and values of properties by name.</summary>
/// <param name="Name">Name of the attribute, without the word Attribute.</param>
/// <param name="Arguments">Values of the constructor: texts, numbers, names of types.</param>
/// <param name="Properties">Values that were set by name.</param>
public sealed record DeclaredAttribute(string Name, IReadOnlyList<object?> Arguments, IReadOnlyDictionary<string, object?> Properties)
{
    /// <summary>A text of the constructor.</summary>
    public string Text(int position) => (string?)Arguments[position] ?? "";

    /// <summary>A number of the constructor.</summary>
    public int Number(int position) => (int)Arguments[position]!;

    /// <summary>A text that was set by name, empty where it was not.</summary>
    public string Text(string property) => Properties.GetValueOrDefault(property) as string ?? "";

    /// <summary>A list of texts that was set by name, empty where it was not.</summary>
    public IReadOnlyList<string> Texts(string property) => Properties.GetValueOrDefault(property) as IReadOnlyList<string> ?? [];

    /// <summary>True where a flag was set by name.</summary>
    public bool Flag(string property) => Properties.GetValueOrDefault(property) is true;
}
