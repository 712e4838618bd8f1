using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using PowerIntegration.Local.Identity;
using PowerIntegration.Local.Seed;
using PowerIntegration.Local.Storage;
using PowerIntegration.Tables.Versions;

namespace PowerIntegration.Sandbox.Hosting;

/// <summary>
/// Writes the configuration rows of a data folder through the Web API, as an import does: one person enters them, and what two people decide is
/// entered as drafts of a batch that a second person activates, who also accepts the release. Both have the system administrator's rights.
/// </summary>
/// <param name="client">Sends.</param>
/// <param name="root">Root of the front application.</param>
/// <param name="issuer">Signs.</param>
public sealed class SeedLoader(HttpClient client, string root, EntraIssuer issuer)
{
    // An address of the sandbox's own, which no file can know.
    private const string RootWord = "{root}";

    private const string BatchColumn = "pint_batch";

    /// <summary>Batch of rows that name none.</summary>
    private const string Batch = "SEED";

    /// <summary>Who enters them.</summary>
    public static readonly SandboxUser User = Administrator("seed", "Sandbox seed", 1, isApplication: true);

    /// <summary>Who reviews and activates what was entered.</summary>
    public static readonly SandboxUser Activator = Administrator("seed-review", "Sandbox seed review", 3, isApplication: false) with
    {
        SecurityRoles = ["System Administrator", "PowerIntegration Controller"],
    };

    /// <summary>Both.</summary>
    public static IReadOnlyList<SandboxUser> Users => [User, Activator];

    /// <summary>Creates the rows in their order and activates the drafts among them.</summary>
    /// <param name="rows">Web API create bodies.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="SeedException">Dataverse refuses a row or a batch.</exception>
    public async Task LoadAsync(IReadOnlyList<SeedRow> rows, CancellationToken cancellation)
    {
        var batches = new List<string>();
        foreach (var row in rows)
        {
            var body = row.Body.DeepClone().AsObject();
            if (IsVersion(row))
            {
                body[BatchColumn] ??= Batch;
                batches.Add(body[BatchColumn]!.ToString());
            }

            var text = body.ToJsonString().Replace(RootWord, root, StringComparison.Ordinal);
            await PostAsync(User, row.Set, text, row.Place, cancellation);
        }

        foreach (var batch in batches.Distinct(StringComparer.Ordinal))
        {
            await ActivateAsync(batch, cancellation);
        }

        await AcceptReleaseAsync(cancellation);
    }

    // The sandbox runs the assembly that was just built; nobody published another hash to compare it with.
    private async Task AcceptReleaseAsync(CancellationToken cancellation)
    {
        const string Accept = "pint_AcceptRelease";
        var shown = JsonNode.Parse(await PostAsync(Activator, Accept, "{}", "release", cancellation))!;
        var body = new JsonObject { ["AssemblyHash"] = shown["AssemblyHash"]!.ToString() };
        var answer = JsonNode.Parse(await PostAsync(Activator, Accept, body.ToJsonString(), "release", cancellation))!;
        if (answer["State"]!.ToString() != "Accepted")
        {
            throw new SeedException("release", string.Empty, answer["Message"]!.ToString());
        }
    }

    private static bool IsVersion(SeedRow row) => VersionedTables.All.Any(table => row.Set == table.LogicalName + "s");

    // What is reviewed is what is activated: the hash of the batch as it was shown.
    private async Task ActivateAsync(string batch, CancellationToken cancellation)
    {
        var shown = await CallAsync(batch, null, "Shown", cancellation);
        await CallAsync(batch, shown["ContentHash"]!.ToString(), "Activated", cancellation);
    }

    private async Task<JsonNode> CallAsync(string batch, string? hash, string expected, CancellationToken cancellation)
    {
        var body = new JsonObject { ["Batch"] = batch };
        if (hash is not null)
        {
            body["ContentHash"] = hash;
        }

        var answer = JsonNode.Parse(await PostAsync(Activator, "pint_ActivateBatch", body.ToJsonString(), $"batch {batch}", cancellation))!;
        return answer["State"]!.ToString() == expected
            ? answer
            : throw new SeedException($"batch {batch}", string.Empty, answer["Message"]!.ToString());
    }

    private async Task<string> PostAsync(SandboxUser user, string address, string body, string place, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{root}/api/data/v9.2/{address}")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", issuer.IssueToken(user, root));
        using var response = await client.SendAsync(request, cancellation);
        var text = await response.Content.ReadAsStringAsync(cancellation);
        return response.IsSuccessStatusCode
            ? text
            : throw new SeedException(place, string.Empty, $"Dataverse answered {(int)response.StatusCode}: {text}");
    }

    private static SandboxUser Administrator(string name, string fullName, byte number, bool isApplication) =>
        new(
            name,
            new Guid($"0d8b5a52-5d0e-4f4d-9d51-6f7c0f4f00{number:d2}"),
            new Guid($"0d8b5a52-5d0e-4f4d-9d51-6f7c0f4f00{number + 1:d2}"),
            fullName,
            $"{name}@sandbox.example",
            ["System Administrator"],
            [],
            IsApplication: isApplication
        );
}
