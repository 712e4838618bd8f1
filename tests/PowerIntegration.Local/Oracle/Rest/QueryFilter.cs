using System.Text.Json.Nodes;

namespace PowerIntegration.Local.Oracle.Rest;

/// <summary>The conditions that both grammars of <c>q</c> are made of.</summary>
internal static class QueryFilter
{
    private const int FirstFrameworkWithExpressions = 2;

    /// <summary>Reads <c>q</c> in the grammar of the request's framework version; everything passes where there is none.</summary>
    public static Predicate<JsonObject> From(OracleRequest request, ResourceDefinition definition)
    {
        if (!request.Query.TryGetValue("q", out var text) || string.IsNullOrWhiteSpace(text))
        {
            return _ => true;
        }

        return request.Framework < FirstFrameworkWithExpressions
            ? QueryByExample.Parse(text, definition)
            : new QueryExpressionParser(text, definition).Parse();
    }

    /// <summary>The attribute of a name, refused where the resource has none.</summary>
    public static AttributeDefinition Attribute(ResourceDefinition definition, string name) =>
        definition.Attribute(name)
        ?? throw RequestRefusedException.BadRequest($"The query parameter q names {name}, which isn't a queryable attribute of {definition.Name}.");

    /// <summary>A literal as a value of the attribute, refused where it is none.</summary>
    public static IComparable Literal(AttributeDefinition attribute, string text) =>
        AttributeValue.Comparable(attribute.Kind, text)
        ?? throw RequestRefusedException.BadRequest($"The query parameter q compares {attribute.Name} with {text}, which isn't valid for it.");

    /// <summary>A comparison; a record without a value never passes, as in SQL.</summary>
    public static Predicate<JsonObject> Comparison(AttributeDefinition attribute, string comparison, IComparable literal)
    {
        Predicate<int> passes = comparison switch
        {
            "=" => order => order == 0,
            "!=" or "<>" => order => order != 0,
            "<" => order => order < 0,
            "<=" => order => order <= 0,
            ">" => order => order > 0,
            ">=" => order => order >= 0,
            _ => throw RequestRefusedException.BadRequest($"The query parameter q uses {comparison}, which isn't a comparison."),
        };
        return row => AttributeValue.In(row, attribute) is { } value && passes(AttributeValue.Compare(value, literal));
    }

    public static Predicate<JsonObject> Null(AttributeDefinition attribute, bool isNull) =>
        row => AttributeValue.In(row, attribute) is null == isNull;
}
