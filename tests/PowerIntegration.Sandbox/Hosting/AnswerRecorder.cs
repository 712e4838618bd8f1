using System.Collections.Concurrent;
using PowerIntegration.Local.Connectors;

namespace PowerIntegration.Sandbox.Hosting;

/// <summary>Holds every answer of the gateway to the connector's definition, and remembers what was answered as defined and what was not.</summary>
/// <param name="contract">The definition.</param>
public sealed class AnswerRecorder(AnswerContract contract)
{
    private readonly ConcurrentDictionary<(string OperationId, int Status), int> answered = [];
    private readonly ConcurrentQueue<string> faults = [];

    /// <summary>Every operation of the definition.</summary>
    public IReadOnlyCollection<string> OperationIds => contract.OperationIds;

    /// <summary>How often an operation was answered as defined, by status.</summary>
    public IReadOnlyDictionary<(string OperationId, int Status), int> Answered => answered;

    /// <summary>What differed from the definition, one sentence each.</summary>
    public IReadOnlyCollection<string> Faults => faults;

    /// <summary>Compares an answer with the definition.</summary>
    /// <param name="method">Verb of the request.</param>
    /// <param name="path">Path at the gateway.</param>
    /// <param name="answer">The answer.</param>
    /// <returns>What differs; null where the answer is as defined, or the path belongs to no connector.</returns>
    internal async Task<string?> RecordAsync(string method, string path, ServiceAnswer answer)
    {
        var verdict = await contract.CheckAsync(method, path, answer);
        foreach (var fault in verdict?.Faults ?? [])
        {
            faults.Enqueue(fault);
        }

        if (verdict is { OperationId: { } operation, Faults.Count: 0 })
        {
            answered.AddOrUpdate((operation, verdict.Status), 1, (_, count) => count + 1);
        }

        return verdict is { Faults.Count: > 0 } ? string.Join(" ", verdict.Faults) : null;
    }
}
