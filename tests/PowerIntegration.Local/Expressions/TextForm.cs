using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace PowerIntegration.Local.Expressions;

/// <summary>How a value reads inside text: in <c>@{...}</c>, <c>string</c>, <c>concat</c> and <c>join</c>.</summary>
public static class TextForm
{
    /// <summary>The text of a value; null is empty, true is <c>True</c>, bytes are decoded, lists and objects are compact JSON.</summary>
    /// <exception cref="ExpressionException">The value carries bytes that cannot be decoded.</exception>
    public static string Of(JsonNode? value) =>
        Values.KindOf(value) switch
        {
            ValueKind.Null => string.Empty,
            ValueKind.Boolean => value!.GetValue<bool>() ? "True" : "False",
            ValueKind.WholeNumber => value!.GetValue<long>().ToString(CultureInfo.InvariantCulture),
            ValueKind.FloatNumber => value!.GetValue<double>().ToString(CultureInfo.InvariantCulture),
            ValueKind.DecimalNumber => value!.GetValue<decimal>().ToString(CultureInfo.InvariantCulture),
            ValueKind.Text => value!.GetValue<string>(),
            ValueKind.Record when Values.IsContent(value) => Decode((JsonObject)value!),
            _ => CompactJson.Write(value),
        };

    /// <summary>The bytes of a value: those it carries, else its text in UTF-8.</summary>
    public static byte[] BytesOf(JsonNode? value) =>
        Values.IsContent(value) ? FromBase64(value![Values.ContentKey]!.GetValue<string>()) : Encoding.UTF8.GetBytes(Of(value));

    /// <summary>Decodes base64.</summary>
    /// <exception cref="ExpressionException">The text is not base64.</exception>
    public static byte[] FromBase64(string text)
    {
        try
        {
            return Convert.FromBase64String(text);
        }
        catch (FormatException failure)
        {
            throw new ExpressionException($"The text '{text}' is not valid base64.", failure);
        }
    }

    /// <summary>The encoding of a charset name.</summary>
    /// <exception cref="ExpressionException">No such charset.</exception>
    public static Encoding EncodingOf(string charset)
    {
        try
        {
            return Encoding.GetEncoding(charset);
        }
        catch (ArgumentException failure)
        {
            throw new ExpressionException($"The charset '{charset}' is not known.", failure);
        }
    }

    private static string Decode(JsonObject content)
    {
        var contentType = content[Values.ContentTypeKey]!.GetValue<string>();
        if (!MediaTypeHeaderValue.TryParse(contentType, out var mediaType))
        {
            throw new ExpressionException($"The content type '{contentType}' is not a media type.");
        }

        foreach (var parameter in mediaType.Parameters)
        {
            if (parameter.Value is null)
            {
                throw new ExpressionException($"The parameter '{parameter.Name}' of the content type '{contentType}' has no value.");
            }
        }

        var encoding = string.IsNullOrEmpty(mediaType.CharSet) ? Encoding.UTF8 : EncodingOf(mediaType.CharSet);
        return encoding.GetString(FromBase64(content[Values.ContentKey]!.GetValue<string>()));
    }
}
