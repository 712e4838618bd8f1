using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace PowerIntegration.Sandbox.Hosting;

/// <summary>Counts what reaches the front application, by system: the first part of the path.</summary>
public sealed class RequestCounter
{
    private readonly ConcurrentDictionary<string, int> counts = new(StringComparer.Ordinal);

    /// <summary>Requests to one system since the start.</summary>
    /// <param name="system">First part of the path: <c>api</c> is Dataverse's Web API.</param>
    public int Of(string system) => counts.TryGetValue(system, out var count) ? count : 0;

    /// <summary>Counts one request and passes it on.</summary>
    internal Task CountAsync(HttpContext context, RequestDelegate next)
    {
        var path = context.Request.Path.Value ?? "/";
        var end = path.IndexOf('/', 1);
        counts.AddOrUpdate(path[1..(end < 0 ? path.Length : end)], 1, (_, count) => count + 1);
        return next(context);
    }
}
