using System.Net;
using System.Net.Http;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace PowerIntegration.Sdk.Tests.Client;

/// <summary>Answers the expected requests in their order; any other request fails the test, and so does one that never came.</summary>
internal sealed class RecordedWire : HttpMessageHandler
{
    public const string Root = "https://lakeshore.example/api/data/v9.2/";

    private readonly Queue<RecordedExchange> expected = new();

    public List<RecordedRequest> Requests { get; } = [];

    public RecordedWire Expect(string method, string path, HttpStatusCode status, string? answer = null, string? body = null, string? entityId = null)
    {
        expected.Enqueue(new RecordedExchange(method, path, status, answer, body, entityId));
        return this;
    }

    public RecordedWire Expect(string method, string path, string answer) => Expect(method, path, HttpStatusCode.OK, answer);

    public RecordedWire Fails(string method, string path, Exception failure)
    {
        expected.Enqueue(new RecordedExchange(method, path, HttpStatusCode.OK, null, null, null) { Failure = failure });
        return this;
    }

    public void AssertAllCame() => Assert.Empty(expected);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string body = request.Content == null ? string.Empty : await request.Content.ReadAsStringAsync(cancellationToken);
        string path = Uri.UnescapeDataString(request.RequestUri!.AbsoluteUri);
        Requests.Add(new RecordedRequest(request.Method.Method, request.RequestUri.AbsoluteUri, body, request.Headers));
        Assert.True(expected.TryDequeue(out RecordedExchange? exchange), $"Unexpected request: {request.Method} {path}");
        Assert.Equal($"{exchange.Method} {Root}{exchange.Path}", $"{request.Method} {path}");
        if (exchange.Body != null)
        {
            Assert.True(
                JsonNode.DeepEquals(JsonNode.Parse(exchange.Body), JsonNode.Parse(body)),
                $"{request.Method} {path}\nexpected {exchange.Body}\nbut was  {body}"
            );
        }

        return exchange.Failure == null ? Answer(exchange) : throw exchange.Failure;
    }

    private static HttpResponseMessage Answer(RecordedExchange exchange)
    {
        var response = new HttpResponseMessage(exchange.Status)
        {
            Content = new StringContent(exchange.Answer ?? string.Empty, Encoding.UTF8, "application/json"),
        };
        if (exchange.EntityId != null)
        {
            response.Headers.Add("OData-EntityId", Root + exchange.EntityId);
        }

        if (exchange.Status == HttpStatusCode.TooManyRequests)
        {
            response.Headers.Add("Retry-After", "17");
        }

        return response;
    }
}
