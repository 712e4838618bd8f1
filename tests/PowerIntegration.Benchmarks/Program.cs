using System.Diagnostics;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;
using PowerIntegration.Benchmarks;

// What is compared runs in one process, or the figures would differ by what the compiler and the memory happened to do to one of them. The collector
// is set before a process starts, so each of the two questions has a process: the arithmetic alone, with a first generation that holds many contracts
// and takes their largest arrays, and the same with the run-time's own, where collections fall into a long call more often than into a short one.
const string Question = "BENCHMARK";
if (Environment.GetEnvironmentVariable(Question) is not { } question)
{
    return Math.Max(Ask("Arithmetic", ("DOTNET_GCgen0size", "0x10000000"), ("DOTNET_GCLOHThreshold", "0x1000000")), Ask("With collector"));
}

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

var summary = BenchmarkRunner.Run<BillingBenchmark>(config, args);
if (summary.HasCriticalValidationErrors || summary.Reports.Any(report => report.ResultStatistics is null))
{
    return 1;
}

Console.WriteLine(question + ":");
Console.WriteLine(new Growth(summary).Text());
return 0;

int Ask(string name, params (string Variable, string Value)[] settings)
{
    var start = new ProcessStartInfo(Environment.ProcessPath!, args);
    start.Environment[Question] = name;
    foreach (var (variable, value) in settings)
    {
        start.Environment[variable] = value;
    }

    using var process = Process.Start(start)!;
    process.WaitForExit();
    return process.ExitCode;
}
