using PowerIntegration.Local.Clock;
using PowerIntegration.Local.Procore.Access;
using PowerIntegration.Local.Procore.Wire;

namespace PowerIntegration.Local.Procore.Faults;

/// <summary>Where tests and the demo make calls fail. A failed call reads nothing and changes nothing, unless only its answer is lost.</summary>
public sealed class ProcoreFaults
{
    private const int RetryAfterSeconds = 10;
    private readonly object gate = new();
    private readonly Queue<ProcoreFault> next = new();
    private readonly Queue<ProcoreFault> nextFiles = new();
    private IIdSource? dice;
    private int oneIn;
    private ProcoreFault random;

    /// <summary>Makes the next calls fail.</summary>
    /// <param name="count">How many, from 1.</param>
    /// <param name="fault">How.</param>
    public void FailNext(int count, ProcoreFault fault)
    {
        lock (gate)
        {
            for (var index = 0; index < count; index++)
            {
                next.Enqueue(fault);
            }
        }
    }

    /// <summary>Makes the next reads of a file's bytes fail; other calls do not meet it.</summary>
    /// <param name="count">How many, from 1.</param>
    /// <param name="fault">How.</param>
    public void FailNextFiles(int count, ProcoreFault fault)
    {
        lock (gate)
        {
            for (var index = 0; index < count; index++)
            {
                nextFiles.Enqueue(fault);
            }
        }
    }

    /// <summary>Makes some of all later calls fail.</summary>
    /// <param name="seeded">Throws the dice; its seed repeats the run.</param>
    /// <param name="calls">One call in so many fails on average; 0 ends it.</param>
    /// <param name="fault">How.</param>
    public void FailSome(IIdSource seeded, int calls, ProcoreFault fault)
    {
        lock (gate)
        {
            dice = calls == 0 ? null : seeded;
            oneIn = calls;
            random = fault;
        }
    }

    /// <summary>The failure of this call, or null.</summary>
    internal ProcoreAnswer? Take(DateTimeOffset now)
    {
        lock (gate)
        {
            if (next.TryDequeue(out var planned))
            {
                return Answer(planned, now);
            }

            return dice?.NextInt(oneIn) == 0 ? Answer(random, now) : null;
        }
    }

    /// <summary>The failure of this read of a file, or null.</summary>
    internal ProcoreAnswer? TakeFile(DateTimeOffset now)
    {
        lock (gate)
        {
            return nextFiles.TryDequeue(out var planned) ? Answer(planned, now) : null;
        }
    }

    private static ProcoreAnswer Answer(ProcoreFault fault, DateTimeOffset now) =>
        fault switch
        {
            ProcoreFault.TooManyRequests => RateLimits
                .Refusal(now, now.AddSeconds(RetryAfterSeconds))
                .With(RateLimits.Headers(1, 0, now.AddSeconds(RetryAfterSeconds))),
            ProcoreFault.Unavailable => ProcoreAnswer
                .Error(503, "Service Unavailable")
                .With(new Dictionary<string, string> { ["Retry-After"] = "10" }),
            ProcoreFault.ConnectionLost => new ProcoreAnswer(0, null) { ConnectionLost = true },
            ProcoreFault.AnswerLost => new ProcoreAnswer(0, null) { ConnectionLost = true, IsAfterEffect = true },
            _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "This fault is not supported."),
        };
}
