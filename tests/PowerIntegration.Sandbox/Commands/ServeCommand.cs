using System.CommandLine;
using PowerIntegration.Local.Loopback;
using PowerIntegration.Sandbox.Hosting;

namespace PowerIntegration.Sandbox.Commands;

/// <summary><c>serve</c>: keeps the sandbox running in real time.</summary>
internal static class ServeCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var urls = SharedOptions.Urls();
        var data = SharedOptions.Data();
        var solutions = SharedOptions.Solutions();
        var store = SharedOptions.Store();
        var seed = SharedOptions.Seed();
        var command = new Command(
            "serve",
            "Keeps the sandbox running: page at /, Dataverse at /api/data/v9.2, Procore at /procore, Oracle at /oracle, the gateway at /gateway."
        )
        {
            urls,
            data,
            solutions,
            store,
            seed,
        };
        command.SetAction(
            (result, cancellation) =>
                SharedOptions.ReportingMistakesAsync(
                    result,
                    async () =>
                    {
                        var layout = RepositoryLayout.Find();
                        var options = new SandboxOptions
                        {
                            Layout = layout,
                            Url = LoopbackUrl.Parse(result.GetValue(urls)!),
                            DataFolder = result.GetValue(data) ?? layout.DefaultDataFolder,
                            FurtherSolutionFolders = result.GetValue(solutions)!,
                            StoreFolder = result.GetValue(store)!,
                            Seed = result.GetValue(seed),
                        };
                        return await RunningSandbox.ServeAsync(options, cancellation);
                    }
                )
        );
        return command;
    }
}
