using System.Text;
using System.Text.Json.Nodes;

namespace PowerIntegration.Local.Expressions.Functions;

/// <summary>Conversions between text, JSON, base64 and bytes.</summary>
internal static class ConversionFunctions
{
    private const string Bytes = "application/octet-stream";

    /// <summary>Adds the functions.</summary>
    public static void Register(FunctionTable table)
    {
        table.Add("string", 1, 1, arguments => TextForm.Of(arguments[0]));
        table.Add("json", 1, 1, Json);
        table.Add("binary", 1, 1, Binary);
        table.Add("base64", 1, 1, arguments => Convert.ToBase64String(TextForm.BytesOf(arguments[0])));
        table.Add("base64ToString", 1, 1, Base64ToText);
        table.Add("decodeBase64", 1, 1, Base64ToText);
        table.Add("base64ToBinary", 1, 1, Base64ToBinary);
        table.Add("encodeUriComponent", 1, 1, arguments => Uri.EscapeDataString(TextForm.Of(arguments[0])));
        table.Add("uriComponent", 1, 1, arguments => Uri.EscapeDataString(TextForm.Of(arguments[0])));
        table.Add("decodeUriComponent", 1, 1, arguments => Uri.UnescapeDataString(arguments.Text(0)));
        table.Add("uriComponentToString", 1, 1, arguments => Uri.UnescapeDataString(arguments.Text(0)));
        table.Add(
            "uriComponentToBinary",
            1,
            1,
            arguments => Values.Content(Bytes, Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(arguments.Text(0)))))
        );
    }

    private static JsonNode? Json(FunctionArguments arguments)
    {
        if (Values.TextOrNull(arguments[0]) is { } text)
        {
            return JsonText.Parse(text);
        }

        if (!Values.IsContent(arguments[0]))
        {
            throw arguments.Wrong(0, "a text, bytes or XML");
        }

        var content = arguments.Object(0);
        return XmlConversion.IsXml(content) ? XmlConversion.ToJson(content) : JsonText.Parse(TextForm.Of(content));
    }

    private static JsonObject Binary(FunctionArguments arguments) =>
        arguments[0] is null ? throw arguments.Wrong(0, "a value") : Values.Content(Bytes, Convert.ToBase64String(TextForm.BytesOf(arguments[0])));

    private static JsonNode Base64ToText(FunctionArguments arguments) => Encoding.UTF8.GetString(TextForm.FromBase64(arguments.Text(0)));

    private static JsonObject Base64ToBinary(FunctionArguments arguments)
    {
        _ = TextForm.FromBase64(arguments.Text(0));
        return Values.Content(Bytes, arguments.Text(0));
    }
}
