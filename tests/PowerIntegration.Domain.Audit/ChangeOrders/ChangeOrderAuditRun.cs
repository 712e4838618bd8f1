using PowerIntegration.Audit.Orders;

namespace PowerIntegration.Domain.Audit.ChangeOrders;

/// <summary>Compares sequence after sequence, to the end or to a finding.</summary>
public static class ChangeOrderAuditRun
{
    /// <summary>Runs so many sequences of a seed.</summary>
    public static ChangeOrderAuditResult Run(long seed, int sequences, CancellationToken cancellation)
    {
        var kinds = new SortedDictionary<string, long>(StringComparer.Ordinal);
        for (var index = 0; index < sequences; index++)
        {
            cancellation.ThrowIfCancellationRequested();
            var sequence = SequenceGenerator.Make(seed, index);
            Count(sequence, kinds);
            if (new SequenceAudit(sequence).Run() is { } finding)
            {
                return Result(seed, index + 1, kinds) with { Finding = finding };
            }
        }

        return Result(seed, sequences, kinds);
    }

    private static ChangeOrderAuditResult Result(long seed, int sequences, SortedDictionary<string, long> kinds) =>
        new()
        {
            Seed = seed,
            Sequences = sequences,
            Kinds = kinds,
        };

    private static void Count(OrderSequence sequence, SortedDictionary<string, long> kinds)
    {
        Add(kinds, "policy " + sequence.Rule);
        foreach (var step in sequence.Steps)
        {
            Add(kinds, "step " + step.Step.Kind);
            if (step.Step.Tier > 0)
            {
                Add(kinds, string.Create(CultureInfo.InvariantCulture, $"tier {step.Step.Tier}"));
            }

            foreach (var result in step.Results)
            {
                Add(
                    kinds,
                    result.IsSent ? "sent"
                        : result.IsNothing ? "nothing to send"
                        : "stopped"
                );
                foreach (var stop in result.Stops)
                {
                    Add(kinds, "stopped: " + stop);
                }
            }
        }
    }

    private static void Add(SortedDictionary<string, long> kinds, string kind) => kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
}
