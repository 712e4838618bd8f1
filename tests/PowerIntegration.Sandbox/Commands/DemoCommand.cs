using System.CommandLine;
using System.Text.Json;
using PowerIntegration.CommandLine;
using PowerIntegration.Sandbox.Demo;
using PowerIntegration.Sandbox.Hosting;

namespace PowerIntegration.Sandbox.Commands;

/// <summary><c>demo</c>: twelve months of billing, from Procore to posted Oracle invoices, on a clock that does not wait.</summary>
internal static class DemoCommand
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var seed = SharedOptions.Seed();
        var data = SharedOptions.Data();
        var verbose = new Option<bool>("--verbose") { Description = "Show every event, every document and every Oracle invoice." };
        var width = Width();
        var payload = new Option<bool>("--payload") { Description = "Also print the JSON of every invoice that was sent to Oracle." };
        var json = new Option<bool>("--json")
        {
            Description = "Print the result as JSON and nothing else. Start it with dotnet run --no-build, or the build prints its lines first.",
        };
        var command = new Command(
            "demo",
            "Play twelve months of billing on one project and prove the result. Exit code 0: every document is posted once, and nothing is "
                + "unexplained. Exit code 1: something is not. Nothing is kept; a sandbox that serve keeps is not touched."
        )
        {
            verbose,
            width,
            json,
            payload,
            seed,
            data,
        }.WithExamples(
            "dotnet run --project tests/PowerIntegration.Sandbox -- demo",
            "dotnet run --project tests/PowerIntegration.Sandbox -- demo --verbose --width 120",
            "dotnet run --no-build --project tests/PowerIntegration.Sandbox -- demo --json"
        );
        command.SetAction(
            (result, cancellation) =>
                SharedOptions.ReportingMistakesAsync(
                    result,
                    async () =>
                    {
                        var writer = result.InvocationConfiguration.Output;
                        var layout = RepositoryLayout.Find();
                        var output = result.GetValue(json)
                            ? new DemoOutput(TextWriter.Null, TextWidth.Min)
                            : new DemoOutput(writer, TextWidth.Of(result.GetValue(width)), result.GetValue(verbose), result.GetValue(payload));
                        var run = new DemoRun(layout, result.GetValue(data) ?? layout.DefaultDataFolder, result.GetValue(seed), output);
                        var found = await run.PlayAsync(cancellation);
                        if (result.GetValue(json))
                        {
                            await writer.WriteLineAsync(JsonSerializer.Serialize(found, Json));
                        }

                        return found.IsProved ? 0 : 1;
                    }
                )
        );
        return command;
    }

    private static Option<int?> Width() =>
        new Option<int?>("--width")
        {
            Description = $"Columns of a line, {TextWidth.Min} to {TextWidth.Max}. Default: the width of the terminal, {TextWidth.Min} without one.",
            HelpName = "N",
        }.Within(TextWidth.Min, TextWidth.Max);
}
