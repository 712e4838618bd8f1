using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PowerIntegration.Local.Oracle.Rest;

/// <summary>
/// The <c>q</c> of framework 1: <c>Supplier=ABC;InvoiceAmount&gt;100;CanceledDate is null</c>, where the semicolon is "and" and values have no
/// quotes.
/// </summary>
internal static partial class QueryByExample
{
    public static Predicate<JsonObject> Parse(string text, ResourceDefinition definition)
    {
        var conditions = text.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(part => Condition(part.Trim(), definition)).ToList();
        return row => conditions.TrueForAll(condition => condition(row));
    }

    private static Predicate<JsonObject> Condition(string part, ResourceDefinition definition)
    {
        var match = Form().Match(part);
        if (!match.Success)
        {
            throw RequestRefusedException.BadRequest(
                $"The query parameter q isn't valid at \"{part}\". Framework version 1 takes Attribute=value;Attribute>value."
            );
        }

        var attribute = QueryFilter.Attribute(definition, match.Groups["name"].Value);
        if (match.Groups["null"].Success)
        {
            return QueryFilter.Null(attribute, isNull: !match.Groups["not"].Success);
        }

        var value = match.Groups["value"].Value.Trim();
        if (AssumedFacts.QuotesAreRefusedInFramework1 && value.StartsWith('\''))
        {
            throw RequestRefusedException.BadRequest($"The query parameter q quotes {value}. Framework version 1 takes values without quotes.");
        }

        if (value.Contains('*', StringComparison.Ordinal))
        {
            throw RequestRefusedException.NotSimulated(400, $"a wildcard in the query value {value}");
        }

        return QueryFilter.Comparison(attribute, match.Groups["comparison"].Value, QueryFilter.Literal(attribute, value));
    }

    [GeneratedRegex(
        @"^(?<name>[A-Za-z_]\w*)\s*(?:(?<null>\s+is\s+(?<not>not\s+)?null)|(?<comparison><=|>=|<>|!=|=|<|>)(?<value>.*))$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Form();
}
