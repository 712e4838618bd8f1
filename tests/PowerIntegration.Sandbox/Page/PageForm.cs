using Microsoft.AspNetCore.Http;
using PowerIntegration.Local.Requests;

namespace PowerIntegration.Sandbox.Page;

/// <summary>The fields of a form of the page.</summary>
internal static class PageForm
{
    private const int BytesMax = 65_536;

    /// <summary>Reads the form.</summary>
    /// <param name="context">The request.</param>
    /// <exception cref="BadHttpRequestException">It is too large or is no form.</exception>
    public static async Task<IReadOnlyDictionary<string, string>> ReadAsync(HttpContext context)
    {
        // A form that cannot be read is not one whose fields are empty: without a reason, a reversal is confirmed.
        try
        {
            var body = await RequestBody.ReadAsync(context, BytesMax) ?? throw new InvalidDataException("it is too large.");
            return FormBody.Parse(context.Request.ContentType, body);
        }
        catch (InvalidDataException malformed)
        {
            throw new BadHttpRequestException("The form cannot be read: " + malformed.Message, malformed);
        }
    }
}
