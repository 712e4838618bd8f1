using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using Microsoft.Extensions.Options;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Gateway.Remote;
using PowerIntegration.Gateway.Settings;

namespace PowerIntegration.Gateway.Procore;

/// <summary>
/// Reads files by the links that Procore names. Procore asks for its token on its own hosts and sends the caller on to a storage that is not its own:
/// redirects are followed here, and the token goes to Procore's hosts only.
/// </summary>
internal sealed class ProcoreFiles(
    IHttpClientFactory clients,
    ProcoreTokens tokens,
    IOptions<ProcoreOptions> options,
    IOptions<GatewayOptions> gateway
)
{
    private const int RedirectsMax = 5;
    private const int BufferBytes = 81_920;
    private const string ProcoreDomain = ".procore.com";

    // A socket hangs in real time, whatever clock the host injects.
    private static readonly TimeSpan ReadMax = TimeSpan.FromSeconds(30);

    /// <summary>Reads a file, and no more of it than is wanted.</summary>
    /// <param name="name">Its name, for people.</param>
    /// <param name="address">The link.</param>
    /// <param name="bytesMax">Most bytes.</param>
    /// <param name="budget">The time of the call.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<DownloadedFile> ReadAsync(string name, string? address, long bytesMax, CallBudget budget, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var link))
        {
            throw Unreadable($"Procore named no link to file '{name}'. It will be tried again automatically.");
        }

        using var attempt = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        attempt.CancelAfter(ReadMax);
        try
        {
            for (var redirects = 0; redirects <= RedirectsMax; redirects++)
            {
                using var response = await SendAsync(name, link, budget, attempt.Token);
                if ((int)response.StatusCode is >= 300 and < 400 && response.Headers.Location is { } location)
                {
                    link = Uri.TryCreate(link, location, out var next)
                        ? next
                        : throw Unreadable(
                            $"Procore's link to file '{name}' leads to an address that is not valid. It will be tried again automatically."
                        );
                    continue;
                }

                return response.IsSuccessStatusCode
                    ? await ContentAsync(response, bytesMax, attempt.Token)
                    : throw Unreadable(
                        $"File '{name}' could not be read from Procore (status {(int)response.StatusCode}). It will be tried again automatically. "
                            + "If it keeps failing, check in Procore that the file opens and that the integration account may read it."
                    );
            }

            throw Unreadable($"File '{name}' could not be read: Procore's link redirects more than {RedirectsMax} times. Contact Procore support.");
        }
        catch (Exception failure)
            when (failure is HttpRequestException or TimeoutException or IOException
                || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested)
            )
        {
            throw new RemoteUnavailableException(
                ProblemCatalog.ProcoreUnavailable,
                $"Procore did not send file '{name}': {failure.Message} It will be tried again automatically.",
                failure
            );
        }
    }

    private async Task<HttpResponseMessage> SendAsync(string name, Uri link, CallBudget budget, CancellationToken cancellationToken)
    {
        if (gateway.Value.RequireHttps && (link.Scheme != Uri.UriSchemeHttps || link.HostNameType != UriHostNameType.Dns))
        {
            throw Unreadable($"File '{name}' was not read because its link does not lead to an https host. Contact Procore support.");
        }

        if (budget.Exhausted)
        {
            throw new BudgetSpentException($"file '{name}' in Procore");
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, link).Within(budget);
        string? token = null;
        if (IsProcore(link))
        {
            token = await tokens.Cache.GetAsync(cancellationToken);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            request.Headers.Add(ProcoreSignIn.CompanyHeader, options.Value.CompanyId);
        }

        var response = await clients
            .CreateClient(ClientNames.ProcoreFiles)
            .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (token is not null && response.StatusCode == HttpStatusCode.Unauthorized)
        {
            tokens.Cache.Forget(token);
        }

        return response;
    }

    private bool IsProcore(Uri link)
    {
        var api = options.Value.BaseUrl!;
        return (link.Host.Equals(api.Host, StringComparison.OrdinalIgnoreCase) && link.Port == api.Port && link.Scheme == api.Scheme)
            || (link.Scheme == Uri.UriSchemeHttps && link.Host.EndsWith(ProcoreDomain, StringComparison.OrdinalIgnoreCase));
    }

    private static async Task<DownloadedFile> ContentAsync(HttpResponseMessage response, long bytesMax, CancellationToken cancellationToken)
    {
        var isPage = response.Content.Headers.ContentType?.MediaType is "text/html" or "application/xhtml+xml";
        if (response.Content.Headers.ContentLength is { } length && length > bytesMax)
        {
            return new DownloadedFile(null, length, isPage);
        }

        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var content = new MemoryStream();
        var buffer = new byte[BufferBytes];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            content.Write(buffer, 0, read);
            if (content.Length > bytesMax)
            {
                return new DownloadedFile(null, null, isPage);
            }
        }

        return new DownloadedFile(content.ToArray(), content.Length, isPage);
    }

    private static IntegrationException Unreadable(string sentence) => new(ProblemCatalog.ProcoreAnswerUnreadable, sentence);
}
