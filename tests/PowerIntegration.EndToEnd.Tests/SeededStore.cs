using PowerIntegration.Local.Clock;
using PowerIntegration.Local.Identity;
using PowerIntegration.Sandbox.Hosting;

namespace PowerIntegration.EndToEnd.Tests;

/// <summary>
/// The rows of Dataverse that every sandbox begins with, entered and activated once: most tests begin with a copy. Procore and Oracle are read from
/// the data folder at each start. The rows carry the address of the sandbox that entered them, so what depends on it seeds its own store.
/// </summary>
internal static class SeededStore
{
    private const string File = "dataverse.db";

    // Ids of rows that a test adds come from another seed and meet none of these.
    private const int Seed = 815;

    private static readonly SemaphoreSlim Gate = new(1, 1);
    private static readonly Dictionary<string, string> Templates = new(StringComparer.Ordinal);

    /// <summary>A new store folder with the rows; whoever asked for it deletes it.</summary>
    /// <param name="rows">Name of the rows: one for each set that tests share.</param>
    /// <param name="dataFolder">Data folder that has them; null for the job as it is.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<string> CopyAsync(string rows, string? dataFolder, CancellationToken cancellation)
    {
        string? template;
        await Gate.WaitAsync(cancellation);
        try
        {
            if (!Templates.TryGetValue(rows, out template))
            {
                Templates[rows] = template = await SeedAsync(dataFolder, cancellation);
            }
        }
        finally
        {
            Gate.Release();
        }

        var store = Directory.CreateTempSubdirectory("powerintegration-test-").FullName;
        // With the signing key, for making one takes longer than the start of a sandbox.
        foreach (var file in Directory.GetFiles(template, File + "*").Append(Path.Combine(template, EntraIssuer.KeyFile)))
        {
            System.IO.File.Copy(file, Path.Combine(store, Path.GetFileName(file)));
        }

        return store;
    }

    private static async Task<string> SeedAsync(string? dataFolder, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("powerintegration-seed-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var layout = RepositoryLayout.Find();
        var options = new SandboxOptions
        {
            Layout = layout,
            DataFolder = dataFolder ?? layout.DefaultDataFolder,
            StoreFolder = folder,
            Seed = Seed,
            Clock = new DrivenClock(RunningSandbox.SeedStart),
        };
        await using var sandbox = await RunningSandbox.StartAsync(options, cancellation);
        return folder;
    }
}
