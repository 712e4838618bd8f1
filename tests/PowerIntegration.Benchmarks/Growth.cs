using System.Globalization;
using System.Linq;
using BenchmarkDotNet.Reports;

namespace PowerIntegration.Benchmarks;

/// <summary>The two questions that the table answers, in words: how the engine grows with the lines, and what it costs beside the loop.</summary>
internal static class Growth
{
    public static string Of(Summary summary) => string.Join(
        '\n', Of(summary, nameof(BillingBenchmark.Flat), nameof(BillingBenchmark.Loop)), Of(summary, nameof(BillingBenchmark.SlidingScale), nameof(BillingBenchmark.SharedLoop)));

    private static string Of(Summary summary, string method, string loop)
    {
        double few = Median(summary, method, BillingBenchmark.Few), many = Median(summary, method, BillingBenchmark.Many);
        double fewBare = Median(summary, loop, BillingBenchmark.Few), manyBare = Median(summary, loop, BillingBenchmark.Many);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{method}: {BillingBenchmark.Many:N0} lines take {many / few:F2} times {BillingBenchmark.Few:N0} lines; the engine takes {few / fewBare:F2} times the {loop} at {BillingBenchmark.Few:N0} lines and {many / manyBare:F2} times at {BillingBenchmark.Many:N0}.");
    }

    private static double Median(Summary summary, string method, int lines) => summary.Reports.Single(report =>
        report.BenchmarkCase.Descriptor.WorkloadMethod.Name == method && (int)report.BenchmarkCase.Parameters[nameof(BillingBenchmark.Lines)] == lines).ResultStatistics!.Median;
}
