using System.Net.Http;
using System.Text;

namespace PowerIntegration.Gateway.Oracle;

/// <summary>The body of an answer, whatever a proxy on the way has made of it.</summary>
internal static class OracleBody
{
    /// <summary>The text; in UTF-8 where the answer names an encoding that does not exist.</summary>
    public static async Task<string> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return EncodingOf(response.Content.Headers.ContentType?.CharSet).GetString(bytes);
    }

    /// <summary>True where the text begins as a JSON object or list does; a page for signing in begins otherwise.</summary>
    public static bool IsJson(string body) => body.TrimStart('\uFEFF', ' ', '\t', '\r', '\n') is ['{' or '[', ..];

    private static Encoding EncodingOf(string? name)
    {
        try
        {
            return string.IsNullOrEmpty(name) ? Encoding.UTF8 : Encoding.GetEncoding(name.Trim('"'));
        }
        catch (ArgumentException)
        {
            // JSON is UTF-8 by its own rule, and what is not JSON is only quoted.
            return Encoding.UTF8;
        }
    }
}
