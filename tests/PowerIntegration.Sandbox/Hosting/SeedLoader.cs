using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using PowerIntegration.Local.Identity;
using PowerIntegration.Local.Seed;
using PowerIntegration.Local.Storage;

namespace PowerIntegration.Sandbox.Hosting;

/// <summary>Writes the configuration rows of a data folder through the Web API, as a person with the system administrator's rights would.</summary>
/// <param name="client">Sends.</param>
/// <param name="root">Root of the front application.</param>
/// <param name="issuer">Signs.</param>
public sealed class SeedLoader(HttpClient client, string root, EntraIssuer issuer)
{
    // An address of the sandbox's own, which no file can know.
    private const string RootWord = "{root}";

    /// <summary>Who writes them.</summary>
    public static readonly SandboxUser User = new(
        "seed",
        new Guid("0d8b5a52-5d0e-4f4d-9d51-6f7c0f4f0001"),
        new Guid("0d8b5a52-5d0e-4f4d-9d51-6f7c0f4f0002"),
        "Sandbox seed",
        "seed@sandbox.example",
        ["System Administrator"],
        [],
        IsApplication: true
    );

    /// <summary>Creates the rows in their order.</summary>
    /// <param name="rows">Web API create bodies.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="SeedException">Dataverse refuses a row.</exception>
    public async Task LoadAsync(IReadOnlyList<SeedRow> rows, CancellationToken cancellation)
    {
        foreach (var row in rows)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"{root}/api/data/v9.2/{row.Set}")
            {
                Content = new StringContent(
                    row.Body.ToJsonString().Replace(RootWord, root, StringComparison.Ordinal),
                    Encoding.UTF8,
                    "application/json"
                ),
            };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", issuer.IssueToken(User, root));
            using var response = await client.SendAsync(request, cancellation);
            if (!response.IsSuccessStatusCode)
            {
                var text = await response.Content.ReadAsStringAsync(cancellation);
                throw new SeedException(row.Place, string.Empty, $"Dataverse answered {(int)response.StatusCode}: {text}");
            }
        }
    }
}
