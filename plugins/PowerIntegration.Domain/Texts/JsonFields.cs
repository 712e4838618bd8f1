using System.Xml.Linq;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Texts;

/// <summary>
/// One object of a JSON text. Every field is read by its name; a field that was not read is a problem in the end, so that a misspelled name is not
/// ignored. Values stay texts until <see cref="FieldReader"/> reads them: no number passes through binary floating point.
/// </summary>
public sealed class JsonFields
{
    private const int NameLengthMax = 60;

    // The platform's reader takes this field, when it comes first, for the name of a type.
    private const string TypeHint = "__type";

    private readonly string path;
    private readonly XElement element;
    private readonly FieldReader reader;
    private readonly ILookup<string, XElement> fields;
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);
    private readonly Dictionary<XElement, JsonFields> inner = [];

    /// <summary>Makes the reader of one object.</summary>
    /// <param name="element">The object as read by the platform's reader.</param>
    /// <param name="path">Its path; empty for a text whose fields are named without a path.</param>
    /// <param name="reader">Takes the problems.</param>
    public JsonFields(XElement element, string path, FieldReader reader)
    {
        this.element = element;
        this.path = path;
        this.reader = reader;
        fields = element.Elements().ToLookup(NameOf, StringComparer.Ordinal);
        if (TypeOf(element) != "object")
        {
            reader.Add($"{(path.Length == 0 ? "The text" : path)} must be an object in braces.");
            fields = Enumerable.Empty<XElement>().ToLookup(NameOf, StringComparer.Ordinal);
        }
    }

    /// <summary>A text that is required.</summary>
    public string Text(string field)
    {
        var text = Scalar(field);
        if (string.IsNullOrWhiteSpace(text))
        {
            reader.Add($"{PathOf(field)} is missing. Enter a text in quotes.");
        }

        return text ?? "";
    }

    /// <summary>A text, where it is given.</summary>
    public string? OptionalText(string field) => Scalar(field);

    /// <summary>A text that must be written, even as null, so that it is not left out by accident.</summary>
    public string? TextOrNull(string field)
    {
        RequireWritten(field);
        return Scalar(field);
    }

    /// <summary>An amount that is required.</summary>
    public decimal Amount(string field) =>
        Required(field, "an amount such as 1234.50, or 0.00 if there is none") is { } text ? reader.Amount(PathOf(field), text) : 0m;

    /// <summary>An amount, where it is given.</summary>
    public decimal? OptionalAmount(string field) => Scalar(field) is { } text ? reader.Amount(PathOf(field), text) : null;

    /// <summary>A fraction that is required.</summary>
    public decimal Rate(string field) => Required(field, "a rate such as 0.10 for 10 percent") is { } text ? reader.Rate(PathOf(field), text) : 0m;

    /// <summary>A fraction, where it is given.</summary>
    public decimal? OptionalRate(string field) => Scalar(field) is { } text ? reader.Rate(PathOf(field), text) : null;

    /// <summary>A whole number that is required.</summary>
    public int WholeNumber(string field) => Required(field, "a whole number such as 1") is { } text ? reader.WholeNumber(PathOf(field), text) : 0;

    /// <summary>A whole number, where it is given.</summary>
    public int? OptionalWholeNumber(string field) => Scalar(field) is { } text ? reader.WholeNumber(PathOf(field), text) : null;

    /// <summary>A day that is required.</summary>
    public CalendarDate Day(string field) => Required(field, "a date such as 2025-10-31") is { } text ? reader.Date(PathOf(field), text) : default;

    /// <summary>A day, where it is given.</summary>
    public CalendarDate? OptionalDay(string field) => Scalar(field) is { } text ? reader.Date(PathOf(field), text) : null;

    /// <summary>True where the flag is given and set.</summary>
    public bool Flag(string field) => Scalar(field) is { } text && reader.Flag(PathOf(field), text);

    /// <summary>The ID of a row, which is required.</summary>
    public Guid Id(string field) => Required(field, "the ID of a row") is { } text ? reader.Id(PathOf(field), text) : default;

    /// <summary>A value of an enumeration, which is required.</summary>
    public TEnum Choice<TEnum>(string field)
        where TEnum : struct, Enum =>
        Required(field, "one of " + FieldReader.ChoicesOf<TEnum>()) is { } text ? reader.Choice<TEnum>(PathOf(field), text) ?? default : default;

    /// <summary>A value of an enumeration, where it is given.</summary>
    public TEnum? OptionalChoice<TEnum>(string field)
        where TEnum : struct, Enum => Scalar(field) is { } text ? reader.Choice<TEnum>(PathOf(field), text) : null;

    /// <summary>An object inside, where it is given.</summary>
    public JsonFields? Optional(string field) => Find(field) is { } element ? Keep(element, PathOf(field)) : null;

    /// <summary>An object inside that is required; null where it is missing, which is a problem.</summary>
    public JsonFields? Inside(string field)
    {
        var found = Optional(field);
        if (found is null)
        {
            reader.Add($"{PathOf(field)} is missing.");
        }

        return found;
    }

    /// <summary>The objects of a list; none where it is not given.</summary>
    /// <param name="field">The list.</param>
    /// <param name="name">The field that identifies an item for people; null where items are counted from 0.</param>
    public IReadOnlyList<JsonFields> Objects(string field, string? name = null) =>
        [.. Items(field).Select((item, index) => Keep(item, $"{PathOf(field)}[{NameOf(item, name) ?? Sentence.Of($"{index}")}]"))];

    /// <summary>The objects of a required list, which may be empty.</summary>
    public IReadOnlyList<JsonFields> ListOrEmpty(string field)
    {
        if (Find(field) is null)
        {
            reader.Add($"{PathOf(field)} is missing.");
        }

        return Objects(field);
    }

    /// <summary>The texts of a list; none where it is not given.</summary>
    public IReadOnlyList<string> Texts(string field) =>
        [.. Items(field).Select((item, index) => reader.Text(Sentence.Of($"{PathOf(field)}[{index}]"), item.Value))];

    /// <summary>Reports every field, here and inside, that was not read or appears twice.</summary>
    public void RefuseUnknown()
    {
        foreach (var field in fields.Where(field => !asked.Contains(field.Key)))
        {
            reader.Add(
                $"{PathOf(field.Key)} is not a known field. Use one of {string.Join(", ", asked.OrderBy(name => name, StringComparer.Ordinal))}."
            );
        }

        if (element.Attribute(TypeHint) is not null)
        {
            reader.Add($"{PathOf(TypeHint)} is not a known field. Remove it.");
        }

        foreach (var field in fields.Where(field => field.Count() > 1))
        {
            reader.Add($"{PathOf(field.Key)} appears twice. Remove one.");
        }

        foreach (var fieldsInside in inner.Values)
        {
            fieldsInside.RefuseUnknown();
        }
    }

    /// <summary>True where the text is a list.</summary>
    internal static bool IsList(XElement element) => TypeOf(element) == "array";

    private void RequireWritten(string field)
    {
        if (!fields.Contains(field))
        {
            reader.Add($"{PathOf(field)} is missing.");
        }
    }

    private string? Required(string field, string allowed)
    {
        var text = Scalar(field);
        if (text is null)
        {
            reader.Add($"{PathOf(field)} is missing. Enter {allowed}.");
        }

        return text;
    }

    private string? Scalar(string field)
    {
        if (Find(field) is not { } element)
        {
            return null;
        }

        if (TypeOf(element) is "object" or "array")
        {
            reader.Add($"{PathOf(field)} must be a single value.");
            return null;
        }

        return element.Value;
    }

    private IEnumerable<XElement> Items(string field)
    {
        if (Find(field) is not { } element)
        {
            return [];
        }

        if (!IsList(element))
        {
            reader.Add($"{PathOf(field)} must be a list in square brackets.");
            return [];
        }

        return element.Elements();
    }

    private XElement? Find(string field)
    {
        asked.Add(field);
        return fields[field].FirstOrDefault() is { } element && TypeOf(element) != "null" ? element : null;
    }

    private JsonFields Keep(XElement element, string innerPath)
    {
        // Two readers may share an object; a field that one of them reads is known.
        if (!inner.TryGetValue(element, out var fieldsInside))
        {
            fieldsInside = new JsonFields(element, innerPath, reader);
            inner.Add(element, fieldsInside);
        }

        return fieldsInside;
    }

    private string PathOf(string field) => path.Length == 0 ? field : path + "." + field;

    private static string? NameOf(XElement item, string? name) =>
        name is not null
        && item.Elements().FirstOrDefault(field => NameOf(field) == name) is { HasElements: false, Value.Length: > 0 and <= NameLengthMax } found
            ? name + " " + found.Value
            : null;

    private static string TypeOf(XElement element) => element.Attribute("type")?.Value ?? "string";

    // A name that is not valid in XML is in an attribute.
    private static string NameOf(XElement element) => element.Attribute("item")?.Value ?? element.Name.LocalName;
}
