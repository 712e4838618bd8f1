using System.Net.Http;

namespace PowerIntegration.Gateway.Remote;

/// <summary>Marks a request that is no GET and yet changes nothing, such as asking for a token.</summary>
internal static class RepeatableOption
{
    private static readonly HttpRequestOptionsKey<bool> Key = new("PowerIntegration.Repeatable");

    public static HttpRequestMessage Repeatable(this HttpRequestMessage request)
    {
        request.Options.Set(Key, true);
        return request;
    }

    public static bool IsRepeatable(HttpRequestMessage? request) =>
        request is not null && (request.Method == HttpMethod.Get || (request.Options.TryGetValue(Key, out var marked) && marked));
}
