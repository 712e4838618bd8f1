using System.Runtime.Serialization.Json;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using PowerIntegration.Domain.Documents;

namespace PowerIntegration.Plugins.Texts;

/// <summary>Reads a JSON text field by field; what nobody asked for is a problem too.</summary>
internal static class JsonText
{
    /// <summary>A text as JSON writes it, in quotes.</summary>
    public static string Quoted(string text)
    {
        using var stream = new MemoryStream();
        new DataContractJsonSerializer(typeof(string)).WriteObject(stream, text);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>What the text says; null where it is no JSON. Problems go to <paramref name="reader"/>.</summary>
    public static T? Read<T>(string name, string text, FieldReader reader, Func<JsonFields, T> read)
        where T : class
    {
        if (!IsWhole(text))
        {
            reader.Add($"{name} is no JSON: it breaks off, or goes on behind its end. Pass one whole object in braces.");
            return null;
        }

        try
        {
            using var json = JsonReaderWriterFactory.CreateJsonReader(Encoding.UTF8.GetBytes(text), new XmlDictionaryReaderQuotas());
            var fields = new JsonFields(XElement.Load(json), name, reader);
            var value = read(fields);
            fields.RefuseUnknown();
            return value;
        }
        catch (XmlException malformed)
        {
            reader.Add($"{name} is no JSON: {malformed.Message}");
            return null;
        }
    }

    /// <summary>
    /// True where the text is one whole object or list: the platform's reader takes an object that breaks off for one that ends, and two objects for
    /// one. Half of a decision is none.
    /// </summary>
    internal static bool IsWhole(string text)
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
