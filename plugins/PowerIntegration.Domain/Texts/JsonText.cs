using System.Runtime.Serialization.Json;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Texts;

/// <summary>Reads a JSON text field by field; an unknown field is a problem too.</summary>
public static class JsonText
{
    // Deeper than any valid text; it stops a text that only opens braces.
    private const int DepthMax = 32;

    /// <summary>The content of the text; null where it is not valid JSON. Problems go to <paramref name="reader"/>.</summary>
    /// <typeparam name="T">What it is read into.</typeparam>
    /// <param name="name">The name of the text for people; every field is named under it. Empty where fields are named without it.</param>
    /// <param name="text">The text.</param>
    /// <param name="reader">Takes the problems.</param>
    /// <param name="read">Reads every field.</param>
    public static T? Read<T>(string name, string text, FieldReader reader, Func<JsonFields, T> read)
        where T : class
    {
        if (Load(name, "object in braces", text, reader) is not { } element)
        {
            return null;
        }

        var fields = new JsonFields(element, name, reader);
        var value = read(fields);
        fields.RefuseUnknown();
        return value;
    }

    /// <summary>The content of a list of objects, each named by its index from 0; null where it is not a list.</summary>
    /// <typeparam name="T">What an object is read into.</typeparam>
    /// <param name="name">The name of the text for people; empty where items are named without it.</param>
    /// <param name="text">The text.</param>
    /// <param name="reader">Takes the problems.</param>
    /// <param name="read">Reads every field of an object.</param>
    public static IReadOnlyList<T>? ReadList<T>(string name, string text, FieldReader reader, Func<JsonFields, T> read)
        where T : class
    {
        if (Load(name, "list in square brackets", text, reader) is not { } element)
        {
            return null;
        }

        if (!JsonFields.IsList(element))
        {
            reader.Add($"{SubjectOf(name)} must be a list in square brackets.");
            return null;
        }

        var values = new List<T>();
        foreach (var item in element.Elements())
        {
            var fields = new JsonFields(item, Sentence.Of($"{name}[{values.Count}]"), reader);
            values.Add(read(fields));
            fields.RefuseUnknown();
        }

        return values;
    }

    /// <summary>Writes a list of objects, so that <see cref="ReadList"/> reads back the same.</summary>
    public static string WriteList(IEnumerable<JsonObject> objects) => "[" + string.Join(",", objects) + "]";

    /// <summary>Writes a list of texts.</summary>
    public static string WriteTexts(IEnumerable<string> texts) => "[" + string.Join(",", texts.Select(JsonObject.Quoted)) + "]";

    /// <summary>The text as elements, for optional content; null where it is not one complete object or list.</summary>
    internal static XElement? Element(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || !IsComplete(text!))
        {
            return null;
        }

        try
        {
            using var json = JsonReaderWriterFactory.CreateJsonReader(Encoding.UTF8.GetBytes(text!), Quotas());
            return XElement.Load(json);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static string SubjectOf(string name) => name.Length == 0 ? "The text" : name;

    private static XElement? Load(string name, string shape, string text, FieldReader reader)
    {
        if (!IsComplete(text))
        {
            reader.Add($"{SubjectOf(name)} is not valid JSON: it is incomplete or has extra text after the end. Provide one complete {shape}.");
            return null;
        }

        try
        {
            using var json = JsonReaderWriterFactory.CreateJsonReader(Encoding.UTF8.GetBytes(text), Quotas());
            return XElement.Load(json);
        }
        catch (XmlException malformed)
        {
            reader.Add($"{SubjectOf(name)} is not valid JSON: {malformed.Message}");
            return null;
        }
    }

    // Callers limit the length; the reader's own limits would cut a long reason.
    private static XmlDictionaryReaderQuotas Quotas()
    {
        var quotas = new XmlDictionaryReaderQuotas();
        XmlDictionaryReaderQuotas.Max.CopyTo(quotas);
        quotas.MaxDepth = DepthMax;
        return quotas;
    }

    // The platform's reader accepts an incomplete object and text after the end. Half of a decision must not be accepted.
    private static bool IsComplete(string text)
    {
        var open = new Stack<char>();
        var isText = false;
        for (var index = 0; index < text.Length; index++)
        {
            var letter = text[index];
            if (isText)
            {
                index += letter == '\\' ? 1 : 0;
                isText = letter != '"';
            }
            else if (letter == '"')
            {
                isText = true;
            }
            else if (letter is '{' or '[')
            {
                open.Push(letter);
            }
            else if (letter is '}' or ']')
            {
                if (open.Count == 0 || open.Pop() != (letter == '}' ? '{' : '['))
                {
                    return false;
                }

                if (open.Count == 0)
                {
                    return string.IsNullOrWhiteSpace(text.Substring(index + 1));
                }
            }
        }

        return false;
    }
}
