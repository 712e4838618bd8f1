using System;
using System.Linq;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using PowerIntegration.Benchmarks;
using Perfolizer.Horology;

// The run-time compiles a method anew after some dozens of calls, and ten thousand lines are one call of many methods: the warm-up lasts until that is over.
// One process is some per cent faster than the next, so every figure comes from two of them.
var job = Job.Default.WithLaunchCount(2).WithWarmupCount(10).WithIterationCount(10).WithIterationTime(TimeInterval.FromMilliseconds(300)).WithGcForce(false);

// Twice: with a first generation that holds many contracts, so that the arithmetic alone is measured, and with the run-time's own, where collections fall
// into a long call more often than into a short one.
var arithmetic = job.WithId(Growth.Arithmetic).WithEnvironmentVariable("DOTNET_GCgen0size", "0x10000000");
var summary = BenchmarkRunner.Run<BillingBenchmark>(DefaultConfig.Instance.AddJob(arithmetic).AddJob(job.WithId(Growth.WithCollector)), args);
if (summary.HasCriticalValidationErrors || summary.Reports.Any(report => report.ResultStatistics is null))
{
    return 1;
}

Console.WriteLine(Growth.Of(summary));
return 0;
