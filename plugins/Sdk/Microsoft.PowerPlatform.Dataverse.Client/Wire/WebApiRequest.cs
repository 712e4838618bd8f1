using System.Net.Http;
using System.Text.Json.Nodes;

namespace Microsoft.PowerPlatform.Dataverse.Client.Wire;

/// <summary>One request, its path relative to the Web API's root.</summary>
internal sealed record WebApiRequest(HttpMethod Method, string Path)
{
    public JsonObject? Body { get; init; }

    public string? IfMatch { get; init; }

    public string? Prefer { get; init; }

    public static WebApiRequest Get(string path) => new(HttpMethod.Get, path) { Prefer = "odata.include-annotations=\"*\"" };

    public static WebApiRequest Post(string path, JsonObject body) => new(HttpMethod.Post, path) { Body = body };
}
