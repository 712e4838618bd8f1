using System;
using System.Globalization;
using System.Linq;
using System.Text;
using BenchmarkDotNet.Mathematics;
using BenchmarkDotNet.Reports;

namespace PowerIntegration.Benchmarks;

/// <summary>
/// The two questions that the table answers, in words: how the engine grows with the lines, and what it costs beside the loop. By the median round, and
/// by the fastest: other work on the machine only ever makes a round slower, so the fastest is nearest to what the engine costs by itself.
/// </summary>
internal sealed class Growth(Summary summary, string job, Func<Statistics, double> round)
{
    /// <summary>The job that measures the arithmetic: nothing is collected while a contract is billed.</summary>
    public const string Arithmetic = "Arithmetic";

    /// <summary>The job that measures what the run-time's collector adds.</summary>
    public const string WithCollector = "With collector";

    public static string Of(Summary summary)
    {
        var text = new StringBuilder();
        foreach (var job in new[] { Arithmetic, WithCollector })
        {
            text.AppendLine(job + ", median round:").Append(new Growth(summary, job, times => times.Median).Text());
            text.AppendLine(job + ", fastest round:").Append(new Growth(summary, job, times => times.Min).Text());
        }

        return text.ToString();
    }

    private StringBuilder Text() => new StringBuilder()
        .AppendLine(Text(nameof(BillingBenchmark.Flat), nameof(BillingBenchmark.Loop)))
        .AppendLine(Text(nameof(BillingBenchmark.SlidingScale), nameof(BillingBenchmark.SharedLoop)));

    private string Text(string method, string loop)
    {
        double few = Time(method, BillingBenchmark.Few), many = Time(method, BillingBenchmark.Many);
        double fewBare = Time(loop, BillingBenchmark.Few), manyBare = Time(loop, BillingBenchmark.Many);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"  {method}: {BillingBenchmark.Many:N0} lines take {many / few:F2} times {BillingBenchmark.Few:N0} (the {loop} {manyBare / fewBare:F2}); the engine takes {few / fewBare:F2} times the {loop} at {BillingBenchmark.Few:N0} lines and {many / manyBare:F2} times at {BillingBenchmark.Many:N0}.");
    }

    private double Time(string method, int lines) => round(summary.Reports.Single(report =>
        report.BenchmarkCase.Job.Id == job
        && report.BenchmarkCase.Descriptor.WorkloadMethod.Name == method
        && (int)report.BenchmarkCase.Parameters[nameof(BillingBenchmark.Lines)] == lines).ResultStatistics!);
}
