using System.Net.Http;
using System.Text;

namespace PowerIntegration.Gateway.Remote;

/// <summary>Reads the text of an answer by the charset that it names.</summary>
internal static class ResponseText
{
    /// <summary>The text without a byte order mark; UTF-8 if the response names no character set, null if it names an unknown one.</summary>
    public static async Task<string?> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        if (EncodingOf(content.Headers.ContentType?.CharSet) is not { } encoding)
        {
            return null;
        }

        using var reader = new StreamReader(await content.ReadAsStreamAsync(cancellationToken), encoding, detectEncodingFromByteOrderMarks: true);
        return await reader.ReadToEndAsync(cancellationToken);
    }

    /// <summary>The encoding of a charset, or null.</summary>
    public static Encoding? EncodingOf(string? charset)
    {
        try
        {
            return string.IsNullOrWhiteSpace(charset) ? Encoding.UTF8 : Encoding.GetEncoding(charset.Trim('"', ' '));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
