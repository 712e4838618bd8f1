using System.Text.Json.Nodes;

namespace PowerIntegration.Local.Oracle.Rest;

/// <summary>A path of resources, keys and children, for example <c>invoices/{key}/child/invoiceLines</c>.</summary>
internal sealed class ResourcePath
{
    private readonly List<(ResourceDefinition Definition, string? Key)> steps = [];

    private ResourcePath(string template) => Template = template;

    /// <summary>The path with its keys replaced by their names.</summary>
    public string Template { get; private set; }

    /// <summary>The resource at the end.</summary>
    public ResourceDefinition Resource => steps[^1].Definition;

    /// <summary>Whether the path ends at an item rather than at its collection.</summary>
    public bool IsItem => steps[^1].Key is not null;

    /// <summary>Reads a path; null where it names something that is not simulated.</summary>
    public static ResourcePath? Parse(IReadOnlyList<string> segments)
    {
        var path = new ResourcePath("");
        var known = ResourceCatalog.All;
        var index = 0;
        while (index < segments.Count)
        {
            if (path.steps.Count > 0 && (!path.IsItem || segments[index++] != "child" || index == segments.Count))
            {
                return null;
            }

            if (known.FirstOrDefault(resource => resource.Name == segments[index]) is not { } definition)
            {
                return null;
            }

            index++;
            var key = index < segments.Count ? segments[index++] : null;
            if (key is "describe" or "action" or "enclosure" or "lov")
            {
                return null;
            }

            path.Add(definition, key);
            known = definition.Children;
        }

        return path.steps.Count > 0 ? path : null;
    }

    /// <summary>Reads what the path names.</summary>
    /// <param name="request">The request.</param>
    /// <param name="roots">All records of a top-level resource.</param>
    public Answer Read(OracleRequest request, Func<ResourceDefinition, IEnumerable<JsonObject>> roots)
    {
        var rows = roots(steps[0].Definition);
        var (href, parentKey) = (request.Root, "");
        for (var step = 0; ; step++)
        {
            var (definition, key) = steps[step];
            href = $"{href}/{definition.Name}";
            if (key is null)
            {
                return CollectionPage.Of(request, definition, rows, href, parentKey);
            }

            var row =
                rows.FirstOrDefault(candidate => OpaqueKey.Addresses(key, definition, candidate, parentKey))
                ?? throw RequestRefusedException.NotFound($"No item of {definition.Name} has the key {key}.");
            if (step == steps.Count - 1)
            {
                return Item(request, definition, row, href, parentKey);
            }

            parentKey = OpaqueKey.Of(definition, row, parentKey);
            href = $"{href}/{parentKey}/child";
            rows = row.Rows(steps[step + 1].Definition.Name);
        }
    }

    /// <summary>The answer that holds one item.</summary>
    public static Answer Item(OracleRequest request, ResourceDefinition definition, JsonObject row, string href, string parentKey) =>
        new(200, new ItemShape(request).Item(definition, row, href, parentKey, FieldSelection.From(request, definition)), Answer.Item)
        {
            EntityTag = OpaqueKey.ChangeIndicator(row, OpaqueKey.Of(definition, row, parentKey)),
        };

    private void Add(ResourceDefinition definition, string? key)
    {
        Template += (steps.Count == 0 ? "" : "/child/") + definition.Name + (key is null ? "" : "/" + definition.KeyPlaceholder);
        steps.Add((definition, key));
    }
}
