using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace PowerIntegration.Tool.Rights;

/// <summary>One system under check: signs in once, and reads. It writes nothing anywhere.</summary>
internal sealed class CheckedSystem : IDisposable
{
    private const int WaitsMax = 20;
    private const int AnswerBytesMax = 16 * 1024 * 1024;
    private const string AskAboutSecret = "Ask the integration administrator to check the client ID and secret.";
    private static readonly TimeSpan WaitMax = TimeSpan.FromMinutes(2);

    private readonly HttpClient http;
    private readonly TimeProvider clock;

    public CheckedSystem(string name, Uri root, Surroundings surroundings)
    {
        (Name, Root, clock) = (name, root.AbsoluteUri.TrimEnd('/') + "/", surroundings.Clock);
        http = new HttpClient(surroundings.Wire()) { MaxResponseContentBufferSize = AnswerBytesMax };
    }

    /// <summary>The name in sentences.</summary>
    public string Name { get; }

    /// <summary>Address, with a slash at the end.</summary>
    public string Root { get; }

    /// <summary>Sends a header with every read.</summary>
    public void Always(string header, string value) => http.DefaultRequestHeaders.Add(header, value);

    /// <summary>Signs every read with a user name and password.</summary>
    public void SignWith(string user, string password) => http.DefaultRequestHeaders.Authorization = Basic(user, password);

    /// <summary>Asks for a token with client credentials and signs every read with it.</summary>
    /// <param name="address">Token endpoint.</param>
    /// <param name="form">Fields of the form.</param>
    /// <param name="basic">Client id and secret where they go into a header.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="NotReadException">No token was given.</exception>
    public async Task SignInAsync(
        Uri address,
        IReadOnlyDictionary<string, string> form,
        (string Id, string Secret)? basic,
        CancellationToken cancellation
    )
    {
        using var response = await SendAsync(
            () =>
                new HttpRequestMessage(HttpMethod.Post, address)
                {
                    Content = new FormUrlEncodedContent(form),
                    Headers = { Authorization = basic is var (id, secret) ? Basic(id, secret) : null },
                },
            "the sign-in",
            cancellation
        );
        if (!response.IsSuccessStatusCode)
        {
            throw new NotReadException($"The sign-in at {address.Host} was refused ({(int)response.StatusCode}). {AskAboutSecret}");
        }

        var answer = await JsonAsync(response, "the sign-in", cancellation);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            answer.Text("access_token", $"The sign-in at {address.Host}")
        );
    }

    /// <summary>Reads an address below the root.</summary>
    /// <param name="path">Path and query.</param>
    /// <param name="what">What is read, as a sentence says it.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="NotReadException">It was refused, or the answer is not JSON.</exception>
    public async Task<(JsonElement Json, HttpResponseHeaders Headers)> GetAsync(string path, string what, CancellationToken cancellation)
    {
        using var response = await SendAsync(() => new HttpRequestMessage(HttpMethod.Get, Root + path), what, cancellation);
        if ((int)response.StatusCode != 200)
        {
            throw new NotReadException(Refusal((int)response.StatusCode, what, path));
        }

        return (await JsonAsync(response, what, cancellation), response.Headers);
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private string Refusal(int status, string what, string path) =>
        status switch
        {
            401 => $"{Name} refused the sign-in when reading {what} (401). {AskAboutSecret}",
            403 => $"{Name} does not let the account read {what} (403). Give it the permission to read {Address(path)}, or check in {Name} yourself.",
            404 => $"{Name} does not have {what} (404). Check the address and the ID in {Address(path)}.",
            _ => $"{Name} did not answer when reading {what} ({status}). Run the command again later.",
        };

    private string Address(string path) => Root + path.Split('?')[0];

    // A system that asks to wait is not refusing; a check of many projects meets Procore's limit.
    private async Task<HttpResponseMessage> SendAsync(Func<HttpRequestMessage> request, string what, CancellationToken cancellation)
    {
        for (var waits = 0; ; waits++)
        {
            var response = await SendOnceAsync(request, what, cancellation);
            if ((int)response.StatusCode is not (429 or 503) || Wait(response) is not { } wait || waits == WaitsMax)
            {
                return response;
            }

            response.Dispose();
            await Task.Delay(wait, clock, cancellation);
        }
    }

    private async Task<HttpResponseMessage> SendOnceAsync(Func<HttpRequestMessage> request, string what, CancellationToken cancellation)
    {
        using var message = request();
        try
        {
            return await http.SendAsync(message, cancellation);
        }
        catch (Exception failure)
            when (failure is HttpRequestException || (failure is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            // The message of the failure is left out: it is the platform's, and nothing is known about what it repeats.
            throw new NotReadException(
                $"{Name} cannot be reached at {message.RequestUri!.Host} when reading {what}. Check the address and the network."
            );
        }
    }

    private static TimeSpan? Wait(HttpResponseMessage response) => response.Headers.RetryAfter?.Delta is { } wait && wait <= WaitMax ? wait : null;

    private async Task<JsonElement> JsonAsync(HttpResponseMessage response, string what, CancellationToken cancellation)
    {
        try
        {
            using var json = JsonDocument.Parse(
                await response.Content.ReadAsByteArrayAsync(cancellation),
                new JsonDocumentOptions { AllowDuplicateProperties = false }
            );
            return json.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw new NotReadException($"{Name} sent a response that is not valid JSON when reading {what}. Check the address {Root}.");
        }
    }

    private static AuthenticationHeaderValue Basic(string user, string password) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")));
}
