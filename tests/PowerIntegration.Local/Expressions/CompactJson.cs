using System.Text;
using System.Text.Json.Nodes;

namespace PowerIntegration.Local.Expressions;

/// <summary>Writes values as the flow host writes them: no spaces, a fraction on every float and decimal, text beyond ASCII as it is.</summary>
public static class CompactJson
{
    /// <summary>The JSON text of a value.</summary>
    public static string Write(JsonNode? value)
    {
        var text = new StringBuilder();
        Append(text, value);
        return text.ToString();
    }

    private static void Append(StringBuilder text, JsonNode? value)
    {
        switch (Values.KindOf(value))
        {
            case ValueKind.Null:
                text.Append("null");
                break;
            case ValueKind.Boolean:
                text.Append(value!.GetValue<bool>() ? "true" : "false");
                break;
            case ValueKind.Text:
                AppendText(text, value!.GetValue<string>());
                break;
            case ValueKind.Array:
                AppendArray(text, (JsonArray)value!);
                break;
            case ValueKind.Record:
                AppendObject(text, (JsonObject)value!);
                break;
            default:
                AppendNumber(text, value!);
                break;
        }
    }

    private static void AppendNumber(StringBuilder text, JsonNode value)
    {
        var kind = Values.KindOf(value);
        var digits = TextForm.Of(value);
        if (kind == ValueKind.FloatNumber && !double.IsFinite(value.GetValue<double>()))
        {
            AppendText(text, digits);
            return;
        }

        text.Append(digits);
        if (kind != ValueKind.WholeNumber && digits.IndexOfAny(['.', 'E']) < 0)
        {
            text.Append(".0");
        }
    }

    private static void AppendArray(StringBuilder text, JsonArray array)
    {
        text.Append('[');
        for (var index = 0; index < array.Count; index++)
        {
            if (index > 0)
            {
                text.Append(',');
            }

            Append(text, array[index]);
        }

        text.Append(']');
    }

    private static void AppendObject(StringBuilder text, JsonObject members)
    {
        text.Append('{');
        var first = true;
        foreach (var (name, member) in members)
        {
            if (!first)
            {
                text.Append(',');
            }

            first = false;
            AppendText(text, name);
            text.Append(':');
            Append(text, member);
        }

        text.Append('}');
    }

    private static void AppendText(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var letter in value)
        {
            _ = letter switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                < ' ' or '\u0085' or '\u2028' or '\u2029' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}"),
                _ => text.Append(letter),
            };
        }

        text.Append('"');
    }
}
