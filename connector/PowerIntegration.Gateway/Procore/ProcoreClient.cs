using System.Net;
using System.Net.Http;
using System.Net.Mime;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Gateway.Procore.Wire;
using PowerIntegration.Gateway.Remote;

namespace PowerIntegration.Gateway.Procore;

/// <summary>
/// Reads Procore: one record, or a list page by page. It writes answers to workflow steps, items of the task segment and WBS codes with them, and
/// nothing else.
/// </summary>
internal sealed class ProcoreClient(IHttpClientFactory clients, IOptions<ProcoreOptions> options, TimeProvider clock)
{
    /// <summary>Pages of one list; a list that says it has more is not read.</summary>
    public const int PagesMax = 500;

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
    };

    /// <summary>True where the last answer said that what is left of the hour's requests is to be kept for other work.</summary>
    public bool IsScarce { get; private set; }

    /// <summary>One record, or null where Procore has none or does not show it to us: it answers 404 for both.</summary>
    public async Task<T?> FindAsync<T>(string path, CallBudget budget, CancellationToken cancellationToken)
        where T : class
    {
        using var response = await SendAsync(path, budget, cancellationToken);
        return response.StatusCode == HttpStatusCode.NotFound ? null : await ReadAsync<T>(response, path, cancellationToken);
    }

    /// <summary>
    /// All pages, from the last to the first: a row that leaves the list while we read moves the others towards the front, where a reader going
    /// forward would miss one. The first page is read again at the end, when there are several. Where Procore says only that there is a next page,
    /// the pages are read forward.
    /// </summary>
    /// <exception cref="ListTooLongException">The list has more than <paramref name="pagesMax"/> pages.</exception>
    public async IAsyncEnumerable<IReadOnlyList<T>> PagesAsync<T>(
        string path,
        CallBudget budget,
        int pagesMax,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var first = await PageAsync<T>(path, 1, PageSize, budget, cancellationToken);
        if (first.LastPage is not { } last)
        {
            await foreach (var page in ForwardAsync(path, first, PageSize, pagesMax, budget, cancellationToken))
            {
                yield return page;
            }

            yield break;
        }

        if (last > pagesMax)
        {
            throw new ListTooLongException(RecordWords.Of(path), last, pagesMax);
        }

        var before = first;
        for (var number = last; number > 1; number--)
        {
            var page = await PageAsync<T>(path, number, PageSize, budget, cancellationToken);
            RequireAnother(path, number, page, before);
            before = page;
            yield return page.Rows;
        }

        yield return last == 1 ? first.Rows : (await PageAsync<T>(path, 1, PageSize, budget, cancellationToken)).Rows;
    }

    /// <summary>All rows of a list that does not change under our hands.</summary>
    public async Task<List<T>> ListAsync<T>(string path, CallBudget budget, CancellationToken cancellationToken)
        where T : class
    {
        var pages = new List<IReadOnlyList<T>>();
        await foreach (var page in PagesAsync<T>(path, budget, PagesMax, cancellationToken))
        {
            pages.Add(page);
        }

        pages.Reverse();
        List<T> rows = [.. pages.SelectMany(page => page)];
        var empty = rows.FindIndex(row => row is null);
        return empty < 0
            ? rows
            : throw new IntegrationException(
                ProblemCatalog.ProcoreAnswerUnreadable,
                $"Procore's list of {RecordWords.Of(path)} has an empty entry (number {empty + 1}). Contact Procore support."
            );
    }

    /// <summary>All rows of a list that is long and rarely changes: pages as large as <c>Procore:LongPageSize</c>, each read once.</summary>
    public async Task<List<T>> LongListAsync<T>(string path, CallBudget budget, CancellationToken cancellationToken)
    {
        var size = options.Value.LongPageSize;
        var rows = new List<T>();
        var first = await PageAsync<T>(path, 1, size, budget, cancellationToken);
        await foreach (var page in ForwardAsync(path, first, size, PagesMax, budget, cancellationToken))
        {
            rows.AddRange(page);
        }

        return rows;
    }

    /// <summary>What a v2 answer wraps, or null where Procore has none or does not show it to us.</summary>
    public async Task<T?> FindDataAsync<T>(string path, CallBudget budget, CancellationToken cancellationToken)
        where T : class => await FindAsync<DataWire<T>>(path, budget, cancellationToken) is { } answer ? answer.Data ?? throw Unwrapped(path) : null;

    /// <summary>All rows of a v2 list, which is wrapped and read forward by cursors.</summary>
    /// <exception cref="ListTooLongException">The list has more than <paramref name="pagesMax"/> pages; one page asks for a single row.</exception>
    public async Task<IReadOnlyList<T>> DataAsync<T>(string path, int pagesMax, CallBudget budget, CancellationToken cancellationToken)
        where T : class
    {
        var rows = new List<T>();
        string? cursor = null;
        for (var page = 1; page <= pagesMax; page++)
        {
            var size = pagesMax == 1 ? 1 : DataPageSize;
            var address = QueryHelpers.AddQueryString(path, "per_page", size.ToString(CultureInfo.InvariantCulture));
            address = cursor is null ? address : QueryHelpers.AddQueryString(address, "cursor", cursor);
            using var response = await SendAsync(address, budget, cancellationToken);
            if (response.StatusCode == HttpStatusCode.NotFound)
            {
                throw NotShown(path);
            }

            var data = await ReadAsync<DataWire<List<T?>>>(response, path, cancellationToken);
            rows.AddRange(data.Data?.OfType<T>() ?? throw Unwrapped(path));
            cursor = response.Headers.TryGetValues("Link", out var links) ? LinkHeader.NextCursor(links) : null;
            if (cursor is null || pagesMax == 1)
            {
                return rows;
            }
        }

        throw new ListTooLongException(RecordWords.Of(path), pagesMax + 1, pagesMax);
    }

    /// <summary>Sends JSON. It is sent once; the answer says whether Procore may have acted.</summary>
    public Task<WriteAnswer> PostAsync(string path, object body, CallBudget budget, CancellationToken cancellationToken) =>
        WriteAsync(HttpMethod.Post, path, body, budget, cancellationToken);

    /// <summary>Changes a record. It is sent once; the answer says whether Procore may have acted.</summary>
    public Task<WriteAnswer> PatchAsync(string path, object body, CallBudget budget, CancellationToken cancellationToken) =>
        WriteAsync(HttpMethod.Patch, path, body, budget, cancellationToken);

    /// <summary>A record as the answer to a write shows it; null where it cannot be read.</summary>
    public static T? ReadWritten<T>(string body)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(body, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A row of a list that was read as it came.</summary>
    /// <exception cref="JsonException">It is not of this shape.</exception>
    public static T? Read<T>(JsonElement row)
        where T : class => row.Deserialize<T>(Json);

    // What v2 gives at most on one page.
    private const int DataPageSize = 100;

    private const string AskForAccess = "Ask the Procore administrator to give the integration account access to the project and the tool.";

    private int PageSize => options.Value.PageSize;

    private async Task<WriteAnswer> WriteAsync(HttpMethod method, string path, object body, CallBudget budget, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, path).Within(budget);
        request.Content = new StringContent(JsonSerializer.Serialize(body, Json), Encoding.UTF8, MediaTypeNames.Application.Json);
        try
        {
            using var response = await clients.CreateClient(ClientNames.Procore).SendAsync(request, cancellationToken);
            IsScarce = RequestRoom.IsScarce(response, clock.GetUtcNow());
            var text = await ResponseText.ReadAsync(response.Content, cancellationToken) ?? "";
            return WrittenAnswer(response, text, RecordWords.Of(path));
        }
        catch (IntegrationException signIn)
        {
            // Only the sign-in throws these, before the request leaves.
            return new WriteAnswer.TurnedAway(signIn.Kind, signIn.Message, null);
        }
        catch (Exception failure) when (failure is HttpRequestException or TimeoutException)
        {
            return new WriteAnswer.Unknown($"Procore's response was lost when sending {RecordWords.Of(path)}: {failure.Message}");
        }
    }

    private async IAsyncEnumerable<IReadOnlyList<T>> ForwardAsync<T>(
        string path,
        ProcorePage<T> first,
        int size,
        int pagesMax,
        CallBudget budget,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        yield return first.Rows;
        var before = first;
        for (var number = 2; before.HasNext; number++)
        {
            if (number > pagesMax)
            {
                throw new ListTooLongException(RecordWords.Of(path), number, pagesMax);
            }

            var page = await PageAsync<T>(path, number, size, budget, cancellationToken);
            RequireAnother(path, number, page, before);
            before = page;
            yield return page.Rows;
        }
    }

    // A list whose pages are all the same would be read as often as it says that it has pages.
    private static void RequireAnother<T>(string path, int number, ProcorePage<T> page, ProcorePage<T> before)
    {
        if (page.Rows.Count > 0 && page.Digest == before.Digest)
        {
            throw new IntegrationException(
                ProblemCatalog.ProcoreAnswerUnreadable,
                $"Procore's list of {RecordWords.Of(path)} does not end: page {number} repeats the page before. Contact Procore support."
            );
        }
    }

    private async Task<ProcorePage<T>> PageAsync<T>(string path, int page, int size, CallBudget budget, CancellationToken cancellationToken)
    {
        var address = QueryHelpers.AddQueryString(
            path,
            new Dictionary<string, string?>
            {
                ["page"] = page.ToString(CultureInfo.InvariantCulture),
                ["per_page"] = size.ToString(CultureInfo.InvariantCulture),
            }
        );
        using var response = await SendAsync(address, budget, cancellationToken);
        if (response.StatusCode == HttpStatusCode.NotFound)
        {
            throw NotShown(path);
        }

        var body = await BodyAsync(response, path, cancellationToken);
        var links = response.Headers.TryGetValues("Link", out var header) ? header.ToList() : [];
        var next = LinkHeader.PageOf("next", links);
        return new ProcorePage<T>(
            Parsed<List<T>>(body, path),
            LinkHeader.PageOf("last", links) ?? (next is null ? page : null),
            next is not null,
            Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(body)))
        );
    }

    private async Task<HttpResponseMessage> SendAsync(string address, CallBudget budget, CancellationToken cancellationToken)
    {
        if (budget.Exhausted)
        {
            throw new BudgetSpentException(RecordWords.Of(address) + " in Procore");
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, address).Within(budget);
        try
        {
            var response = await clients.CreateClient(ClientNames.Procore).SendAsync(request, cancellationToken);
            IsScarce = RequestRoom.IsScarce(response, clock.GetUtcNow());
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
                $"Procore did not respond when reading {RecordWords.Of(address)}: {failure.Message} Running flows try again automatically.",
                failure
            );
        }
    }

    private async Task<Exception> RefusalOfAsync(HttpResponseMessage response, string address, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        var said = Shortened(await ResponseText.ReadAsync(response.Content, cancellationToken) ?? "");
        return status switch
        {
            401 => new IntegrationException(
                ProblemCatalog.ProcoreAccessRefused,
                $"Procore refused the sign-in of the integration account: {said} "
                    + "Ask the integration administrator to check its client ID and secret."
            ),
            403 => new IntegrationException(
                ProblemCatalog.ProcoreNotPermitted,
                $"Procore does not allow the integration account to read {RecordWords.Of(address)}: {said} {AskForAccess}"
            ),
            429 => new RemoteThrottledException(
                ProblemCatalog.ProcoreThrottled,
                "Procore's request limit is used up. Running flows try again automatically.",
                RetryWait.Asked(response, clock.GetUtcNow())
            ),
            >= 500 or 408 => new RemoteUnavailableException(
                ProblemCatalog.ProcoreUnavailable,
                $"Procore reported an error ({status}) when reading {RecordWords.Of(address)}: {said}"
            ),
            _ => new IntegrationException(
                ProblemCatalog.ProcoreAnswerUnreadable,
                $"Procore refused to read {RecordWords.Of(address)} ({status}): {said}"
            ),
        };
    }

    private WriteAnswer WrittenAnswer(HttpResponseMessage response, string text, string words)
    {
        var status = (int)response.StatusCode;
        var said = Shortened(text);
        return status switch
        {
            >= 200 and < 300 => new WriteAnswer.Done(text),
            401 => new WriteAnswer.TurnedAway(
                ProblemCatalog.ProcoreAccessRefused,
                $"Procore refused the sign-in of the integration account: {said}",
                null
            ),
            429 => new WriteAnswer.TurnedAway(
                ProblemCatalog.ProcoreThrottled,
                "Procore's request limit is used up.",
                RetryWait.Asked(response, clock.GetUtcNow())
            ),
            >= 500 or 408 => new WriteAnswer.Unknown($"Procore reported an error ({status}) when sending {words}: {said}"),
            _ => new WriteAnswer.Refused(status, $"Procore refused {words} ({status}): {said}", said),
        };
    }

    private static IntegrationException NotShown(string path) =>
        new(ProblemCatalog.ProcoreNotPermitted, $"Procore does not show {RecordWords.Of(path)} to the integration account. {AskForAccess}");

    private static IntegrationException Unwrapped(string path) =>
        new(ProblemCatalog.ProcoreAnswerUnreadable, $"Procore's response about {RecordWords.Of(path)} has no data. Contact Procore support.");

    private static async Task<T> ReadAsync<T>(HttpResponseMessage response, string path, CancellationToken cancellationToken)
        where T : class => Parsed<T>(await BodyAsync(response, path, cancellationToken), path);

    private static async Task<string> BodyAsync(HttpResponseMessage response, string path, CancellationToken cancellationToken) =>
        await ResponseText.ReadAsync(response.Content, cancellationToken)
        ?? throw new IntegrationException(
            ProblemCatalog.ProcoreAnswerUnreadable,
            $"Procore's response about {RecordWords.Of(path)} has the unknown character set '{response.Content.Headers.ContentType?.CharSet}'. "
                + "Contact Procore support."
        );

    private static T Parsed<T>(string body, string path)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(body, Json) ?? throw new JsonException("The response is null.");
        }
        catch (JsonException unreadable)
        {
            throw new IntegrationException(
                ProblemCatalog.ProcoreAnswerUnreadable,
                $"Procore's response about {RecordWords.Of(path)} is not in the expected format. Contact support.",
                unreadable
            );
        }
    }

    private static string Shortened(string text) => WholeText.Start(text, 300);
}
