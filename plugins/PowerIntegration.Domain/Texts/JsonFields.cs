using System.Xml.Linq;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Texts;

/// <summary>
/// One object of a JSON text. Every field is asked for by its name; what nobody asked for is a problem in the end, so that a misspelt word is not
/// silently ignored. Values stay texts until <see cref="FieldReader"/> reads them: no number passes through binary floating point.
/// </summary>
public sealed class JsonFields
{
    private const int NameLengthMax = 60;

    // What the platform's reader takes for the name of a type where it stands first.
    private const string TypeHint = "__type";

    private readonly string path;
    private readonly XElement element;
    private readonly FieldReader reader;
    private readonly ILookup<string, XElement> fields;
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);
    private readonly List<JsonFields> inner = [];

    /// <summary>An object at a place.</summary>
    /// <param name="element">The object as the platform's reader shows it.</param>
    /// <param name="path">Where it stands; empty for a text whose fields stand for themselves.</param>
    /// <param name="reader">Takes the problems.</param>
    public JsonFields(XElement element, string path, FieldReader reader)
    {
        this.element = element;
        this.path = path;
        this.reader = reader;
        fields = element.Elements().ToLookup(NameOf, StringComparer.Ordinal);
        if (TypeOf(element) != "object")
        {
            reader.Add($"{(path.Length == 0 ? "The text" : path)} is no object in braces.");
            fields = Enumerable.Empty<XElement>().ToLookup(NameOf, StringComparer.Ordinal);
        }
    }

    /// <summary>A text that must be there.</summary>
    public string Text(string field) => reader.Text(PathOf(field), Scalar(field));

    /// <summary>A text, where it is written.</summary>
    public string? OptionalText(string field) => Scalar(field);

    /// <summary>A text that must be written, be it as null: what the writer always writes is not left out by accident.</summary>
    public string? TextOrNull(string field)
    {
        RequireWritten(field);
        return Scalar(field);
    }

    /// <summary>An amount that must be there.</summary>
    public decimal Amount(string field) => Required(field) is { } text ? reader.Amount(PathOf(field), text) : 0m;

    /// <summary>An amount, where it is written.</summary>
    public decimal? OptionalAmount(string field) => Scalar(field) is { } text ? reader.Amount(PathOf(field), text) : null;

    /// <summary>A fraction that must be there.</summary>
    public decimal Rate(string field) => Required(field) is { } text ? reader.Rate(PathOf(field), text) : 0m;

    /// <summary>A fraction, where it is written.</summary>
    public decimal? OptionalRate(string field) => Scalar(field) is { } text ? reader.Rate(PathOf(field), text) : null;

    /// <summary>A whole number that must be there.</summary>
    public int WholeNumber(string field) => Required(field) is { } text ? reader.WholeNumber(PathOf(field), text) : 0;

    /// <summary>A whole number, where it is written.</summary>
    public int? OptionalWholeNumber(string field) => Scalar(field) is { } text ? reader.WholeNumber(PathOf(field), text) : null;

    /// <summary>A day that must be there.</summary>
    public CalendarDate Day(string field) => Required(field) is { } text ? reader.Date(PathOf(field), text) : default;

    /// <summary>A day, where it is written.</summary>
    public CalendarDate? OptionalDay(string field) => Scalar(field) is { } text ? reader.Date(PathOf(field), text) : null;

    /// <summary>True where the flag is written and set.</summary>
    public bool Flag(string field) => Scalar(field) is { } text && reader.Flag(PathOf(field), text);

    /// <summary>One of the words of an enumeration, which must be there.</summary>
    public TEnum Choice<TEnum>(string field)
        where TEnum : struct, Enum => Required(field) is { } text ? reader.Choice<TEnum>(PathOf(field), text) ?? default : default;

    /// <summary>One of the words of an enumeration, where it is written.</summary>
    public TEnum? OptionalChoice<TEnum>(string field)
        where TEnum : struct, Enum => Scalar(field) is { } text ? reader.Choice<TEnum>(PathOf(field), text) : null;

    /// <summary>An object inside, where it is written.</summary>
    public JsonFields? Optional(string field) => Find(field) is { } element ? Keep(element, PathOf(field)) : null;

    /// <summary>An object inside that must be there; null where it is not, which is a problem then.</summary>
    public JsonFields? Inside(string field)
    {
        var found = Optional(field);
        if (found is null)
        {
            reader.Add($"{PathOf(field)} is missing.");
        }

        return found;
    }

    /// <summary>The objects of a list; none where it is not written.</summary>
    /// <param name="field">The list.</param>
    /// <param name="name">The field that names an object of it to people; null where they are counted from 0.</param>
    public IReadOnlyList<JsonFields> Objects(string field, string? name = null) =>
        [.. Items(field).Select((item, index) => Keep(item, $"{PathOf(field)}[{NameOf(item, name) ?? Sentence.Of($"{index}")}]"))];

    /// <summary>The objects of a list that must be written, be it as an empty one.</summary>
    public IReadOnlyList<JsonFields> WholeList(string field)
    {
        if (Find(field) is null)
        {
            reader.Add($"{PathOf(field)} is missing.");
        }

        return Objects(field);
    }

    /// <summary>The texts of a list; none where it is not written.</summary>
    public IReadOnlyList<string> Texts(string field) =>
        [.. Items(field).Select((item, index) => reader.Text(Sentence.Of($"{PathOf(field)}[{index}]"), item.Value))];

    /// <summary>Names every field, here and inside, that nobody asked for or that stands twice.</summary>
    public void RefuseUnknown()
    {
        foreach (var field in fields.Where(field => !asked.Contains(field.Key)))
        {
            reader.Add($"{PathOf(field.Key)} is not known here. Known are {string.Join(", ", asked.OrderBy(name => name, StringComparer.Ordinal))}.");
        }

        if (element.Attribute(TypeHint) is not null)
        {
            reader.Add($"{PathOf(TypeHint)} is not known here.");
        }

        foreach (var field in fields.Where(field => field.Count() > 1))
        {
            reader.Add($"{PathOf(field.Key)} stands twice.");
        }

        foreach (var fieldsInside in inner)
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

    private string? Required(string field)
    {
        var text = Scalar(field);
        if (text is null)
        {
            reader.Add($"{PathOf(field)} is missing.");
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
            reader.Add($"{PathOf(field)} is no single value.");
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
            reader.Add($"{PathOf(field)} is no list in square brackets.");
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
        var fieldsInside = new JsonFields(element, innerPath, reader);
        inner.Add(fieldsInside);
        return fieldsInside;
    }

    private string PathOf(string field) => path.Length == 0 ? field : path + "." + field;

    private static string? NameOf(XElement item, string? name) =>
        name is not null
        && item.Elements().FirstOrDefault(field => NameOf(field) == name) is { HasElements: false, Value.Length: > 0 and <= NameLengthMax } found
            ? name + " " + found.Value
            : null;

    private static string TypeOf(XElement element) => element.Attribute("type")?.Value ?? "string";

    // A name that XML could not carry stands in an attribute.
    private static string NameOf(XElement element) => element.Attribute("item")?.Value ?? element.Name.LocalName;
}
