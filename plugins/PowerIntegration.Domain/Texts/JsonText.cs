using System.Runtime.Serialization.Json;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Texts;

/// <summary>Reads a JSON text field by field; what nobody asked for is a problem too.</summary>
public static class JsonText
{
    // Deeper than any text here goes; a text that never stops opening braces ends at it.
    private const int DepthMax = 32;

    /// <summary>What the text says; null where it is no JSON. Problems go to <paramref name="reader"/>.</summary>
    /// <typeparam name="T">What it is read into.</typeparam>
    /// <param name="name">What people call the text; every field is named under it. Empty where the fields stand for themselves.</param>
    /// <param name="text">The text.</param>
    /// <param name="reader">Takes the problems.</param>
    /// <param name="read">Asks for every field.</param>
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

    /// <summary>What a list of objects says, each named by its place from 0; null where it is no list.</summary>
    /// <typeparam name="T">What an object is read into.</typeparam>
    /// <param name="name">What people call the text; empty where the places stand for themselves.</param>
    /// <param name="text">The text.</param>
    /// <param name="reader">Takes the problems.</param>
    /// <param name="read">Asks for every field of an object.</param>
    public static IReadOnlyList<T>? ReadList<T>(string name, string text, FieldReader reader, Func<JsonFields, T> read)
        where T : class
    {
        if (Load(name, "list in square brackets", text, reader) is not { } element)
        {
            return null;
        }

        if (!JsonFields.IsList(element))
        {
            reader.Add($"{SubjectOf(name)} is no list in square brackets.");
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

    /// <summary>Writes a list of objects, so that <see cref="ReadList"/> reads the same again.</summary>
    public static string WriteList(IEnumerable<JsonObject> objects) => "[" + string.Join(",", objects) + "]";

    /// <summary>The text as it is, for whoever looks for what may be there; null where it is not one whole object or list.</summary>
    internal static XElement? Element(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || !IsWhole(text!))
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
        if (!IsWhole(text))
        {
            reader.Add($"{SubjectOf(name)} is no JSON: it breaks off, or goes on behind its end. Pass one whole {shape}.");
            return null;
        }

        try
        {
            using var json = JsonReaderWriterFactory.CreateJsonReader(Encoding.UTF8.GetBytes(text), Quotas());
            return XElement.Load(json);
        }
        catch (XmlException malformed)
        {
            reader.Add($"{SubjectOf(name)} is no JSON: {malformed.Message}");
            return null;
        }
    }

    // Lengths are bounded by whoever takes the text; the reader's own limits would cut a long reason.
    private static XmlDictionaryReaderQuotas Quotas()
    {
        var quotas = new XmlDictionaryReaderQuotas();
        XmlDictionaryReaderQuotas.Max.CopyTo(quotas);
        quotas.MaxDepth = DepthMax;
        return quotas;
    }

    // The platform's reader takes an object that breaks off for one that ends, and two objects for one. Half of a decision is none.
    private static bool IsWhole(string text)
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
