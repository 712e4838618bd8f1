using BenchmarkDotNet.Running;
using PowerIntegration.Benchmarks;

BenchmarkRunner.Run<BillingBenchmark>(args: args);
