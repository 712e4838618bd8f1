using System.Net.Http;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using PowerIntegration.Local.Clock;
using PowerIntegration.Local.Dataverse;
using PowerIntegration.Local.Identity;
using PowerIntegration.Local.Loopback;
using PowerIntegration.Local.Seed;
using PowerIntegration.Local.Storage;
using PowerIntegration.Sandbox.Hosting;
using Xunit;

namespace PowerIntegration.EndToEnd.Tests;

/// <summary>The store folder of a sandbox: killed while it is seeded, used by two, written by somebody else.</summary>
public sealed class StoreTests : IDisposable
{
    private readonly string store = Directory.CreateTempSubdirectory("powerintegration-store-").FullName;

    [Fact]
    public async Task A_start_that_was_killed_between_any_two_rows_of_the_seed_is_completed_by_the_next()
    {
        var layout = RepositoryLayout.Find();
        IReadOnlyList<SeedRow> rows =
        [
            .. SeedFolder.LoadShipped(layout.SolutionRoot, RepositoryLayout.ShippedRowsFolder),
            .. SeedFolder.Load(layout.DefaultDataFolder).Dataverse,
        ];
        var copies = await SeedAsync(layout, rows);
        // Two batches, each reviewed and activated; the release, shown and accepted.
        Assert.Equal(rows.Count + 6, copies.Count);
        foreach (var copy in copies)
        {
            using var left = RowFile.Open(Path.Combine(copy, "dataverse.db"));
            Assert.True(left.IsNew);
        }

        var clean = await SandboxRowsAsync(Path.Combine(store, "clean"));
        // A whole sandbox is started over the first, a middle and the last of them; they are all alike.
        foreach (var copy in new[] { copies[0], copies[copies.Count / 2], copies[^1] })
        {
            Assert.Equal(clean, await SandboxRowsAsync(copy));
        }
    }

    [Fact]
    public async Task A_start_whose_seed_is_refused_at_its_last_row_leaves_a_new_store_that_the_next_start_completes()
    {
        var data = Path.Combine(store, "data");
        CopyFolder(RepositoryLayout.Find().DefaultDataFolder, data);
        var last = Directory.GetFiles(Path.Combine(data, "dataverse")).Order(StringComparer.Ordinal).Last();
        var content = JsonNode.Parse(await File.ReadAllTextAsync(last, SandboxDriver.Cancellation))!;
        content["rows"]!.AsArray().Add(new JsonObject { ["pint_key"] = "X", ["pint_nothing"] = 1 });
        await File.WriteAllTextAsync(last, content.ToJsonString(), SandboxDriver.Cancellation);
        var folder = Path.Combine(store, "refused");
        var (code, _, error) = await SandboxLine.RunAsync("serve", "--store", folder, "--urls", "http://127.0.0.1:0", "--data", data);
        Assert.Equal(2, code);
        Assert.Contains("pint_nothing", error, StringComparison.Ordinal);
        Assert.Equal(await SandboxRowsAsync(Path.Combine(store, "clean")), await SandboxRowsAsync(folder));
    }

    [Fact]
    public async Task A_second_sandbox_on_a_store_is_refused_by_folder_and_holder_and_the_first_goes_on()
    {
        await using var driver = await SandboxDriver.StartAsync(store, RunningSandbox.SeedStart, keepsStore: true);
        var refusal = await Assert.ThrowsAsync<StoreRefusedException>(() =>
            SandboxDriver.StartAsync(store, RunningSandbox.SeedStart, keepsStore: true)
        );
        Assert.Contains(store, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(driver.Sandbox.Root, refusal.Message, StringComparison.Ordinal);
        var (code, _, error) = await SandboxLine.RunAsync("serve", "--store", store, "--urls", "http://127.0.0.1:0");
        Assert.Equal(2, code);
        Assert.Equal(refusal.Message, error.Trim());
        Assert.NotEmpty(await driver.RowsAsync("pint_environments"));
    }

    [Fact]
    public async Task A_store_that_is_in_use_is_read_by_token_and_by_whoever_asks_over_HTTP()
    {
        await using var driver = await SandboxDriver.StartAsync(store, RunningSandbox.SeedStart, keepsStore: true);
        var (code, token, error) = await SandboxLine.RunAsync("token", "--store", store, "--urls", driver.Sandbox.Root);
        Assert.Equal((0, ""), (code, error));
        Assert.Equal(3, token.Trim().Split('.').Length);
        await using var reader = new SqliteConnection($"Data Source={Path.Combine(store, "dataverse.db")};Mode=ReadOnly;Pooling=false");
        await reader.OpenAsync(SandboxDriver.Cancellation);
        await using var command = reader.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM record";
        Assert.True((long)(await command.ExecuteScalarAsync(SandboxDriver.Cancellation))! > 0);
    }

    [Fact]
    public async Task A_token_of_a_store_that_no_sandbox_has_started_with_is_refused_and_nothing_is_made()
    {
        var folder = Path.Combine(store, "none");
        var (code, token, error) = await SandboxLine.RunAsync("token", "--store", folder);
        Assert.Equal((2, ""), (code, token));
        Assert.Contains(folder, error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder));
    }

    [Theory]
    [InlineData("dataverse.db")]
    [InlineData("procore.db")]
    [InlineData("oracle.db")]
    public async Task A_file_of_somebody_else_in_the_store_is_refused_by_its_name_and_the_store_is_free_again(string name)
    {
        var path = Path.Combine(store, name);
        await File.WriteAllTextAsync(path, "This is a letter, not a database.", SandboxDriver.Cancellation);
        var (code, _, error) = await SandboxLine.RunAsync("serve", "--store", store, "--urls", "http://127.0.0.1:0");
        Assert.Equal(2, code);
        Assert.Contains(path, error, StringComparison.Ordinal);
        Assert.Equal("This is a letter, not a database.", await File.ReadAllTextAsync(path, SandboxDriver.Cancellation));
        using var free = StoreLock.Take(store, "looks");
    }

    [Fact]
    public async Task A_start_whose_address_is_taken_leaves_the_store_free_and_unseeded()
    {
        await using var other = await SandboxDriver.StartAsync();
        var (code, _, error) = await SandboxLine.RunAsync("serve", "--store", store, "--urls", other.Sandbox.Root);
        Assert.Equal(2, code);
        Assert.Contains(other.Sandbox.Root, error, StringComparison.Ordinal);
        using var free = StoreLock.Take(store, "looks");
        using var file = RowFile.Open(Path.Combine(store, "dataverse.db"));
        Assert.True(file.IsNew);
    }

    public void Dispose() => Directory.Delete(store, recursive: true);

    private async Task<IReadOnlyList<string>> SeedAsync(RepositoryLayout layout, IReadOnlyList<SeedRow> rows)
    {
        var folder = Directory.CreateDirectory(Path.Combine(store, "seeded")).FullName;
        var clock = new DrivenClock(RunningSandbox.SeedStart);
        using var port = HeldPort.Take(new Uri("http://127.0.0.1:0"));
        var root = port.Root;
        IReadOnlyList<SandboxUser> users = [.. SeedFolder.Load(layout.DefaultDataFolder).Users, .. SeedLoader.Users];
        using var issuer = EntraIssuer.Open(root, folder, users, clock);
        using var dataverse = LocalDataverse.Start(
            new LocalDataverseOptions
            {
                SolutionFolders = layout.SolutionFolders,
                PluginAssemblyFiles = [layout.PluginAssembly],
                StorePath = Path.Combine(folder, "dataverse.db"),
                HoldsSeed = true,
                TimeProvider = clock,
                IdSource = new SeededIdSource(1),
                Users = users,
                BaseUrl = root,
            }
        );
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        port.UseOn(builder.WebHost);
        await using var app = builder.Build();
        app.MapDataverse(dataverse, issuer);
        await app.StartAsync(SandboxDriver.Cancellation);
        var copies = new List<string>();
        using var client = new HttpClient(new AfterEach(() => copies.Add(Copy(folder, copies.Count))));
        await new SeedLoader(client, root, issuer).LoadAsync(rows, SandboxDriver.Cancellation);
        return copies;
    }

    private static void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private string Copy(string folder, int number)
    {
        var copy = Directory.CreateDirectory(Path.Combine(store, $"copy-{number}")).FullName;
        foreach (var file in Directory.EnumerateFiles(folder).Where(file => !file.EndsWith("-shm", StringComparison.Ordinal)))
        {
            using var from = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var to = new FileStream(Path.Combine(copy, Path.GetFileName(file)), FileMode.CreateNew);
            from.CopyTo(to);
        }

        return copy;
    }

    // The address is the sandbox's own and stands in the rows; everything else is the same in every run.
    private static async Task<IReadOnlyList<StoredRow>> SandboxRowsAsync(string folder)
    {
        string root;
        await using (var driver = await SandboxDriver.StartAsync(folder, RunningSandbox.SeedStart, keepsStore: true))
        {
            root = driver.Sandbox.Root;
        }

        var rows = new List<StoredRow>();
        foreach (var name in new[] { "dataverse.db", "procore.db", "oracle.db" })
        {
            using var file = RowFile.Open(Path.Combine(folder, name));
            rows.AddRange(file.Load().Select(row => row with { Json = WithoutRoot(row, root) }));
        }

        Assert.NotEmpty(rows);
        return rows;
    }

    // The address of the sandbox is part of the environment, and so of its hash.
    private static string WithoutRoot(StoredRow row, string root)
    {
        var json = row.Json!.Replace(root, "{root}", StringComparison.Ordinal);
        if (row.Kind != "pint_environment")
        {
            return json;
        }

        var environment = JsonNode.Parse(json)!.AsObject();
        environment["pint_versionhash"] = "{hash}";
        return environment.ToJsonString();
    }

    private sealed class AfterEach(Action act) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = await base.SendAsync(request, cancellationToken);
            act();
            return answer;
        }
    }
}
