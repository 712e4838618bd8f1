using System.Text;
using System.Text.Json.Nodes;

namespace PowerIntegration.Local.Expressions.Functions;

/// <summary>Functions over text.</summary>
internal static class TextFunctions
{
    /// <summary>Adds the functions.</summary>
    public static void Register(FunctionTable table)
    {
        table.Add("concat", 1, FunctionTable.Many, Concat);
        table.Add("substring", 2, 3, Substring);
        table.Add("slice", 2, 3, Slice);
        table.Add("replace", 3, 3, Replace);
        table.Add("split", 2, 2, Split);
        table.Add("toLower", 1, 1, arguments => arguments.Text(0).ToLowerInvariant());
        table.Add("toUpper", 1, 1, arguments => arguments.Text(0).ToUpperInvariant());
        table.Add("trim", 1, 1, arguments => arguments.Text(0).Trim());
        table.Add("guid", 0, 1, arguments => arguments.Scope.NextGuid().ToString(arguments.OptionalText(0) ?? "D", CultureInfo.InvariantCulture));
        table.Add("formatNumber", 2, 3, FormatNumber);
        table.Add("nthIndexOf", 3, 3, NthIndexOf);

        // These four are documented as not case-sensitive, against what one simulator answers.
        table.Add("startsWith", 2, 2, arguments => arguments.TextOrEmpty(0).StartsWith(arguments.TextOrEmpty(1), StringComparison.OrdinalIgnoreCase));
        table.Add("endsWith", 2, 2, arguments => arguments.TextOrEmpty(0).EndsWith(arguments.TextOrEmpty(1), StringComparison.OrdinalIgnoreCase));
        table.Add("indexOf", 2, 2, arguments => (long)arguments.TextOrEmpty(0).IndexOf(arguments.TextOrEmpty(1), StringComparison.OrdinalIgnoreCase));
        table.Add(
            "lastIndexOf",
            2,
            2,
            arguments => (long)arguments.TextOrEmpty(0).LastIndexOf(arguments.TextOrEmpty(1), StringComparison.OrdinalIgnoreCase)
        );
    }

    private static JsonValue Concat(FunctionArguments arguments)
    {
        var text = new StringBuilder();
        for (var index = 0; index < arguments.Count; index++)
        {
            text.Append(TextForm.Of(arguments[index]));
        }

        return JsonValue.Create(text.ToString());
    }

    private static JsonValue Substring(FunctionArguments arguments)
    {
        var text = arguments.Text(0);
        var start = arguments.Index(1);
        var length = arguments.Has(2) ? arguments.Index(2) : text.Length - start;
        return start >= 0 && length >= 0 && (long)start + length <= text.Length
            ? JsonValue.Create(text.Substring(start, length))
            : throw arguments.Failure($"cannot take {length} characters at {start} of a text of {text.Length}");
    }

    private static JsonValue Slice(FunctionArguments arguments)
    {
        var text = arguments.Text(0);
        var start = FromEnd(arguments.Integer(1), text.Length);
        var end = arguments.Has(2) ? FromEnd(arguments.Integer(2), text.Length) : text.Length;
        return JsonValue.Create(start < end ? text[start..end] : string.Empty);
    }

    private static int FromEnd(long index, int length) => (int)Math.Clamp(index < 0 ? length + index : index, 0, length);

    private static JsonValue Replace(FunctionArguments arguments)
    {
        var search = arguments.Text(1);
        return search.Length > 0
            ? JsonValue.Create(arguments.Text(0).Replace(search, arguments.Text(2), StringComparison.Ordinal))
            : throw arguments.Failure("needs a text to search for, and it is empty");
    }

    private static JsonArray Split(FunctionArguments arguments)
    {
        var text = arguments.Text(0);
        var delimiter = arguments.Text(1);
        var parts = delimiter.Length == 0 ? [text] : text.Split(delimiter, StringSplitOptions.None);
        return new JsonArray([.. parts.Select(part => (JsonNode)part)]);
    }

    private static JsonNode FormatNumber(FunctionArguments arguments)
    {
        var culture = Cultures.Find(arguments.OptionalText(2) ?? Cultures.Default);
        var format = arguments.Text(1);
        var number = arguments.Number(0);
        return Values.KindOf(number) switch
        {
            ValueKind.WholeNumber => number.GetValue<long>().ToString(format, culture),
            ValueKind.DecimalNumber => number.GetValue<decimal>().ToString(format, culture),
            _ => number.GetValue<double>().ToString(format, culture),
        };
    }

    private static JsonNode NthIndexOf(FunctionArguments arguments)
    {
        var text = arguments.TextOrEmpty(0);
        var search = arguments.TextOrEmpty(1);
        var occurrence = arguments.Index(2);
        var position = occurrence >= 0 ? -1 : text.Length;
        for (var left = Math.Abs((long)occurrence); left > 0 && search.Length > 0; left--)
        {
            var from = occurrence > 0 ? position + 1 : position - 1;
            if (from < 0 || from > text.Length)
            {
                return -1L;
            }

            position =
                occurrence > 0
                    ? text.IndexOf(search, from, StringComparison.OrdinalIgnoreCase)
                    : text.LastIndexOf(search, from, StringComparison.OrdinalIgnoreCase);
            if (position < 0)
            {
                return -1L;
            }
        }

        return search.Length == 0 ? 0L : position;
    }
}
