using System.Text;
using PowerIntegration.Domain.Documents;

namespace PowerIntegration.Domain.Texts;

/// <summary>
/// Writes one object of a JSON text, field by field, so that <see cref="JsonFields"/> reads back the same. Null values are left out, except in
/// fields that must always be written. Equal values have equal texts.
/// </summary>
public sealed class JsonObject
{
    private readonly StringBuilder text = new("{");

    /// <summary>A text.</summary>
    public JsonObject Text(string field, string? value) => value is null ? this : Write(field, Quoted(value));

    /// <summary>A text that is written even where it is null.</summary>
    public JsonObject TextOrNull(string field, string? value) => Write(field, value is null ? "null" : Quoted(value));

    /// <summary>An amount or a rate, without trailing zeros.</summary>
    public JsonObject Number(string field, decimal? value) =>
        value is { } number ? Write(field, number.ToString("0.############################", CultureInfo.InvariantCulture)) : this;

    /// <summary>A whole number.</summary>
    public JsonObject WholeNumber(string field, int? value) =>
        value is { } number ? Write(field, number.ToString(CultureInfo.InvariantCulture)) : this;

    /// <summary>A flag; one that is not set is left out.</summary>
    public JsonObject Flag(string field, bool value) => value ? Write(field, "true") : this;

    /// <summary>A value of an enumeration.</summary>
    public JsonObject Choice(string field, Enum? value) => value is null ? this : Write(field, Quoted(FieldReader.ChoiceTextOf(value.ToString())));

    /// <summary>An object inside.</summary>
    public JsonObject Inside(string field, JsonObject? value) => value is null ? this : Write(field, value.ToString());

    /// <summary>A list of objects; an empty one is left out.</summary>
    public JsonObject Objects(string field, IEnumerable<JsonObject> values) => List(field, values.Select(value => value.ToString()));

    /// <summary>A list of objects that is written even where it is empty.</summary>
    public JsonObject ListOrEmpty(string field, IEnumerable<JsonObject> values) => Write(field, JsonText.WriteList(values));

    /// <summary>A list of texts; an empty one is left out.</summary>
    public JsonObject Texts(string field, IEnumerable<string> values) => List(field, values.Select(Quoted));

    /// <summary>The object as text.</summary>
    public override string ToString() => text + "}";

    private JsonObject List(string field, IEnumerable<string> values)
    {
        var items = values.ToList();
        return items.Count == 0 ? this : Write(field, "[" + string.Join(",", items) + "]");
    }

    private JsonObject Write(string field, string value)
    {
        text.Append(text.Length == 1 ? "" : ",").Append(Quoted(field)).Append(':').Append(value);
        return this;
    }

    internal static string Quoted(string value)
    {
        var quoted = new StringBuilder("\"");
        foreach (var letter in value)
        {
            if (letter is '"' or '\\')
            {
                quoted.Append('\\').Append(letter);
            }
            else if (letter < ' ')
            {
                quoted.Append("\\u").Append(((int)letter).ToString("x4", CultureInfo.InvariantCulture));
            }
            else
            {
                // No reader takes these two; everything else is kept.
                quoted.Append(letter is '\uFFFE' or '\uFFFF' ? '\uFFFD' : letter);
            }
        }

        return quoted.Append('"').ToString();
    }
}
