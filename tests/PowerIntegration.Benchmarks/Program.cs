using System;
using System.Linq;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using PowerIntegration.Benchmarks;
using Perfolizer.Horology;

// Short, so that a run takes two minutes; medians, because other work on the machine only ever makes a round slower.
var job = Job.Default.WithWarmupCount(4).WithIterationCount(15).WithIterationTime(TimeInterval.FromMilliseconds(250));
var summary = BenchmarkRunner.Run<BillingBenchmark>(DefaultConfig.Instance.AddJob(job), args);
if (summary.HasCriticalValidationErrors || summary.Reports.Any(report => report.ResultStatistics is null))
{
    return 1;
}

Console.WriteLine(Growth.Of(summary));
return 0;
