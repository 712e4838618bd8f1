using PowerIntegration.Benchmarks;
using PowerIntegration.CommandLine;

return await CommandRun.InvokeAsync(BenchmarkCommand.Create(), args);
