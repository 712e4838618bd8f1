using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using PowerIntegration.Local.Identity;
using PowerIntegration.Sandbox.Hosting;

namespace PowerIntegration.Sandbox.Demo;

/// <summary>Reverses a posted document the way two administrators do it: one requests with a reason, the other confirms.</summary>
internal sealed class DemoReversal(RunningSandbox sandbox)
{
    /// <summary>Requests, tries to confirm alone, and lets the second person confirm.</summary>
    /// <param name="document">The posted document.</param>
    /// <param name="reason">Why.</param>
    /// <param name="said">Takes who called and what was answered.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="InvalidOperationException">One person alone was enough, or two were not.</exception>
    /// <returns>Who requested it and who confirmed it.</returns>
    public async Task<(string Requester, string Confirmer)> RunAsync(
        DemoDocument document,
        string reason,
        Action<string> said,
        CancellationToken cancellation
    )
    {
        var administrators = Administrators();
        await CallAsync(administrators[0], document, reason, "AwaitingApproval", said, cancellation);
        await CallAsync(administrators[0], document, null, "AwaitingApproval", said, cancellation);
        await CallAsync(administrators[1], document, null, "Prepared", said, cancellation);
        return (administrators[0].FullName, administrators[1].FullName);
    }

    /// <summary>Lets the second person confirm again what Oracle refused.</summary>
    /// <param name="document">The posted document.</param>
    /// <param name="said">Takes who called and what was answered.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>Who confirmed it.</returns>
    public async Task<string> ConfirmAsync(DemoDocument document, Action<string> said, CancellationToken cancellation)
    {
        var second = Administrators()[1];
        await CallAsync(second, document, null, "Prepared", said, cancellation);
        return second.FullName;
    }

    private List<SandboxUser> Administrators() =>
        [.. sandbox.Seed.Users.Where(user => !user.IsApplication && user.SecurityRoles.Contains("PowerIntegration Controller")).Take(2)];

    private async Task CallAsync(
        SandboxUser user,
        DemoDocument document,
        string? reason,
        string expected,
        Action<string> said,
        CancellationToken cancellation
    )
    {
        var body = new JsonObject { ["DocumentId"] = document.Id };
        if (reason is not null)
        {
            body["Reason"] = reason;
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, $"{sandbox.Root}/api/data/v9.2/pint_PrepareReversal")
        {
            Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", sandbox.Issuer.IssueToken(user, sandbox.Root));
        using var response = await sandbox.Client.SendAsync(request, cancellation);
        var text = await response.Content.ReadAsStringAsync(cancellation);
        var answer = response.IsSuccessStatusCode
            ? JsonNode.Parse(text)!
            : throw new InvalidOperationException($"pint_PrepareReversal answered {(int)response.StatusCode}: {text}");
        said($"{user.FullName}: {answer["Message"]}");
        if (answer["State"]?.ToString() != expected)
        {
            throw new InvalidOperationException(
                $"The reversal should be {expected} after {user.FullName}, and is {answer["State"]}: {answer["Message"]}"
            );
        }
    }
}
