using System;
using System.IO;
using System.Runtime.Serialization.Json;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using PowerIntegration.Domain.Documents;

namespace PowerIntegration.Plugins.Preview;

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
}
