using Microsoft.AspNetCore.Http;

namespace PowerIntegration.Local.Requests;

/// <summary>Reads the body of a request whole.</summary>
internal static class RequestBody
{
    private const int ChunkBytes = 81_920;

    /// <summary>The body, or null where it is larger than allowed.</summary>
    /// <param name="context">The request.</param>
    /// <param name="bytesMax">Most bytes.</param>
    /// <exception cref="BadHttpRequestException">The body is not framed as HTTP says; the exception names the status.</exception>
    public static async Task<byte[]?> ReadAsync(HttpContext context, int bytesMax)
    {
        if (context.Request.ContentLength > bytesMax)
        {
            return null;
        }

        using var buffer = new MemoryStream();
        var chunk = new byte[ChunkBytes];
        int read;
        while ((read = await context.Request.Body.ReadAsync(chunk, context.RequestAborted)) > 0)
        {
            if (buffer.Length + read > bytesMax)
            {
                return null;
            }

            buffer.Write(chunk, 0, read);
        }

        return buffer.ToArray();
    }
}
