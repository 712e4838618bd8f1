using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using PowerIntegration.Gateway.Oracle.Wire;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Gateway.Remote;

namespace PowerIntegration.Gateway.Oracle;

/// <summary>Speaks Oracle's REST dialect: reading answers a record or throws, writing always says whether Oracle may have acted.</summary>
internal sealed class OracleClient(IHttpClientFactory clients, TimeProvider clock)
{
    /// <summary>Root of the resources, below the pod's address.</summary>
    public const string Root = "fscmRestApi/resources/11.13.18.05/";

    /// <summary>Rows per page; more than 499 are said to be miscounted.</summary>
    public const int PageRows = 499;

    private const int PagesMax = 40;

    private static readonly JsonSerializerOptions Json = new() { NumberHandling = JsonNumberHandling.AllowReadingFromString };

    /// <summary>All rows of a list.</summary>
    /// <param name="resource">Its address below <see cref="Root"/>.</param>
    /// <param name="options">More query parameters, each begun by <c>&amp;</c>.</param>
    /// <param name="budget">Time that the call may take.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="IntegrationException">It has more pages than are read.</exception>
    public async Task<IReadOnlyList<T>> ListAsync<T>(string resource, string options, CallBudget budget, CancellationToken cancellationToken)
    {
        var rows = new List<T>();
        for (var page = 0; page < PagesMax; page++)
        {
            var address = $"{resource}?limit={PageRows}&offset={page * PageRows}{options}";
            var read = await GetAsync<OracleCollection<T>>(address, budget, cancellationToken);
            rows.AddRange(read.Items);
            if (!read.HasMore)
            {
                return rows;
            }
        }

        throw new IntegrationException(ProblemCatalog.OracleAnswerUnreadable, $"Oracle has more than {PagesMax * PageRows} rows of {resource}.");
    }

    /// <summary>Reads an address below <see cref="Root"/>.</summary>
    public async Task<T> GetAsync<T>(string address, CallBudget budget, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Root + address).Within(budget);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        try
        {
            using var response = await clients.CreateClient(ClientNames.Oracle).SendAsync(request, cancellationToken);
            var body = await OracleBody.ReadAsync(response, cancellationToken);
            if (!response.IsSuccessStatusCode)
            {
                throw RefusalOf(response, body, RecordWords.Of(address));
            }

            return JsonSerializer.Deserialize<T>(body, Json) ?? throw new JsonException("The response is null.");
        }
        catch (Exception failure) when (failure is HttpRequestException or TimeoutException)
        {
            throw new RemoteUnavailableException(
                ProblemCatalog.OracleUnavailable,
                $"Oracle did not respond when reading {RecordWords.Of(address)}: {failure.Message} Running flows try again automatically.",
                failure
            );
        }
        catch (JsonException unreadable)
        {
            throw new IntegrationException(
                ProblemCatalog.OracleAnswerUnreadable,
                $"Oracle's response about {RecordWords.Of(address)} is not in the expected format. Contact support.",
                unreadable
            );
        }
    }

    /// <summary>Posts to an address below <see cref="Root"/>.</summary>
    public Task<WriteAnswer> PostAsync(string address, string contentType, string json, CallBudget budget, CancellationToken cancellationToken) =>
        PostAsync(address, contentType, Encoding.UTF8.GetBytes(json), budget, cancellationToken);

    /// <summary>Posts JSON that is bytes already.</summary>
    public Task<WriteAnswer> PostAsync(
        string address,
        string contentType,
        ReadOnlyMemory<byte> json,
        CallBudget budget,
        CancellationToken cancellationToken
    ) => WriteAsync(HttpMethod.Post, address, contentType, json, budget, cancellationToken);

    /// <summary>Changes what lies at an address below <see cref="Root"/>.</summary>
    public Task<WriteAnswer> PatchAsync(string address, string contentType, string json, CallBudget budget, CancellationToken cancellationToken) =>
        WriteAsync(HttpMethod.Patch, address, contentType, Encoding.UTF8.GetBytes(json), budget, cancellationToken);

    private async Task<WriteAnswer> WriteAsync(
        HttpMethod method,
        string address,
        string contentType,
        ReadOnlyMemory<byte> json,
        CallBudget budget,
        CancellationToken cancellationToken
    )
    {
        using var request = new HttpRequestMessage(method, Root + address).Within(budget);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        request.Content = new ReadOnlyMemoryContent(json);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(contentType);
        try
        {
            using var response = await clients.CreateClient(ClientNames.Oracle).SendAsync(request, cancellationToken);
            return AnswerOf(response, await OracleBody.ReadAsync(response, cancellationToken), address);
        }
        catch (IntegrationException signIn)
        {
            // Only the sign-in throws these, before the request leaves.
            return new WriteAnswer.TurnedAway(signIn.Kind, signIn.Message, null);
        }
        catch (HttpRequestException failure) when (NeverArrived(failure.HttpRequestError))
        {
            return new WriteAnswer.TurnedAway(
                ProblemCatalog.OracleUnavailable,
                $"Oracle cannot be reached: {failure.Message} Running flows try again automatically.",
                null
            );
        }
        catch (Exception failure) when (failure is HttpRequestException or TimeoutException)
        {
            return new WriteAnswer.Unknown(
                $"Oracle's response was lost when sending {RecordWords.Of(address)}: {failure.Message} It will be checked automatically."
            );
        }
    }

    private const string AskAboutAddress = "Ask the integration administrator to check the address of the Oracle pod and the integration user.";

    private const string AskAboutRoles = "Ask the Oracle administrator to check the roles of the integration user.";

    private WriteAnswer AnswerOf(HttpResponseMessage response, string body, string address)
    {
        var status = (int)response.StatusCode;
        var wait = RetryWait.Asked(response, clock.GetUtcNow());
        return status switch
        {
            >= 200 and < 300 when !OracleBody.IsJson(body) => new WriteAnswer.Unknown(
                $"Oracle sent an unexpected response ({status}) about {RecordWords.Of(address)}: {OracleErrorText.Of(body)} "
                    + "It will be checked automatically."
            ),
            >= 200 and < 300 => new WriteAnswer.Done(body),
            >= 300 and < 400 => new WriteAnswer.TurnedAway(
                ProblemCatalog.OracleAccessRefused,
                $"Oracle redirected the request ({status}). {AskAboutAddress}",
                null
            ),
            401 or 403 => new WriteAnswer.TurnedAway(
                ProblemCatalog.OracleAccessRefused,
                $"Oracle refused access to {RecordWords.Of(address)} ({status}): {OracleErrorText.Of(body)} {AskAboutRoles}",
                null
            ),
            429 => new WriteAnswer.TurnedAway(ProblemCatalog.OracleThrottled, "Oracle is busy. Running flows try again automatically.", wait),
            408 or >= 500 => new WriteAnswer.Unknown(
                $"Oracle reported an error ({status}) about {RecordWords.Of(address)}: {OracleErrorText.Of(body)}"
            ),
            _ => new WriteAnswer.Refused(status, OracleErrorText.Of(body), body),
        };
    }

    private Exception RefusalOf(HttpResponseMessage response, string body, string what)
    {
        var status = (int)response.StatusCode;
        return status switch
        {
            >= 300 and < 400 => new IntegrationException(
                ProblemCatalog.OracleAccessRefused,
                $"Oracle redirected the request ({status}). {AskAboutAddress}"
            ),
            401 or 403 => new IntegrationException(
                ProblemCatalog.OracleAccessRefused,
                $"Oracle refused access to {what} ({status}): {OracleErrorText.Of(body)} {AskAboutRoles}"
            ),
            429 => new RemoteThrottledException(
                ProblemCatalog.OracleThrottled,
                "Oracle is busy. Running flows try again automatically.",
                RetryWait.Asked(response, clock.GetUtcNow())
            ),
            408 or >= 500 => new RemoteUnavailableException(
                ProblemCatalog.OracleUnavailable,
                $"Oracle reported an error ({status}) about {what}: {OracleErrorText.Of(body)}"
            ),
            _ => new IntegrationException(
                ProblemCatalog.OracleRequestRefused,
                $"Oracle refused to read {what} ({status}): {OracleErrorText.Of(body)}"
            ),
        };
    }

    private static bool NeverArrived(HttpRequestError error) =>
        error
            is HttpRequestError.NameResolutionError
                or HttpRequestError.ConnectionError
                or HttpRequestError.SecureConnectionError
                or HttpRequestError.ProxyTunnelError;
}
