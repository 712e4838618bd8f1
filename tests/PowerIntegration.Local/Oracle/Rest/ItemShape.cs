using System.Text.Json.Nodes;

namespace PowerIntegration.Local.Oracle.Rest;

/// <summary>Writes records the way the framework version of a request wants them: children as arrays or collections, numbers, links.</summary>
internal sealed class ItemShape
{
    private const int FirstFrameworkWithChildCollections = 3;
    private const decimal OneWithAllDigits = 1.0000000000000000000000000000m;
    private readonly OracleRequest request;
    private readonly bool onlyData;

    public ItemShape(OracleRequest request)
    {
        this.request = request;
        onlyData = request.Query.TryGetValue("onlyData", out var value) && value == "true";
    }

    /// <summary>One item.</summary>
    /// <param name="definition">What it is.</param>
    /// <param name="row">The record.</param>
    /// <param name="collection">Address of its collection.</param>
    /// <param name="parentKey">Key of the item it belongs to; empty for a top-level item.</param>
    /// <param name="selection">What to write.</param>
    public JsonObject Item(ResourceDefinition definition, JsonObject row, string collection, string parentKey, FieldSelection selection)
    {
        var key = OpaqueKey.Of(definition, row, parentKey);
        var href = $"{collection}/{key}";
        var item = new JsonObject();
        foreach (var attribute in selection.Attributes)
        {
            item[attribute.Name] = Value(attribute, row[attribute.Name]);
        }

        foreach (var (child, childSelection) in selection.Children)
        {
            item[child.Name] = Children(child, [.. row.Rows(child.Name)], $"{href}/child/{child.Name}", key, childSelection);
        }

        AddLinks(item, [.. ItemLinks(definition, row, href, key)]);
        return item;
    }

    /// <summary>The envelope around a page of items.</summary>
    public JsonObject Collection(ResourceDefinition definition, JsonArray items, bool hasMore, int limit, int offset, string href)
    {
        var envelope = new JsonObject
        {
            ["items"] = items,
            ["count"] = items.Count,
            ["hasMore"] = hasMore,
            ["limit"] = limit,
            ["offset"] = offset,
        };
        AddLinks(envelope, [Link("self", href, definition.Name, "collection")], alsoWhenOnlyData: true);
        return envelope;
    }

    private JsonNode Children(ResourceDefinition child, IReadOnlyList<JsonObject> rows, string href, string parentKey, FieldSelection selection)
    {
        if (request.Framework < FirstFrameworkWithChildCollections)
        {
            return Items(child, rows, href, parentKey, selection);
        }

        var page = rows.Take(AssumedFacts.NestedPage);
        return Collection(
            child,
            Items(child, page, href, parentKey, selection),
            rows.Count > AssumedFacts.NestedPage,
            AssumedFacts.NestedPage,
            0,
            href
        );
    }

    private JsonArray Items(ResourceDefinition definition, IEnumerable<JsonObject> rows, string href, string parentKey, FieldSelection selection) =>
        [.. rows.Select(row => Item(definition, row, href, parentKey, selection))];

    private JsonNode? Value(AttributeDefinition attribute, JsonNode? stored)
    {
        if (stored is null || attribute.Kind is not (AttributeKind.Id or AttributeKind.Amount or AttributeKind.Integer))
        {
            return stored?.DeepClone();
        }

        var number = AssumedFacts.TrailingZerosAreDropped ? stored.GetValue<decimal>() / OneWithAllDigits : stored.GetValue<decimal>();
        return attribute.Kind != AttributeKind.Integer && request.Framework >= AssumedFacts.FrameworkWithNumbersAsText
            ? number.ToString(CultureInfo.InvariantCulture)
            : Row.Of(number);
    }

    private static IEnumerable<JsonObject> ItemLinks(ResourceDefinition definition, JsonObject row, string href, string key)
    {
        var self = Link("self", href, definition.Name, "item");
        self["properties"] = new JsonObject { ["changeIndicator"] = OpaqueKey.ChangeIndicator(row, key) };
        yield return self;
        foreach (var child in definition.Children)
        {
            yield return Link("child", $"{href}/child/{child.Name}", child.Name, "collection");
        }
    }

    private static JsonObject Link(string rel, string href, string name, string kind) =>
        new()
        {
            ["rel"] = rel,
            ["href"] = href,
            ["name"] = name,
            ["kind"] = kind,
        };

    private void AddLinks(JsonObject target, IReadOnlyList<JsonObject> links, bool alsoWhenOnlyData = false)
    {
        if (onlyData && !alsoWhenOnlyData)
        {
            return;
        }

        var wanted = request.Query.TryGetValue("links", out var names) ? names.Split(',', StringSplitOptions.TrimEntries) : null;
        JsonArray array = [.. links.Where(link => wanted is null || wanted.Contains(link.Text("rel")))];
        if (request.Framework >= AssumedFacts.FrameworkWithNumbersAsText)
        {
            target["@context"] = new JsonObject { ["links"] = array };
        }
        else
        {
            target["links"] = array;
        }
    }
}
