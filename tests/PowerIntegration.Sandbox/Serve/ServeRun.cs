using PowerIntegration.Sandbox.Hosting;

namespace PowerIntegration.Sandbox.Serve;

/// <summary>Keeps a sandbox running in real time.</summary>
/// <param name="options">What with.</param>
/// <param name="months">Months of billing to play first.</param>
/// <param name="output">Takes the lines.</param>
internal sealed class ServeRun(SandboxOptions options, int months, TextWriter output)
{
    /// <summary>Runs until it is told to stop.</summary>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>Exit code 0.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        await output.WriteLineAsync("Starting Dataverse, Procore, Oracle, the gateway and the flows ...");
        await using var sandbox = await RunningSandbox.StartAsync(options, cancellation);
        await sandbox.App.RequireAsync(cancellation);
        try
        {
            await new OpeningMonths(sandbox).PlayAsync(months, output.WriteLine, cancellation);
            await output.WriteLineAsync(ServeText.Of(sandbox, options));
            sandbox.Flows.RunFinished += (_, ended) => output.WriteLine($"{sandbox.Clock.GetUtcNow():yyyy-MM-dd HH:mm:ss} {ended.Run}");
            using var ticks = new PeriodicTimer(TimeSpan.FromSeconds(1));
            while (await ticks.WaitForNextTickAsync(cancellation))
            {
                await sandbox.Flows.RunDueAsync(cancellation);
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await output.WriteLineAsync("Stopped. The store keeps everything that was committed.");
        }

        return 0;
    }
}
