using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PowerIntegration.Local.Oracle.Rest;

/// <summary>
/// The <c>q</c> of framework 2 and later: <c>InvoiceNumber='X' and (InvoiceAmount&gt;100 or Description like 'Pay%')</c>. Text stands in single
/// quotes, a quote in it is doubled.
/// </summary>
internal sealed class QueryExpressionParser(string text, ResourceDefinition definition)
{
    private const int DepthMax = 20;
    private readonly List<string> tokens = QueryTokens.Split(text);
    private int position;
    private int depth;

    public Predicate<JsonObject> Parse()
    {
        var filter = Either();
        return position == tokens.Count ? filter : throw Unexpected();
    }

    private Predicate<JsonObject> Either()
    {
        var left = Both();
        while (Accept("or"))
        {
            var (first, second) = (left, Both());
            left = row => first(row) || second(row);
        }

        return left;
    }

    private Predicate<JsonObject> Both()
    {
        var left = Condition();
        while (Accept("and"))
        {
            var (first, second) = (left, Condition());
            left = row => first(row) && second(row);
        }

        return left;
    }

    private Predicate<JsonObject> Condition()
    {
        if (!Accept("("))
        {
            return Comparison(QueryFilter.Attribute(definition, Next()));
        }

        if (++depth > DepthMax)
        {
            throw RequestRefusedException.BadRequest($"The query parameter q nests deeper than {DepthMax} levels.");
        }

        var inner = Either();
        Expect(")");
        depth--;
        return inner;
    }

    private Predicate<JsonObject> Comparison(AttributeDefinition attribute)
    {
        var comparison = Next();
        switch (comparison.ToUpperInvariant())
        {
            case "IS":
                var negated = Accept("not");
                Expect("null");
                return QueryFilter.Null(attribute, isNull: !negated);
            case "LIKE":
                return Like(attribute, Literal(attribute));
            case "IN":
                return In(attribute);
            case "BETWEEN":
                var low = QueryFilter.Comparison(attribute, ">=", Literal(attribute));
                Expect("and");
                var high = QueryFilter.Comparison(attribute, "<=", Literal(attribute));
                return row => low(row) && high(row);
            case "NOT":
                throw RequestRefusedException.NotSimulated(400, "the operator not in the query parameter q");
            default:
                return QueryFilter.Comparison(attribute, comparison, Literal(attribute));
        }
    }

    private Predicate<JsonObject> In(AttributeDefinition attribute)
    {
        Expect("(");
        var literals = new List<IComparable> { Literal(attribute) };
        while (Accept(","))
        {
            literals.Add(Literal(attribute));
        }

        Expect(")");
        return row => AttributeValue.In(row, attribute) is { } value && literals.Exists(literal => AttributeValue.Compare(value, literal) == 0);
    }

    private static Predicate<JsonObject> Like(AttributeDefinition attribute, IComparable pattern)
    {
        if (pattern is not string wildcard || attribute.Kind != AttributeKind.Text)
        {
            throw RequestRefusedException.BadRequest($"The query parameter q uses like on {attribute.Name}, which isn't text.");
        }

        var form = new Regex(
            "^" + Regex.Escape(wildcard).Replace("%", ".*", StringComparison.Ordinal).Replace("_", ".", StringComparison.Ordinal) + "$",
            RegexOptions.Singleline | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
        );
        return row => row.Text(attribute.Name) is { } value && form.IsMatch(value);
    }

    private IComparable Literal(AttributeDefinition attribute)
    {
        var token = Next();
        var quoted = token.StartsWith('\'');
        var isText = attribute.Kind is AttributeKind.Text or AttributeKind.Date or AttributeKind.Timestamp;
        if (isText && !quoted)
        {
            throw RequestRefusedException.BadRequest(
                $"The query parameter q compares {attribute.Name} with {token}. Put text and dates in single quotes."
            );
        }

        return QueryFilter.Literal(attribute, quoted ? token[1..^1].Replace("''", "'", StringComparison.Ordinal) : token);
    }

    private string Next() =>
        position < tokens.Count ? tokens[position++] : throw RequestRefusedException.BadRequest($"The query parameter q ends too early: {text}");

    private bool Accept(string word)
    {
        if (position >= tokens.Count || !tokens[position].Equals(word, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        position++;
        return true;
    }

    private void Expect(string word)
    {
        if (!Accept(word))
        {
            throw Unexpected();
        }
    }

    private RequestRefusedException Unexpected() =>
        RequestRefusedException.BadRequest(
            $"The query parameter q isn't valid at \"{(position < tokens.Count ? tokens[position] : "its end")}\": {text}"
        );
}
