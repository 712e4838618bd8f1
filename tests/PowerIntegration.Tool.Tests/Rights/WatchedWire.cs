using System.Net.Http;
using System.Text.Json.Nodes;

namespace PowerIntegration.Tool.Tests.Rights;

/// <summary>Sends, remembers what was sent and which tokens came back, and answers in place of a system where a test says so.</summary>
internal sealed class WatchedWire(Dictionary<string, Func<HttpResponseMessage>> answers, List<string> requests, List<string> secrets)
    : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.AbsolutePath;
        requests.Add($"{request.Method} {path}");
        secrets.AddRange(request.Headers.Authorization?.Parameter is { } signed ? [signed] : []);
        if (answers.FirstOrDefault(answer => path.EndsWith(answer.Key, StringComparison.Ordinal)).Value is { } instead)
        {
            return instead();
        }

        var response = await base.SendAsync(request, cancellationToken);
        if (path.EndsWith("/token", StringComparison.Ordinal) && response.IsSuccessStatusCode)
        {
            var body = await response.Content.ReadAsStringAsync(cancellationToken);
            secrets.Add((string)JsonNode.Parse(body)!["access_token"]!);
        }

        return response;
    }
}
