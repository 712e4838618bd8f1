using System.Text.Json.Nodes;

namespace PowerIntegration.Local.Oracle.Rest;

/// <summary>Answers a GET on a collection: filter, order, page.</summary>
internal static class CollectionPage
{
    private const int DefaultLimit = 25;

    /// <summary>One page of a collection.</summary>
    /// <param name="request">The request.</param>
    /// <param name="definition">What the collection holds.</param>
    /// <param name="rows">All its records.</param>
    /// <param name="href">Its address.</param>
    /// <param name="parentKey">Key of the item it belongs to; empty for a top-level collection.</param>
    public static Answer Of(OracleRequest request, ResourceDefinition definition, IEnumerable<JsonObject> rows, string href, string parentKey)
    {
        var selection = FieldSelection.From(request, definition);
        var filter = QueryFilter.From(request, definition);
        var finder = Finder(request, definition);
        var found = Ordered(request, definition, rows.Where(row => filter(row) && finder(row))).ToList();
        var limit = Math.Min(Number(request, "limit", DefaultLimit, least: 1), AssumedFacts.LargestPage);
        var offset = Number(request, "offset", 0, least: 0);
        var shape = new ItemShape(request);
        JsonArray items = [.. found.Skip(offset).Take(limit).Select(row => shape.Item(definition, row, href, parentKey, selection))];
        var envelope = shape.Collection(definition, items, hasMore: found.Count > offset + items.Count, limit, offset, href);
        if (request.Query.TryGetValue("totalResults", out var total) && total == "true")
        {
            envelope["totalResults"] = found.Count;
        }

        return new Answer(200, envelope, Answer.Collection);
    }

    // PrimaryKey;InvoiceId=300000001
    private static Predicate<JsonObject> Finder(OracleRequest request, ResourceDefinition definition)
    {
        if (!request.Query.TryGetValue("finder", out var text))
        {
            return _ => true;
        }

        var prefix = $"PrimaryKey;{definition.KeyAttribute}=";
        if (!text.StartsWith(prefix, StringComparison.Ordinal) || definition.Attribute(definition.KeyAttribute) is not { } attribute)
        {
            throw RequestRefusedException.NotSimulated(400, $"the finder {text} of {definition.Name}");
        }

        return QueryFilter.Comparison(attribute, "=", QueryFilter.Literal(attribute, text[prefix.Length..]));
    }

    // LastUpdateDate:desc,InvoiceId:asc
    private static IEnumerable<JsonObject> Ordered(OracleRequest request, ResourceDefinition definition, IEnumerable<JsonObject> rows)
    {
        if (!request.Query.TryGetValue("orderBy", out var text))
        {
            return rows;
        }

        IOrderedEnumerable<JsonObject>? ordered = null;
        foreach (var part in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var words = part.Split(':');
            var attribute =
                definition.Attribute(words[0])
                ?? throw RequestRefusedException.BadRequest(
                    $"The parameter orderBy names {words[0]}, which isn't an attribute of {definition.Name}."
                );
            var descending = words is [_, "desc"];
            if (words.Length > 2 || (words.Length == 2 && words[1] is not ("asc" or "desc")))
            {
                throw RequestRefusedException.BadRequest(
                    $"The parameter orderBy isn't valid at \"{part}\". It takes Attribute:asc or Attribute:desc."
                );
            }

            var compare = Comparer<JsonObject>.Create((left, right) => Compare(attribute, left, right) * (descending ? -1 : 1));
            ordered = ordered is null ? rows.Order(compare) : ordered.ThenBy(row => row, compare);
        }

        return ordered ?? rows;
    }

    private static int Compare(AttributeDefinition attribute, JsonObject left, JsonObject right) =>
        (AttributeValue.In(left, attribute), AttributeValue.In(right, attribute)) switch
        {
            (null, null) => 0,
            (null, _) => 1,
            (_, null) => -1,
            var (first, second) => AttributeValue.Compare(first, second),
        };

    private static int Number(OracleRequest request, string parameter, int otherwise, int least)
    {
        if (!request.Query.TryGetValue(parameter, out var text))
        {
            return otherwise;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least
            ? number
            : throw RequestRefusedException.BadRequest($"The parameter {parameter} is {text}; it must be a whole number of at least {least}.");
    }
}
