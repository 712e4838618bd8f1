using System.Net;
using System.Net.Http;
using System.Text;

namespace PowerIntegration.Local.Tests.Connectors;

/// <summary>Answers what a test wrote down, in order, and fails on a request that nobody expects.</summary>
internal sealed class RecordingHandler : HttpMessageHandler
{
    private readonly Queue<Func<HttpResponseMessage>> answers = new();

    public List<string> Requests { get; } = [];

    public HttpRequestMessage? Last { get; private set; }

    public RecordingHandler Answer(HttpStatusCode status, string? body = null, string mediaType = "application/json", Action? meanwhile = null)
    {
        answers.Enqueue(() =>
        {
            meanwhile?.Invoke();
            return new HttpResponseMessage(status)
            {
                Content = body is null ? new ByteArrayContent([]) : new StringContent(body, Encoding.UTF8, mediaType),
            };
        });
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? string.Empty : " " + await request.Content.ReadAsStringAsync(cancellationToken);
        Requests.Add($"{request.Method} {request.RequestUri!.OriginalString}{body}");
        Last = request;
        return answers.TryDequeue(out var answer) ? answer() : throw new InvalidOperationException($"Nobody expected {Requests[^1]}.");
    }
}
