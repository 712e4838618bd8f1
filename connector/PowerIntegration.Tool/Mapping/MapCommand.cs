using System.CommandLine;
using PowerIntegration.CommandLine;
using PowerIntegration.Tool.Rights;

namespace PowerIntegration.Tool.Mapping;

/// <summary><c>map</c>: exports the mapping rules of a project as a workbook, and imports a workbook as drafts.</summary>
internal static class MapCommand
{
    private const string Help =
        "Imports mapping rules from a workbook as drafts of one batch, which a second person activates as a whole, or exports the rules of a project "
        + "as a workbook. If a row has a mistake, nothing is written. The result of each row is in a CSV file beside the workbook.\n\n"
        + MapSignIn.Advice
        + "\nColumns of the workbook: connector/PowerIntegration.Tool/Mapping/README.md.\n\n"
        + "Exit code: 0 if it was done, 2 if a row or the command has a mistake or Dataverse refused.";

    /// <summary>The command.</summary>
    /// <param name="surroundings">Variables and clock.</param>
    /// <param name="connect">Connects to Dataverse; null for the real one.</param>
    public static Command Create(Surroundings surroundings, Func<Uri, IMappingStore>? connect = null)
    {
        var options = new MapOptions();
        var command = new Command("map", Help).WithExamples(
            "dotnet run --project connector/PowerIntegration.Tool -- map --export rules.xlsx --project FYT-2401 "
                + "--dataverse https://lakeshore.crm.dynamics.com",
            "dotnet run --project connector/PowerIntegration.Tool -- map rules.xlsx --preview --dataverse https://lakeshore.crm.dynamics.com",
            "dotnet run --project connector/PowerIntegration.Tool -- map rules.xlsx --dataverse https://lakeshore.crm.dynamics.com"
        );
        options.AddTo(command);
        connect ??= url => DataverseMappingStore.Connect(url, MapSignIn.TokenOf(url, surroundings));
        command.SetAction((result, cancellation) => RunAsync(result, options.Read(result), surroundings.Clock, connect, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(
        ParseResult result,
        MapSettings settings,
        TimeProvider clock,
        Func<Uri, IMappingStore> connect,
        CancellationToken cancellation
    )
    {
        var (output, error) = (result.InvocationConfiguration.Output, result.InvocationConfiguration.Error);
        try
        {
            if (settings.Mistake() is { } mistake)
            {
                throw new InvalidDataException(mistake);
            }

            IMappingStore Open() => connect(new Uri(settings.Dataverse));
            return settings.Export is null
                ? await new MapImport(settings, Open, clock, output, error).RunAsync(cancellation)
                : await new MapExport(settings, Open, clock, output).RunAsync(cancellation);
        }
        catch (Exception mistake) when (mistake is InvalidDataException or StoreFailureException or IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync(mistake.Message);
            return CommandRun.Mistake;
        }
    }
}
