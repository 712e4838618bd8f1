using System.Net;
using System.Net.Http;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Gateway.Remote;

namespace PowerIntegration.Gateway.Procore;

/// <summary>Reads Procore: one record, or a list page by page. It never writes.</summary>
internal sealed class ProcoreClient(IHttpClientFactory clients, IOptions<ProcoreOptions> options, TimeProvider clock)
{
    /// <summary>Pages of one list; a list that says it has more is not read.</summary>
    public const int PagesMax = 500;

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
    };

    /// <summary>One record, or null where Procore has none or does not show it to us: it answers 404 for both.</summary>
    public async Task<T?> FindAsync<T>(string path, CallBudget budget, CancellationToken cancellationToken)
        where T : class
    {
        using var response = await SendAsync(path, budget, cancellationToken);
        return response.StatusCode == HttpStatusCode.NotFound ? null : await ReadAsync<T>(response, path, cancellationToken);
    }

    /// <summary>
    /// All pages, from the last to the first: a row that leaves the list while we read moves the others towards the front, where a reader going
    /// forward would miss one. The first page is read again at the end, when there are several.
    /// </summary>
    public async IAsyncEnumerable<IReadOnlyList<T>> PagesAsync<T>(
        string path,
        CallBudget budget,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
        where T : class
    {
        var first = await PageAsync<T>(path, 1, budget, cancellationToken);
        if (first.LastPage > PagesMax)
        {
            throw new IntegrationException(
                ProblemCatalog.ProcoreAnswerUnreadable,
                $"Procore says {path} has {first.LastPage} pages; at most {PagesMax} are read. Raise Procore:PageSize."
            );
        }

        for (var page = first.LastPage; page > 1; page--)
        {
            yield return (await PageAsync<T>(path, page, budget, cancellationToken)).Rows;
        }

        yield return first.LastPage == 1 ? first.Rows : (await PageAsync<T>(path, 1, budget, cancellationToken)).Rows;
    }

    /// <summary>All rows of a list that does not change under our hands.</summary>
    public async Task<List<T>> ListAsync<T>(string path, CallBudget budget, CancellationToken cancellationToken)
        where T : class
    {
        var pages = new List<IReadOnlyList<T>>();
        await foreach (var page in PagesAsync<T>(path, budget, cancellationToken))
        {
            pages.Add(page);
        }

        pages.Reverse();
        return [.. pages.SelectMany(page => page)];
    }

    private async Task<ProcorePage<T>> PageAsync<T>(string path, int page, CallBudget budget, CancellationToken cancellationToken)
        where T : class
    {
        var address = QueryHelpers.AddQueryString(
            path,
            new Dictionary<string, string?>
            {
                ["page"] = page.ToString(CultureInfo.InvariantCulture),
                ["per_page"] = options.Value.PageSize.ToString(CultureInfo.InvariantCulture),
            }
        );
        using var response = await SendAsync(address, budget, cancellationToken);
        if (response.StatusCode == HttpStatusCode.NotFound)
        {
            throw new IntegrationException(ProblemCatalog.ProcoreNotPermitted, $"Procore has no {path}, or does not show it to this account.");
        }

        var rows = await ReadAsync<List<T>>(response, path, cancellationToken);
        var links = response.Headers.TryGetValues("Link", out var header) ? header.ToList() : [];
        var last = LinkHeader.PageOf("last", links) ?? LinkHeader.PageOf("next", links) ?? page;
        return new ProcorePage<T>(rows, last);
    }

    private async Task<HttpResponseMessage> SendAsync(string address, CallBudget budget, CancellationToken cancellationToken)
    {
        if (budget.Exhausted)
        {
            throw new BudgetSpentException($"GET {address}");
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, address).Within(budget);
        try
        {
            var response = await clients.CreateClient(ClientNames.Procore).SendAsync(request, cancellationToken);
            if (response.IsSuccessStatusCode || response.StatusCode == HttpStatusCode.NotFound)
            {
                return response;
            }

            using (response)
            {
                throw await RefusalOfAsync(response, address, cancellationToken);
            }
        }
        catch (Exception failure) when (failure is HttpRequestException or TimeoutException)
        {
            throw new RemoteUnavailableException(
                ProblemCatalog.ProcoreUnavailable,
                $"Procore did not answer GET {address}: {failure.Message}",
                failure
            );
        }
    }

    private async Task<Exception> RefusalOfAsync(HttpResponseMessage response, string address, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        var said = Shortened(await response.Content.ReadAsStringAsync(cancellationToken));
        return status switch
        {
            401 => new IntegrationException(
                ProblemCatalog.ProcoreAccessRefused,
                $"Procore does not take the gateway's token for GET {address}: {said}"
            ),
            403 => new IntegrationException(
                ProblemCatalog.ProcoreNotPermitted,
                $"Procore does not let the gateway read GET {address}: {said} Permit the project and the tool for its service account."
            ),
            429 => new RemoteThrottledException(
                ProblemCatalog.ProcoreThrottled,
                $"Procore's rate limit is used up; GET {address} was not answered. Try again later.",
                RetryWait.Asked(response, clock.GetUtcNow())
            ),
            >= 500 or 408 => new RemoteUnavailableException(
                ProblemCatalog.ProcoreUnavailable,
                $"Procore answered GET {address} with {status}: {said}"
            ),
            _ => new IntegrationException(ProblemCatalog.ProcoreAnswerUnreadable, $"Procore refused GET {address} with {status}: {said}"),
        };
    }

    private static async Task<T> ReadAsync<T>(HttpResponseMessage response, string path, CancellationToken cancellationToken)
    {
        try
        {
            return await response.Content.ReadFromJsonAsync<T>(Json, cancellationToken) ?? throw new JsonException("The answer is null.");
        }
        catch (JsonException unreadable)
        {
            throw new IntegrationException(
                ProblemCatalog.ProcoreAnswerUnreadable,
                $"Procore's answer to {path} cannot be read at {unreadable.Path ?? "its start"}: {unreadable.Message}",
                unreadable
            );
        }
    }

    private static string Shortened(string text) => text.Length <= 300 ? text : text[..300];
}
