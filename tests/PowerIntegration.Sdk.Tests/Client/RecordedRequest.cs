using System.Net.Http.Headers;

namespace PowerIntegration.Sdk.Tests.Client;

/// <summary>One request as it came.</summary>
internal sealed record RecordedRequest(string Method, string Address, string Body, HttpRequestHeaders Headers)
{
    public string? Header(string name) => Headers.TryGetValues(name, out var values) ? string.Join(",", values) : null;
}
