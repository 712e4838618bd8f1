using System.Text;
using Microsoft.Xrm.Sdk;

namespace PowerIntegration.Local.Dataverse.Pipeline;

/// <summary>One execution of one plug-in: what it asked of Dataverse and what it traced.</summary>
public sealed class ExecutionRecord : ITracingService
{
    /// <summary>Most trace text kept; the platform keeps the last of about this much.</summary>
    private const int TraceMax = 10_000;

    private readonly object gate = new();
    private readonly StringBuilder trace = new();
    private readonly List<string> requests = [];

    internal ExecutionRecord(string message, string plugin, int stage, int depth)
    {
        Message = message;
        Plugin = plugin;
        Stage = stage;
        Depth = depth;
    }

    /// <summary>The message it ran for; for a custom API its unique name.</summary>
    public string Message { get; }

    /// <summary>Full name of the class.</summary>
    public string Plugin { get; }

    /// <summary>10, 20, 30 or 40.</summary>
    public int Stage { get; }

    /// <summary>1 where the message came from outside.</summary>
    public int Depth { get; }

    /// <summary>It has come to its end, well or not.</summary>
    public bool IsFinished { get; private set; }

    /// <summary>Names of the requests it made itself, in order.</summary>
    public IReadOnlyList<string> Requests
    {
        get
        {
            lock (gate)
            {
                return [.. requests];
            }
        }
    }

    /// <summary>What it traced.</summary>
    public string Trace
    {
        get
        {
            lock (gate)
            {
                return trace.ToString();
            }
        }
    }

    void ITracingService.Trace(string format, params object[] args)
    {
        lock (gate)
        {
            trace.AppendLine(args is { Length: > 0 } ? string.Format(CultureInfo.InvariantCulture, format, args) : format);
            if (trace.Length > TraceMax)
            {
                trace.Remove(0, trace.Length - TraceMax);
            }
        }
    }

    internal void CountRequest(string name)
    {
        lock (gate)
        {
            requests.Add(name);
        }
    }

    internal void Finish() => IsFinished = true;
}
