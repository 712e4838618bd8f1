using System.CommandLine;
using PowerIntegration.CommandLine;
using PowerIntegration.Local.Dataverse.Metadata;
using PowerIntegration.Local.Flows.Definition;
using PowerIntegration.Local.Storage;

namespace PowerIntegration.Sandbox.Commands;

/// <summary>Options that more than one command takes.</summary>
internal static class SharedOptions
{
    /// <summary>The seed of a run that names none.</summary>
    public const int DefaultSeed = 20251031;

    /// <summary><c>--seed N</c>.</summary>
    public static Option<int> Seed() =>
        new("--seed")
        {
            Description = "Seed for all ids. The same seed repeats a run.",
            HelpName = "N",
            DefaultValueFactory = _ => DefaultSeed,
        };

    /// <summary><c>--data FOLDER</c>.</summary>
    public static Option<string?> Data() =>
        new("--data")
        {
            Description =
                "Folder with a job: procore, oracle, dataverse, users.json and months.json. Default: Fulton Yards Tower, the job that ships. "
                + "tests/PowerIntegration.Sandbox/data/README.md describes the format.",
            HelpName = "FOLDER",
        };

    /// <summary><c>--solution FOLDER</c>, repeatable.</summary>
    public static Option<string[]> Solutions() =>
        new Option<string[]>("--solution")
        {
            Description = "Another unpacked solution, from any publisher, loaded after the product's own. Can be given more than once.",
            HelpName = "FOLDER",
            DefaultValueFactory = _ => [],
        }.MustBeFolders();

    /// <summary><c>--store FOLDER</c>.</summary>
    public static Option<string> Store() =>
        new("--store")
        {
            Description =
                "Folder that keeps what Dataverse, Procore and Oracle committed, and the key that signs tokens. One serve at a time can use it.",
            HelpName = "FOLDER",
            DefaultValueFactory = _ => ".sandbox",
        };

    /// <summary><c>--urls URL</c>.</summary>
    /// <param name="what">What the address is for.</param>
    public static Option<string> Urls(string what) =>
        new("--urls")
        {
            Description = what,
            HelpName = "URL",
            DefaultValueFactory = _ => "http://127.0.0.1:5080",
        };

    // What a file, a folder or an option of the caller can cause; anything else is a defect and keeps its trace.
    private static bool IsMistake(Exception failure) =>
        failure
            is ArgumentException
                or IOException
                or UnauthorizedAccessException
                or InvalidDataException
                or SeedException
                or StoreRefusedException
                or SolutionRefusedException
                or FlowDefinitionException;

    /// <summary>Runs a command's body; a mistake of the caller becomes one sentence and <see cref="CommandRun.Mistake"/>.</summary>
    /// <param name="result">The parsed command line; its error output takes the sentence.</param>
    /// <param name="body">Gives the exit code.</param>
    public static async Task<int> ReportingMistakesAsync(ParseResult result, Func<Task<int>> body)
    {
        try
        {
            return await body();
        }
        catch (Exception mistake) when (IsMistake(mistake))
        {
            await result.InvocationConfiguration.Error.WriteLineAsync(mistake.Message);
            return CommandRun.Mistake;
        }
    }
}
