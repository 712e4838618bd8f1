using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace PowerIntegration.Local.Expressions.Functions;

/// <summary>Functions over data addresses; their unevenness is the host's.</summary>
internal static class DataUriFunctions
{
    private const string JsonType = "application/json;charset=utf-8";

    /// <summary>Adds the functions.</summary>
    public static void Register(FunctionTable table)
    {
        table.Add("dataUri", 1, 1, ToUri);
        table.Add("dataUriToBinary", 1, 1, ToBinary);
        table.Add("decodeDataUri", 1, 1, ToBinary);
        table.Add("dataUriToString", 1, 1, ToText);
    }

    private static JsonNode ToUri(FunctionArguments arguments)
    {
        var value = arguments[0] ?? throw arguments.Wrong(0, "a value");
        if (Values.IsContent(value))
        {
            return $"data:{value[Values.ContentTypeKey]};base64,{value[Values.ContentKey]}";
        }

        var type = Values.KindOf(value) == ValueKind.Text ? "text/plain;charset=utf-8" : JsonType;
        return $"data:{type};base64,{Convert.ToBase64String(TextForm.BytesOf(value))}";
    }

    private static JsonObject ToBinary(FunctionArguments arguments)
    {
        var uri = DataUri.Parse(arguments.Text(0));
        if (!MediaTypeHeaderValue.TryParse(uri.ContentType, out var mediaType))
        {
            throw arguments.Failure($"cannot read the content type '{uri.ContentType}'");
        }

        var encoding = string.IsNullOrEmpty(mediaType.CharSet) ? Encoding.UTF8 : TextForm.EncodingOf(mediaType.CharSet);
        return Values.Content(uri.ContentType, uri.IsBase64 ? uri.Data : Convert.ToBase64String(encoding.GetBytes(WebUtility.UrlDecode(uri.Data))));
    }

    // The host looks at the first parameter only and takes nothing but UTF-8 there.
    private static JsonNode ToText(FunctionArguments arguments)
    {
        var uri = DataUri.Parse(arguments.Text(0));
        var first = uri.Parameters.Count > 0 ? uri.Parameters[0] : string.Empty;
        if (first.StartsWith("charset=", StringComparison.OrdinalIgnoreCase) && !first.EndsWith("=utf-8", StringComparison.OrdinalIgnoreCase))
        {
            throw arguments.Failure($"reads UTF-8 only, and the address says '{first}'");
        }

        return uri.IsBase64 ? Encoding.UTF8.GetString(TextForm.FromBase64(uri.Data)) : WebUtility.UrlDecode(uri.Data);
    }
}
