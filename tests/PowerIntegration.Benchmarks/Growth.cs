using System.Globalization;
using System.Linq;
using BenchmarkDotNet.Reports;

namespace PowerIntegration.Benchmarks;

/// <summary>The two questions that the table answers, in words: how the engine grows with the lines, and what it costs beside the loop.</summary>
internal static class Growth
{
    public static string Of(Summary summary) => string.Join('\n', new[] { nameof(BillingBenchmark.Flat), nameof(BillingBenchmark.SlidingScale) }.Select(method => Of(summary, method)));

    private static string Of(Summary summary, string method)
    {
        double few = Median(summary, method, BillingBenchmark.Few), many = Median(summary, method, BillingBenchmark.Many);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{method}: {BillingBenchmark.Many:N0} lines take {many / few:F2} times {BillingBenchmark.Few:N0} lines; the engine takes {few / Median(summary, nameof(BillingBenchmark.Loop), BillingBenchmark.Few):F2} times the loop at {BillingBenchmark.Few:N0} lines and {many / Median(summary, nameof(BillingBenchmark.Loop), BillingBenchmark.Many):F2} times at {BillingBenchmark.Many:N0}.");
    }

    private static double Median(Summary summary, string method, int lines) => summary.Reports.Single(report =>
        report.BenchmarkCase.Descriptor.WorkloadMethod.Name == method && (int)report.BenchmarkCase.Parameters[nameof(BillingBenchmark.Lines)] == lines).ResultStatistics!.Median;
}
