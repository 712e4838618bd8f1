using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Local.Dataverse.Errors;
using PowerIntegration.Local.Dataverse.Metadata;

namespace PowerIntegration.Local.Dataverse.Query;

/// <summary>
/// Parses <c>$filter</c> into a <see cref="FilterExpression"/>. Names are case-sensitive; what it does not support is refused by name.
/// </summary>
internal sealed class ODataFilterParser
{
    /// <summary>Deepest nesting of parentheses and negations.</summary>
    private const int DepthMax = 50;

    private readonly ODataPaths paths;
    private readonly IReadOnlyDictionary<string, string> aliases;
    private readonly IReadOnlyList<ODataToken> tokens;
    private readonly string source;
    private int position;
    private int depth;

    public ODataFilterParser(ODataPaths paths, string source, IReadOnlyDictionary<string, string> aliases)
    {
        this.paths = paths;
        this.source = source;
        this.aliases = aliases;
        tokens = ODataTokenizer.Split(source);
    }

    private ODataToken Current => tokens[position];

    public FilterExpression Parse()
    {
        var filter = ParseOr(false);
        return Current.Kind == ODataTokenKind.End ? filter : throw NotUnderstood($"unexpected '{Current.Text}'");
    }

    // Negation is pushed down to the conditions: a FilterExpression has none.
    private FilterExpression ParseOr(bool negated) => ParseList("or", negated ? LogicalOperator.And : LogicalOperator.Or, () => ParseAnd(negated));

    private FilterExpression ParseAnd(bool negated) => ParseList("and", negated ? LogicalOperator.Or : LogicalOperator.And, () => ParseOne(negated));

    private FilterExpression ParseList(string word, LogicalOperator combined, Func<FilterExpression> part)
    {
        var first = part();
        if (!IsWord(word))
        {
            return first;
        }

        var all = new FilterExpression(combined);
        Add(all, first);
        while (IsWord(word))
        {
            position++;
            Add(all, part());
        }

        return all;
    }

    // Single conditions stay at the top, where the engine looks for an index.
    private static void Add(FilterExpression all, FilterExpression part)
    {
        if (part.Filters.Count == 0 && part.Conditions.Count == 1)
        {
            all.Conditions.Add(part.Conditions[0]);
        }
        else
        {
            all.Filters.Add(part);
        }
    }

    private FilterExpression ParseOne(bool negated)
    {
        if (++depth > DepthMax)
        {
            throw NotUnderstood($"it is nested deeper than {DepthMax}");
        }

        try
        {
            if (IsWord("not"))
            {
                position++;
                return ParseOne(!negated);
            }

            if (IsMark("("))
            {
                position++;
                var inner = ParseOr(negated);
                Expect(")");
                return inner;
            }

            var condition =
                Current.Kind == ODataTokenKind.Word && tokens[position + 1] is { Kind: ODataTokenKind.Mark, Text: "(" }
                    ? ParseFunction(negated)
                    : ParseComparison(negated);
            var filter = new FilterExpression(LogicalOperator.And);
            filter.Conditions.Add(condition);
            return filter;
        }
        finally
        {
            depth--;
        }
    }

    private ConditionExpression ParseFunction(bool negated)
    {
        var name = Current.Text;
        position += 2;
        var (alias, column) = paths.Resolve(Word());
        Expect(",");
        var text = Literal(column) as string ?? throw NotUnderstood($"{name} takes a string");
        Expect(")");
        var pattern = name switch
        {
            "contains" => $"%{text}%",
            "startswith" => $"{text}%",
            "endswith" => $"%{text}",
            _ => throw Faults.Of(DataverseErrorCode.UriNotUnderstood, $"The function '{name}' in $filter is not run by this local Dataverse."),
        };
        return new ConditionExpression(alias, column.LogicalName, negated ? ConditionOperator.NotLike : ConditionOperator.Like, pattern);
    }

    private ConditionExpression ParseComparison(bool negated)
    {
        var (alias, column) = paths.Resolve(Word());
        var name = Word();
        var value = Literal(column);
        var comparison = (name, negated) switch
        {
            ("eq", false) or ("ne", true) => value is null ? ConditionOperator.Null : ConditionOperator.Equal,
            ("ne", false) or ("eq", true) => value is null ? ConditionOperator.NotNull : ConditionOperator.NotEqual,
            ("gt", false) or ("le", true) => ConditionOperator.GreaterThan,
            ("ge", false) or ("lt", true) => ConditionOperator.GreaterEqual,
            ("lt", false) or ("ge", true) => ConditionOperator.LessThan,
            ("le", false) or ("gt", true) => ConditionOperator.LessEqual,
            _ => throw NotUnderstood($"'{name}' is not a comparison"),
        };
        if (value is null && name is not ("eq" or "ne"))
        {
            throw NotUnderstood($"null can only be compared by eq and ne");
        }

        return value is null
            ? new ConditionExpression(alias, column.LogicalName, comparison)
            : new ConditionExpression(alias, column.LogicalName, comparison, value);
    }

    private object? Literal(ColumnDefinition column)
    {
        var token = Take();
        return token.Kind is ODataTokenKind.Text or ODataTokenKind.Word
            ? ODataLiteral.Of(column, token, aliases)
            : throw NotUnderstood($"a value is missing at '{token.Text}'");
    }

    private string Word()
    {
        var token = Take();
        return token.Kind == ODataTokenKind.Word ? token.Text : throw NotUnderstood($"a name is missing at '{token.Text}'");
    }

    // The end stays where it is: what asks for more gets it again.
    private ODataToken Take() => Current.Kind == ODataTokenKind.End ? Current : tokens[position++];

    private bool IsWord(string word) => Current.Kind == ODataTokenKind.Word && Current.Text == word;

    private bool IsMark(string mark) => Current.Kind == ODataTokenKind.Mark && Current.Text == mark;

    private void Expect(string mark)
    {
        if (!IsMark(mark))
        {
            throw NotUnderstood($"'{mark}' is missing at '{Current.Text}'");
        }

        position++;
    }

    private Exception NotUnderstood(string why) =>
        Faults.Of(DataverseErrorCode.UriNotUnderstood, $"The $filter '{source}' is not understood: {why}.");
}
