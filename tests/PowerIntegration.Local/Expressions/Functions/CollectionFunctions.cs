using System.Text.Json.Nodes;

namespace PowerIntegration.Local.Expressions.Functions;

/// <summary>Functions over lists and over text seen as a list.</summary>
internal static class CollectionFunctions
{
    /// <summary>Adds the functions.</summary>
    public static void Register(FunctionTable table)
    {
        table.Add("length", 1, 1, arguments => (long)(arguments[0] is JsonArray list ? list.Count : TextOf(arguments, 0).Length));
        table.Add("empty", 1, 1, Empty);
        table.Add("contains", 2, 2, Contains);
        table.Add("first", 1, 1, arguments => End(arguments, fromStart: true));
        table.Add("last", 1, 1, arguments => End(arguments, fromStart: false));
        table.Add("take", 2, 2, Take);
        table.Add("skip", 2, 2, Skip);
        table.Add("join", 2, 2, Join);
        table.Add("reverse", 1, 1, arguments => ListOf(arguments.Array(0).Reverse()));
        table.Add("sort", 1, 2, Sort);
        table.Add("chunk", 2, 2, Chunk);
        table.Add("createArray", 1, FunctionTable.Many, arguments => ListOf(Enumerable.Range(0, arguments.Count).Select(index => arguments[index])));
        table.Add("array", 1, 1, arguments => arguments[0] is JsonArray list ? list : ListOf([arguments[0]]));
    }

    /// <summary>A new list of copies.</summary>
    public static JsonArray ListOf(IEnumerable<JsonNode?> values) => new([.. values.Select(Values.Copy)]);

    private static JsonValue Empty(FunctionArguments arguments) =>
        JsonValue.Create(
            arguments[0] switch
            {
                null => true,
                JsonArray list => list.Count == 0,
                JsonObject members => members.Count == 0,
                var value => Values.TextOrNull(value) is { } text ? text.Length == 0 : throw arguments.Wrong(0, "a list, an object or a text"),
            }
        );

    private static JsonValue Contains(FunctionArguments arguments) =>
        JsonValue.Create(
            arguments[0] switch
            {
                null => false,
                JsonArray list => list.Any(element => ValueComparison.AreEqual(element, arguments[1])),
                JsonObject members => Values.FindKey(members, arguments.Text(1)) is not null,
                _ => TextOf(arguments, 0).Contains(TextForm.Of(arguments[1]), StringComparison.Ordinal),
            }
        );

    private static JsonNode? End(FunctionArguments arguments, bool fromStart)
    {
        if (arguments[0] is JsonArray list)
        {
            return list.Count == 0 ? null : list[fromStart ? 0 : list.Count - 1];
        }

        var text = TextOf(arguments, 0);
        return text.Length == 0 ? string.Empty : text[fromStart ? 0 : text.Length - 1].ToString(CultureInfo.InvariantCulture);
    }

    private static JsonNode Take(FunctionArguments arguments)
    {
        var count = NotNegative(arguments, 1);
        return arguments[0] is JsonArray list ? ListOf(list.Take(count)) : TextOf(arguments, 0)[..Math.Min(count, TextOf(arguments, 0).Length)];
    }

    private static JsonNode Skip(FunctionArguments arguments)
    {
        var count = NotNegative(arguments, 1);
        return arguments[0] is JsonArray list ? ListOf(list.Skip(count)) : TextOf(arguments, 0)[Math.Min(count, TextOf(arguments, 0).Length)..];
    }

    private static JsonNode Join(FunctionArguments arguments) => string.Join(arguments.Text(1), arguments.Array(0).Select(TextForm.Of));

    private static JsonArray Sort(FunctionArguments arguments)
    {
        var key = arguments.OptionalText(1);
        var order = Comparer<JsonNode?>.Create(ValueComparison.Compare);
        return ListOf(arguments.Array(0).Order(Comparer<JsonNode?>.Create((left, right) => order.Compare(KeyOf(left, key), KeyOf(right, key)))));
    }

    private static JsonNode? KeyOf(JsonNode? element, string? key) => key is null ? element : ValueAccess.Read(element, key, isSafe: false);

    private static JsonArray Chunk(FunctionArguments arguments)
    {
        var size = arguments.Index(1);
        if (size < 1)
        {
            throw arguments.Wrong(1, "a chunk size of at least 1");
        }

        var chunks = arguments[0] is JsonArray list
            ? list.Chunk(size).Select(part => (JsonNode?)ListOf(part))
            : TextOf(arguments, 0).Chunk(size).Select(part => (JsonNode?)new string(part));
        return new JsonArray([.. chunks]);
    }

    private static string TextOf(FunctionArguments arguments, int index) =>
        Values.TextOrNull(arguments[index]) ?? throw arguments.Wrong(index, "a list or a text");

    private static int NotNegative(FunctionArguments arguments, int index) =>
        arguments.Index(index) is >= 0 and var count ? count : throw arguments.Wrong(index, "a count that is not negative");
}
