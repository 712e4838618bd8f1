using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace PowerIntegration.Local.Requests;

/// <summary>Reads the fields of an urlencoded form, as token endpoints take it.</summary>
internal static class FormBody
{
    /// <summary>The fields; one that is given twice holds both values, separated by a comma.</summary>
    /// <param name="contentType">The request's.</param>
    /// <param name="bytes">The body.</param>
    /// <exception cref="InvalidDataException">It is no such form; the message is the end of a sentence.</exception>
    public static IReadOnlyDictionary<string, string> Parse(string? contentType, byte[] bytes)
    {
        if (
            !MediaTypeHeaderValue.TryParse(contentType, out var type)
            || !type.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase)
            || (type.Charset.HasValue && !type.Charset.ToString().Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        )
        {
            throw new InvalidDataException($"the Content-Type {contentType} is not application/x-www-form-urlencoded in UTF-8.");
        }

        if (RequestText.BodyProblem(bytes) is { } problem)
        {
            throw new InvalidDataException(problem);
        }

        var text = System.Text.Encoding.UTF8.GetString(bytes);
        if (RequestText.AddressProblem(text) is not null)
        {
            throw new InvalidDataException("a field holds escaped bytes that are not UTF-8, or the character NUL.");
        }

        using var reader = new FormReader(text);
        return reader.ReadForm().ToDictionary(field => field.Key, field => field.Value.ToString());
    }
}
