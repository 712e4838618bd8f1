using BenchmarkDotNet.Reports;

namespace PowerIntegration.Benchmarks;

/// <summary>
/// The two questions that the table answers, in words: how the engine grows with the lines, and what it costs beside the loop. Both are quotients of
/// medians of one round, where both figures were measured side by side; given are the median round and, in brackets, the least and the most of all
/// rounds.
/// </summary>
internal sealed class Growth(Summary summary)
{
    /// <summary>How often everything is measured.</summary>
    public const int Rounds = 5;

    public static string Round(int round) => string.Create(CultureInfo.InvariantCulture, $"Round {round}");

    public string Text() =>
        Text(nameof(BillingBenchmark.Flat), nameof(BillingBenchmark.Loop))
        + Environment.NewLine
        + Text(nameof(BillingBenchmark.SlidingScale), nameof(BillingBenchmark.SharedLoop));

    private string Text(string method, string loop) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"  {method}: {BillingBenchmark.Many:N0} lines take {Grown(method)} times {BillingBenchmark.Few:N0}, the {loop} "
                + $"{Grown(loop)}; the engine takes {Beside(method, loop, BillingBenchmark.Few)} times the {loop} at "
                + $"{BillingBenchmark.Few:N0} lines and {Beside(method, loop, BillingBenchmark.Many)} times at {BillingBenchmark.Many:N0}."
        );

    private string Grown(string method) => Shown(round => Median(round, method, BillingBenchmark.Many) / Median(round, method, BillingBenchmark.Few));

    private string Beside(string method, string loop, int lines) => Shown(round => Median(round, method, lines) / Median(round, loop, lines));

    private static string Shown(Func<string, double> quotient)
    {
        List<double> quotients = [.. Enumerable.Range(1, Rounds).Select(round => quotient(Round(round))).Order()];
        return string.Create(CultureInfo.InvariantCulture, $"{quotients[Rounds / 2]:F2} ({quotients[0]:F2} to {quotients[^1]:F2})");
    }

    private double Median(string round, string method, int lines) =>
        summary
            .Reports.Single(report =>
                report.BenchmarkCase.Job.Id == round
                && report.BenchmarkCase.Descriptor.WorkloadMethod.Name == method
                && (int)report.BenchmarkCase.Parameters[nameof(BillingBenchmark.Lines)] == lines
            )
            .ResultStatistics!.Median;
}
