using System.Collections.Immutable;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Order;
using BenchmarkDotNet.Running;

namespace PowerIntegration.Benchmarks;

/// <summary>
/// Runs what is compared side by side: round after round, and within a round the two sizes of a method one right after the other. A shared machine
/// drifts by a quarter within minutes, and figures that are minutes apart cannot be divided by each other.
/// </summary>
internal sealed class SideBySide : DefaultOrderer
{
    public override IEnumerable<BenchmarkCase> GetExecutionOrder(
        ImmutableArray<BenchmarkCase> benchmarksCase,
        IEnumerable<BenchmarkLogicalGroupRule>? order = null
    ) =>
        benchmarksCase
            .GroupBy(one => one.Job.Id)
            .SelectMany(round => round.OrderBy(one => one.Descriptor.MethodIndex).ThenBy(one => (int)one.Parameters[nameof(BillingBenchmark.Lines)]));
}
