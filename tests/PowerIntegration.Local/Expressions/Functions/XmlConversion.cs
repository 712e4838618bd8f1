using System.Text;
using System.Text.Json.Nodes;
using System.Xml;
using Newtonsoft.Json;
using Newtonsoft.Json.Converters;

namespace PowerIntegration.Local.Expressions.Functions;

/// <summary>
/// XML and JSON into each other by Newtonsoft.Json's converter, whose conventions (attributes with an at sign, repeated elements as a list)
/// are the host's.
/// </summary>
internal static class XmlConversion
{
    private const string ContentType = "application/xml;charset=utf-8";

    /// <summary>Whether a value that carries bytes says that they are XML.</summary>
    public static bool IsXml(JsonObject content)
    {
        var type = content[Values.ContentTypeKey]!.GetValue<string>();
        return type.StartsWith("application/xml", StringComparison.OrdinalIgnoreCase)
            || type.StartsWith("text/xml", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A value that carries this XML.</summary>
    public static JsonObject Content(string xml) => Values.Content(ContentType, Convert.ToBase64String(Encoding.UTF8.GetBytes(xml)));

    /// <summary>A value that carries these bytes as XML, unchecked.</summary>
    public static JsonObject Rewrap(JsonObject content) => Values.Content(ContentType, content[Values.ContentKey]!.GetValue<string>());

    /// <summary>Reads a text.</summary>
    /// <exception cref="ExpressionException">It is not XML.</exception>
    public static XmlDocument Read(string xml) => Load(document => document.LoadXml(xml));

    /// <summary>Reads the bytes of a value; a declared encoding counts.</summary>
    /// <exception cref="ExpressionException">They are not XML.</exception>
    public static XmlDocument Read(JsonObject content) =>
        Load(document =>
        {
            using var bytes = new MemoryStream(TextForm.BytesOf(content));
            document.Load(bytes);
        });

    /// <summary>XML to JSON.</summary>
    public static JsonNode? ToJson(JsonObject content) => JsonText.Parse(JsonConvert.SerializeXmlNode(Read(content)));

    /// <summary>JSON to XML text; an empty object gives an empty text.</summary>
    /// <exception cref="ExpressionException">The object has no single root or a name that XML cannot hold.</exception>
    public static string FromJson(JsonObject value)
    {
        try
        {
            // Dates stay as written: the converter would otherwise read and print them again.
            var settings = new JsonSerializerSettings { DateParseHandling = DateParseHandling.None, Converters = { new XmlNodeConverter() } };
            return JsonConvert.DeserializeObject<XmlDocument>(CompactJson.Write(value), settings)?.OuterXml ?? string.Empty;
        }
        catch (Exception failure) when (failure is JsonException or XmlException or ArgumentException)
        {
            throw new ExpressionException($"The object cannot be written as XML: {failure.Message}", failure);
        }
    }

    private static XmlDocument Load(Action<XmlDocument> load)
    {
        try
        {
            // No resolver: a document type may name a file or an address, and neither is ever read.
            var document = new XmlDocument { XmlResolver = null };
            load(document);
            return document;
        }
        catch (XmlException failure)
        {
            throw new ExpressionException($"The text is not valid XML: {failure.Message}", failure);
        }
    }
}
