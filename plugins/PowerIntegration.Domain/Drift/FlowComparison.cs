using static PowerIntegration.Domain.Refusals.Sentence;

namespace PowerIntegration.Domain.Drift;

/// <summary>Compares cloud flows with what was released: a flow that is off stops its process in silence.</summary>
internal static class FlowComparison
{
    public static IEnumerable<Difference> Compare(IReadOnlyList<CloudFlow> released, IReadOnlyList<CloudFlow> found)
    {
        foreach (var flow in released)
        {
            var now = found.FirstOrDefault(one => one.Id == flow.Id);
            if (now is null)
            {
                if (flow.IsOptional)
                {
                    continue;
                }

                yield return new Difference($"Flow {Quoted(flow.Name)} is missing. It was released with the flows.", Difference.Restore);
            }
            else if (flow.IsOn && !now.IsOn)
            {
                yield return new Difference(
                    $"Flow {Quoted(now.Name)} is off; it was released on. Nothing that it does happens until it is on.",
                    "Ask a system administrator to turn it on. Find out who turned it off, and why."
                );
            }
        }
    }
}
