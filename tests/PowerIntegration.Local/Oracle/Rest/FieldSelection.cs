namespace PowerIntegration.Local.Oracle.Rest;

/// <summary>Which attributes and children of an item are answered, from <c>fields</c> or, where there is none, from <c>expand</c>.</summary>
internal sealed class FieldSelection
{
    private readonly ResourceDefinition definition;
    private readonly Dictionary<string, FieldSelection> children = new(StringComparer.Ordinal);
    private HashSet<string>? attributes;

    private FieldSelection(ResourceDefinition definition) => this.definition = definition;

    /// <summary>Selects what a request asks for.</summary>
    public static FieldSelection From(OracleRequest request, ResourceDefinition definition)
    {
        var selection = new FieldSelection(definition);
        if (request.Query.TryGetValue("fields", out var fields))
        {
            selection.AddFields(fields);
        }
        else if (request.Query.TryGetValue("expand", out var expand))
        {
            selection.AddExpand(expand);
        }

        return selection;
    }

    /// <summary>Every attribute and every child on every level.</summary>
    public static FieldSelection Everything(ResourceDefinition definition)
    {
        var selection = new FieldSelection(definition);
        selection.ExpandAll();
        return selection;
    }

    public IEnumerable<AttributeDefinition> Attributes =>
        definition.Attributes.Where(attribute => attributes is null || attributes.Contains(attribute.Name));

    public IEnumerable<(ResourceDefinition Child, FieldSelection Selection)> Children =>
        definition.Children.Where(child => children.ContainsKey(child.Name)).Select(child => (child, children[child.Name]));

    // A,B;Child:X,Y;Child.Grandchild:Z
    private void AddFields(string fields)
    {
        attributes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in fields.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var colon = part.IndexOf(':', StringComparison.Ordinal);
            var target = colon < 0 ? this : Reach(part[..colon]);
            target.attributes ??= new HashSet<string>(StringComparer.Ordinal);
            foreach (var name in Names(part[(colon + 1)..], ','))
            {
                _ =
                    target.definition.Attribute(name)
                    ?? throw RequestRefusedException.BadRequest($"The field {name} isn't an attribute of {target.definition.Name}.");
                target.attributes.Add(name);
            }
        }
    }

    private void AddExpand(string expand)
    {
        foreach (var path in Names(expand, ','))
        {
            if (path == "all")
            {
                ExpandAll();
            }
            else
            {
                Reach(path);
            }
        }
    }

    private void ExpandAll()
    {
        foreach (var child in definition.Children)
        {
            var selection = Reach(child.Name);
            if (AssumedFacts.ExpandAllReachesEveryLevel)
            {
                selection.ExpandAll();
            }
        }
    }

    private FieldSelection Reach(string path)
    {
        var selection = this;
        foreach (var name in Names(path, '.'))
        {
            var child =
                selection.definition.Child(name)
                ?? throw RequestRefusedException.NotSimulated(400, $"the child {name} of {selection.definition.Name}");
            if (!selection.children.TryGetValue(name, out var next))
            {
                next = new FieldSelection(child);
                selection.children.Add(name, next);
            }

            selection = next;
        }

        return selection;
    }

    private static string[] Names(string text, char separator) =>
        text.Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
