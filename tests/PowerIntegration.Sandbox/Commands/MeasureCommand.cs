using System.CommandLine;
using PowerIntegration.CommandLine;
using PowerIntegration.Sandbox.Hosting;
using PowerIntegration.Sandbox.Measure;

namespace PowerIntegration.Sandbox.Commands;

/// <summary><c>measure</c>: how long a look-up among many mapping rules takes, and the app's pages on many documents.</summary>
internal static class MeasureCommand
{
    private const int DocumentsDefault = 50_000;
    private const int DocumentsMax = 200_000;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var documents = new Option<int>("--documents")
        {
            Description = "How many documents there are.",
            HelpName = "N",
            DefaultValueFactory = _ => DocumentsDefault,
        }.Within(1, DocumentsMax);
        var command = new Command(
            "measure",
            "Fill a store of its own with mapping rules and documents, and print how long a look-up of a code and each page of the app take. "
                + "Nothing is kept; a sandbox that serve keeps is "
                + "not touched."
        )
        {
            documents,
        }.WithExamples("dotnet run -c Release --project tests/PowerIntegration.Sandbox -- measure");
        command.SetAction(
            (result, cancellation) =>
                SharedOptions.ReportingMistakesAsync(
                    result,
                    async () =>
                    {
                        var layout = RepositoryLayout.Find();
                        var store = Directory.CreateTempSubdirectory("powerintegration-measure-").FullName;
                        try
                        {
                            var options = new SandboxOptions
                            {
                                Layout = layout,
                                DataFolder = layout.DefaultDataFolder,
                                StoreFolder = store,
                                Seed = SharedOptions.DefaultSeed,
                            };
                            await using var sandbox = await RunningSandbox.StartAsync(options, cancellation);
                            await new LookupMeasurement(sandbox, result.InvocationConfiguration.Output).RunAsync();
                            await new AppMeasurement(sandbox, result.InvocationConfiguration.Output).RunAsync(
                                result.GetValue(documents),
                                cancellation
                            );
                            return 0;
                        }
                        finally
                        {
                            Directory.Delete(store, recursive: true);
                        }
                    }
                )
        );
        return command;
    }
}
