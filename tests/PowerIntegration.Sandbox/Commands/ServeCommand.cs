using System.CommandLine;
using PowerIntegration.CommandLine;
using PowerIntegration.Local.Loopback;
using PowerIntegration.Sandbox.Hosting;
using PowerIntegration.Sandbox.Serve;

namespace PowerIntegration.Sandbox.Commands;

/// <summary><c>serve</c>: keeps the sandbox running in real time.</summary>
internal static class ServeCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var urls = SharedOptions.Urls("Address to listen on. Only this machine can reach it.");
        var data = SharedOptions.Data();
        var solutions = SharedOptions.Solutions();
        var store = SharedOptions.Store();
        var seed = SharedOptions.Seed();
        var months = Months();
        var command = new Command(
            "serve",
            "Keep the sandbox running, with the app to open at /app. Dataverse is at /api/data/v9.2, Procore at /procore, Oracle at /oracle, "
                + "the gateway at /gateway. What is committed is kept in the store."
        )
        {
            months,
            urls,
            data,
            solutions,
            store,
            seed,
        }.WithExamples(
            "dotnet run --project tests/PowerIntegration.Sandbox -- serve",
            "dotnet run --project tests/PowerIntegration.Sandbox -- serve --months 3 --store /tmp/three-months"
        );
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
                        return await new ServeRun(options, result.GetValue(months), result.InvocationConfiguration.Output).RunAsync(cancellation);
                    }
                )
        );
        return command;
    }

    private static Option<int> Months() =>
        new Option<int>("--months")
        {
            Description = "Bill this many months first, so that the page opens with documents. Months that the store has already billed count.",
            HelpName = "N",
        }.Within(0);
}
