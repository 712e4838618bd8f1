using System.Text.Json.Nodes;
using PowerIntegration.Packer.Verification.Flows.Expressions;
using PowerIntegration.Packer.Verification.Flows.Typing;

namespace PowerIntegration.Packer.Verification.Flows.Dataverse;

/// <summary>Reads an OData filter against a table and collects what is wrong with it. Computed values are holes of known shape.</summary>
internal sealed class FilterReader
{
    private const int DeepestNesting = 50;

    private static readonly string[] Comparisons = ["eq", "ne", "gt", "ge", "lt", "le"];
    private static readonly string[] TextFunctions = ["contains", "startswith", "endswith"];

    private readonly DataverseModel model;
    private readonly FilterTokens tokens;
    private readonly Queue<ValueShape> holes;
    private readonly List<string> faults;
    private readonly Dictionary<string, TableModel> ranges = [];
    private int depth;

    private FilterReader(DataverseModel model, FilterTokens tokens, IEnumerable<ValueShape> holes, List<string> faults)
    {
        this.model = model;
        this.tokens = tokens;
        this.faults = faults;
        this.holes = new Queue<ValueShape>(holes);
    }

    /// <summary>What is wrong with a filter.</summary>
    /// <param name="model">All tables.</param>
    /// <param name="table">Table whose rows are filtered.</param>
    /// <param name="text">The filter, with <see cref="Template.Hole"/> for each computed value.</param>
    /// <param name="holes">Shapes of the computed values, in order.</param>
    public static IReadOnlyList<string> Find(DataverseModel model, TableModel table, string text, IEnumerable<ValueShape> holes)
    {
        List<string> faults = [];
        try
        {
            FilterReader reader = new(model, new FilterTokens(text), holes, faults);
            reader.Any(table);
            reader.tokens.Expect(FilterTokens.End);
        }
        catch (ExpressionSyntaxException e)
        {
            faults.Add($"The filter cannot be read: {e.Message}. Correct it.");
        }

        return faults;
    }

    private void Any(TableModel table)
    {
        if (++depth > DeepestNesting)
        {
            throw new ExpressionSyntaxException($"it nests deeper than {DeepestNesting} levels");
        }

        do
        {
            All(table);
        } while (tokens.Take("or"));
        depth--;
    }

    private void All(TableModel table)
    {
        do
        {
            One(table);
        } while (tokens.Take("and"));
    }

    private void One(TableModel table)
    {
        while (tokens.Take("not")) { }

        if (tokens.Take("("))
        {
            Any(table);
            tokens.Expect(")");
        }
        else if (TextFunctions.Contains(tokens.Current))
        {
            TextFunction(table);
        }
        else
        {
            Comparison(table);
        }
    }

    private void TextFunction(TableModel table)
    {
        string function = tokens.Next();
        tokens.Expect("(");
        ScalarShape? column = Path(table);
        tokens.Expect(",");
        JsonNode? literal = Value(out ScalarShape? shape, out _);
        tokens.Expect(")");
        if (column is not null && !column.IsLike(new ScalarShape(ScalarKind.Text)))
        {
            faults.Add($"{function} compares texts, and the column holds {column.What}. Compare it with eq.");
        }
        else if (shape?.Kind is { } kind && !new ScalarShape(kind).IsLike(new ScalarShape(ScalarKind.Text)))
        {
            faults.Add($"{function} compares texts, and {literal} is none. Write a text in single quotes.");
        }
    }

    private void Comparison(TableModel table)
    {
        ScalarShape? column = Path(table);
        if (column is null && tokens.EndsPath)
        {
            return;
        }

        string comparison = tokens.Next();
        if (!Comparisons.Contains(comparison))
        {
            throw new ExpressionSyntaxException($"'{comparison}' is not a comparison; known are {string.Join(", ", Comparisons)}");
        }

        if (tokens.IsName)
        {
            Path(table);
            return;
        }

        JsonNode? literal = Value(out ScalarShape? shape, out bool isComputed);
        if (column is not null && shape is not null)
        {
            Compare(column, literal, shape, isComputed);
        }
    }

    private void Compare(ScalarShape column, JsonNode? literal, ScalarShape value, bool isComputed)
    {
        if (isComputed ? !column.IsLike(value) : !column.Holds(literal) || IsBareText(column, literal))
        {
            faults.Add(
                $"The filter compares with {(isComputed ? value.What : literal?.ToJsonString())}, and the column holds {column.What}. "
                    + "Compare with such a value."
            );
        }
    }

    // A date or an id without quotes is not a text; numbers are refused by their kind.
    private bool IsBareText(ScalarShape column, JsonNode? literal) => column.Kind == ScalarKind.Text && literal is not null && !tokens.WasQuoted;

    // A column, a column of a row that a lookup leads to, or a test of the rows behind a collection.
    private ScalarShape? Path(TableModel table)
    {
        tokens.EndsPath = false;
        string name = tokens.Name();
        TableModel current = ranges.GetValueOrDefault(name) ?? table;
        name = ranges.ContainsKey(name) && tokens.Take("/") ? tokens.Name() : name;
        while (tokens.Take("/"))
        {
            if (current.Navigation(name) is not { } navigation || model.Table(navigation.Target) is not { } target)
            {
                throw new ExpressionSyntaxException($"{current.LogicalName} has no navigation property '{name}' to a table of these solutions");
            }

            current = target;
            name = tokens.Name();
            if (navigation.IsCollection)
            {
                Collection(target, name);
                return null;
            }
        }

        if (current.Column(name) is not { } column)
        {
            faults.Add($"The column '{name}' does not exist in {current.LogicalName}; a lookup is named as _name_value. Correct the name.");
            return null;
        }

        return column.Shape as ScalarShape;
    }

    private void Collection(TableModel target, string lambda)
    {
        if (lambda is not ("any" or "all"))
        {
            throw new ExpressionSyntaxException($"many rows are tested with any or all, not with '{lambda}'");
        }

        tokens.Expect("(");
        string range = tokens.Name();
        tokens.Expect(":");
        ranges[range] = target;
        Any(target);
        ranges.Remove(range);
        tokens.Expect(")");
        tokens.EndsPath = true;
    }

    private JsonNode? Value(out ScalarShape? shape, out bool isComputed)
    {
        isComputed = tokens.Current.Contains(Template.Hole, StringComparison.Ordinal);
        if (!isComputed)
        {
            JsonNode? literal = tokens.Literal();
            shape = literal is null ? null : LiteralShape(literal);
            return literal;
        }

        string token = tokens.Next();
        ValueShape[] inside =
        [
            .. token.Where(character => character == Template.Hole).Select(_ => holes.TryDequeue(out ValueShape? hole) ? hole : ValueShape.Unknown),
        ];
        shape = token.Length == 1 ? inside[0] as ScalarShape : new ScalarShape(ScalarKind.Text);
        return null;
    }

    private static ScalarShape LiteralShape(JsonNode literal) =>
        literal.GetValueKind() switch
        {
            System.Text.Json.JsonValueKind.Number => new ScalarShape(ScalarKind.Number),
            System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False => new ScalarShape(ScalarKind.Flag),
            _ => new ScalarShape(ScalarKind.Text),
        };
}
