using System.Runtime.Serialization.Json;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using PowerIntegration.Domain.Documents;

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
        var subject = name.Length == 0 ? "The text" : name;
        if (!IsComplete(text))
        {
            reader.Add($"{subject} is not valid JSON: it is incomplete or has extra text after the end. Provide one complete object in braces.");
            return null;
        }

        try
        {
            using var json = JsonReaderWriterFactory.CreateJsonReader(Encoding.UTF8.GetBytes(text), Quotas());
            var fields = new JsonFields(XElement.Load(json), name, reader);
            var value = read(fields);
            fields.RefuseUnknown();
            return value;
        }
        catch (XmlException malformed)
        {
            reader.Add($"{subject} is not valid JSON: {malformed.Message}");
            return null;
        }
    }

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
