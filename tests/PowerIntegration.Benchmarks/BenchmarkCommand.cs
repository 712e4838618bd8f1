using System.CommandLine;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;
using PowerIntegration.CommandLine;
using Process = System.Diagnostics.Process;
using ProcessStartInfo = System.Diagnostics.ProcessStartInfo;

namespace PowerIntegration.Benchmarks;

/// <summary>
/// The command. What is compared runs in one process, or the figures would differ by what the compiler and the memory happened to do to one of them.
/// The collector is set before a process starts, so each of the two questions has a process: the arithmetic alone, with a first generation that holds
/// many contracts and their largest arrays, and the same with the run-time's own, where collections fall into a long call more often than into a
/// short one.
/// </summary>
internal static class BenchmarkCommand
{
    private const string Question = "BENCHMARK";

    /// <summary>The command. Billing has no options, because only the whole table answers its two questions; mapping is a command of its own.</summary>
    public static RootCommand Create()
    {
        var root = new RootCommand(
            "Measure one application of 1,000 and of 10,000 lines through the billing engine, each next to a bare loop over the same columns. "
                + "Takes about seven minutes."
        ).WithExamples("dotnet run -c Release --project tests/PowerIntegration.Benchmarks");
        var mapping = new Command("mapping", "Measure the coding of codes and the coverage proof of a project. Takes about half a minute.");
#pragma warning disable RS0030 // The real clock is what a benchmark measures with.
        mapping.SetAction(_ => MappingBenchmark.Run(TimeProvider.System));
#pragma warning restore RS0030
        root.Subcommands.Add(mapping);
        root.SetAction(_ => Environment.GetEnvironmentVariable(Question) is { } question ? Measure(question) : AskBoth());
        return root;
    }

    private static int AskBoth() =>
        Math.Max(Ask("Arithmetic", ("DOTNET_GCgen0size", "0x10000000"), ("DOTNET_GCLOHThreshold", "0x1000000")), Ask("With collector"));

    private static int Measure(string question)
    {
        BillingBenchmark.WarmUp();
        var job = Job
            .Default.WithToolchain(InProcessEmitToolchain.Instance)
            .WithWarmupCount(3)
            .WithIterationCount(7)
            .WithIterationTime(TimeInterval.FromMilliseconds(300))
            .WithGcForce(false);
        var config = DefaultConfig.Instance.WithOrderer(new SideBySide());
        foreach (var round in Enumerable.Range(1, Growth.Rounds))
        {
            config = config.AddJob(job.WithId(Growth.Round(round)));
        }

        var summary = BenchmarkRunner.Run<BillingBenchmark>(config);
        if (summary.HasCriticalValidationErrors || summary.Reports.Any(report => report.ResultStatistics is null))
        {
            return 1;
        }

        Console.WriteLine(question + ":");
        Console.WriteLine(new Growth(summary).Text());
        return 0;
    }

    private static int Ask(string name, params (string Variable, string Value)[] settings)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!);
        start.Environment[Question] = name;
        foreach (var (variable, value) in settings)
        {
            start.Environment[variable] = value;
        }

        using var process = Process.Start(start)!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
