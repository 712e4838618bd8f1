using System.CommandLine;
using PowerIntegration.Sandbox.Demo;
using PowerIntegration.Sandbox.Hosting;

namespace PowerIntegration.Sandbox.Commands;

/// <summary><c>demo</c>: twelve months of billing, from Procore to posted Oracle invoices, on a clock that does not wait.</summary>
internal static class DemoCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var seed = SharedOptions.Seed();
        var data = SharedOptions.Data();
        var payload = new Option<bool>("--payload") { Description = "Also print the JSON of every invoice that left for Oracle." };
        var command = new Command(
            "demo",
            "Lets twelve months of billing happen on one project and proves the result. Exit code 0 only if nothing is unexplained. "
                + "It keeps nothing: its store is its own, whatever serve keeps running."
        )
        {
            seed,
            data,
            payload,
        };
        command.SetAction(
            (result, cancellation) =>
                SharedOptions.ReportingMistakesAsync(
                    result,
                    async () =>
                    {
                        var layout = RepositoryLayout.Find();
                        var run = new DemoRun(
                            layout,
                            result.GetValue(data) ?? layout.DefaultDataFolder,
                            result.GetValue(seed),
                            result.GetValue(payload)
                        );
                        return await run.PlayAsync(cancellation);
                    }
                )
        );
        return command;
    }
}
