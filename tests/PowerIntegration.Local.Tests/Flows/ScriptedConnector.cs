using System.Net.Http;
using System.Text.Json.Nodes;
using PowerIntegration.Local.Connectors;

namespace PowerIntegration.Local.Tests.Flows;

/// <summary>Answers what a test wrote down, in order, and fails on a call that nobody expects.</summary>
internal sealed class ScriptedConnector : ITriggerConnector
{
    private readonly Queue<Func<ConnectorCall, ConnectorResponse>> answers = new();
    private readonly List<Action<JsonObject>> subscribers = [];

    public string ApiName => "shared_test";

    public List<ConnectorCall> Calls { get; } = [];

    public Action? OnCall { get; set; }

    /// <summary>What every call waits for before it answers; null where it answers at once.</summary>
    public Task? Held { get; set; }

    public JsonObject? SubscribedWith { get; private set; }

    public ScriptedConnector Answer(int status, string? body = null, params (string Name, string Value)[] headers)
    {
        var named = headers.ToDictionary(header => header.Name, header => header.Value, StringComparer.OrdinalIgnoreCase);
        answers.Enqueue(_ => new ConnectorResponse(status, named, body is null ? null : JsonNode.Parse(body)));
        return this;
    }

    public ScriptedConnector LoseConnection()
    {
        answers.Enqueue(_ => throw new HttpRequestException("The connection was reset."));
        return this;
    }

    public ScriptedConnector Do(Action act)
    {
        answers.Enqueue(_ =>
        {
            act();
            return new ConnectorResponse(200, new Dictionary<string, string>(), null);
        });
        return this;
    }

    public void Fire(string body)
    {
        foreach (var subscriber in subscribers)
        {
            subscriber((JsonObject)JsonNode.Parse(body)!);
        }
    }

    public void Check(string operationId, IReadOnlyCollection<string> parameterNames)
    {
        if (operationId == "Unknown")
        {
            throw new ConnectorRefusalException("The connector 'shared_test' has no operation 'Unknown'.");
        }
    }

    public async Task<ConnectorResponse> InvokeAsync(ConnectorCall call, CancellationToken cancellationToken)
    {
        Calls.Add(call);
        OnCall?.Invoke();
        await Task.Yield();
        if (Held is { } held)
        {
            await held.WaitAsync(cancellationToken);
        }

        return answers.TryDequeue(out var answer)
            ? answer(call)
            : throw new InvalidOperationException($"Nobody expected the call {call.OperationId} {call.Parameters}.");
    }

    public IDisposable Subscribe(string operationId, JsonObject parameters, Action<JsonObject> deliver)
    {
        SubscribedWith = parameters;
        subscribers.Add(deliver);
        return new Ended(() => subscribers.Remove(deliver));
    }

    private sealed class Ended(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
