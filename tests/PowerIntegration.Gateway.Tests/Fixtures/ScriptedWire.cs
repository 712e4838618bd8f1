using System.Net;
using System.Net.Http;
using System.Text;

namespace PowerIntegration.Gateway.Tests.Fixtures;

/// <summary>Answers only what a test foresaw; anything else is remembered and fails the call and the test.</summary>
internal sealed class ScriptedWire(string name) : HttpMessageHandler
{
    private readonly List<(string Method, string Start, Func<WireCall, HttpResponseMessage> Answer)> answers = [];
    private readonly Lock gate = new();

    public List<WireCall> Calls { get; } = [];

    public List<string> Unforeseen { get; } = [];

    /// <summary>Answers requests whose decoded path and query start so; a later script goes before an earlier one.</summary>
    public ScriptedWire On(string method, string start, Func<WireCall, HttpResponseMessage> answer)
    {
        this.answers.Insert(0, (method, start, answer));
        return this;
    }

    public ScriptedWire On(string method, string start, string json) => On(method, start, _ => Json(json));

    /// <summary>Answers one after the other; the last one stays.</summary>
    public ScriptedWire OnSequence(string method, string start, params Func<WireCall, HttpResponseMessage>[] answers)
    {
        var next = 0;
        return On(method, start, call => answers[Math.Min(next++, answers.Length - 1)](call));
    }

    public int Count(string method, string start) => Calls.Count(call => call.Is(method, start));

    public static HttpResponseMessage Json(string json, int status = 200, params (string Name, string Value)[] headers)
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        foreach (var (header, value) in headers)
        {
            response.Headers.TryAddWithoutValidation(header, value);
        }

        return response;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var headers = request.Headers.ToDictionary(header => header.Key, header => string.Join(",", header.Value));
        var call = new WireCall(
            request.Method.Method,
            Uri.UnescapeDataString(request.RequestUri!.PathAndQuery),
            body,
            headers,
            request.Content?.Headers.ContentType?.ToString()
        );
        Func<WireCall, HttpResponseMessage>? answer;
        lock (gate)
        {
            Calls.Add(call);
            answer = this.answers.FirstOrDefault(script => call.Is(script.Method, script.Start)).Answer;
            if (answer is null)
            {
                Unforeseen.Add($"{name}: {call}");
            }
        }

        var response = answer?.Invoke(call) ?? throw new InvalidOperationException($"Nobody foresaw {name} {call}.");
        response.RequestMessage = request;
        return response;
    }
}
