using System.Xml.Linq;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Plugins.Texts;

/// <summary>
/// One object of a JSON text. Every field is asked for by its name; what nobody asked for is a problem in the end, so that a misspelt word is not
/// silently ignored. Values stay texts until <see cref="FieldReader"/> reads them: no number passes through binary floating point.
/// </summary>
internal sealed class JsonFields
{
    private readonly string path;
    private readonly FieldReader reader;
    private readonly ILookup<string, XElement> fields;
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);
    private readonly List<JsonFields> inner = [];

    public JsonFields(XElement element, string path, FieldReader reader)
    {
        this.path = path;
        this.reader = reader;
        fields = element.Elements().ToLookup(NameOf, StringComparer.Ordinal);
        if (TypeOf(element) != "object")
        {
            reader.Add($"{path} is no object in braces.");
            fields = Enumerable.Empty<XElement>().ToLookup(NameOf, StringComparer.Ordinal);
        }
    }

    public string Text(string field) => reader.Text(PathOf(field), Scalar(field));

    public string? OptionalText(string field) => Scalar(field);

    public decimal Amount(string field) => Required(field) is { } text ? reader.Amount(PathOf(field), text) : 0m;

    public decimal? OptionalAmount(string field) => Scalar(field) is { } text ? reader.Amount(PathOf(field), text) : null;

    public decimal Rate(string field) => Required(field) is { } text ? reader.Rate(PathOf(field), text) : 0m;

    public decimal? OptionalRate(string field) => Scalar(field) is { } text ? reader.Rate(PathOf(field), text) : null;

    public int Whole(string field) => Required(field) is { } text ? reader.Whole(PathOf(field), text) : 0;

    public int? OptionalWhole(string field) => Scalar(field) is { } text ? reader.Whole(PathOf(field), text) : null;

    public CalendarDate Day(string field) => Required(field) is { } text ? reader.Date(PathOf(field), text) : default;

    public CalendarDate? OptionalDay(string field) => Scalar(field) is { } text ? reader.Date(PathOf(field), text) : null;

    public bool Flag(string field) => Scalar(field) is { } text && reader.Flag(PathOf(field), text);

    public TWord Word<TWord>(string field)
        where TWord : struct, Enum => Required(field) is { } text ? reader.Word<TWord>(PathOf(field), text) ?? default : default;

    public TWord? OptionalWord<TWord>(string field)
        where TWord : struct, Enum => Scalar(field) is { } text ? reader.Word<TWord>(PathOf(field), text) : null;

    public JsonFields? Optional(string field) => Find(field) is { } element ? Keep(element, PathOf(field)) : null;

    public IReadOnlyList<JsonFields> Objects(string field) =>
        [.. Items(field).Select((item, index) => Keep(item, Sentence.Of($"{PathOf(field)}[{index}]")))];

    public IReadOnlyList<string> Texts(string field) =>
        [.. Items(field).Select((item, index) => reader.Text(Sentence.Of($"{PathOf(field)}[{index}]"), item.Value))];

    /// <summary>Names every field, here and inside, that nobody asked for or that stands twice.</summary>
    public void RefuseUnknown()
    {
        foreach (var field in fields.Where(field => !asked.Contains(field.Key)))
        {
            reader.Add($"{PathOf(field.Key)} is not known here. Known are {string.Join(", ", asked.OrderBy(name => name, StringComparer.Ordinal))}.");
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

        if (TypeOf(element) != "array")
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

    private string PathOf(string field) => path + "." + field;

    private static string TypeOf(XElement element) => element.Attribute("type")?.Value ?? "string";

    // A name that XML could not carry stands in an attribute.
    private static string NameOf(XElement element) => element.Attribute("item")?.Value ?? element.Name.LocalName;
}
