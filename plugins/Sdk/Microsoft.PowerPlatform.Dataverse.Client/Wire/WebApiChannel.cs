using System.Net.Http;
using System.Net.Http.Headers;
using System.ServiceModel;
using System.Text;
using System.Text.Json;

namespace Microsoft.PowerPlatform.Dataverse.Client.Wire;

/// <summary>Sends one request and gives its answer, or throws what the SDK throws. It repeats nothing.</summary>
internal sealed class WebApiChannel
{
    private readonly HttpMessageInvoker http;
    private readonly Uri instance;
    private readonly Func<string, Task<string>> token;

    public WebApiChannel(Uri instance, Func<string, Task<string>> token, HttpMessageHandler handler)
        : this(instance, token, new HttpMessageInvoker(handler, disposeHandler: false)) { }

    private WebApiChannel(Uri instance, Func<string, Task<string>> token, HttpMessageInvoker http)
    {
        this.instance = instance;
        this.token = token;
        this.http = http;
        Root = new Uri(instance.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/api/data/v9.2/");
    }

    public Uri Root { get; }

    public Guid CallerId { get; set; }

    public Guid? CallerObjectId { get; set; }

    public WebApiChannel WithOwnCaller() => new(this.instance, this.token, this.http);

    public async Task<WebApiAnswer> SendAsync(WebApiRequest request, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(ServiceClient.MaxConnectionTimeout);
        using HttpRequestMessage message = await MessageAsync(request).ConfigureAwait(false);
        try
        {
            using HttpResponseMessage response = await this.http.SendAsync(message, deadline.Token).ConfigureAwait(false);
            string text = await response.Content.ReadAsStringAsync(deadline.Token).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
            {
                throw FaultReader.Read(response, text);
            }

            string? entityId = response.Headers.TryGetValues("OData-EntityId", out var values) ? string.Concat(values) : null;
            return new WebApiAnswer(response.StatusCode, text.Length == 0 ? null : JsonElement.Parse(text), entityId);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"Dataverse did not answer {request.Method} {request.Path} within {ServiceClient.MaxConnectionTimeout}.");
        }
        catch (HttpRequestException failure)
        {
            throw new CommunicationException($"Dataverse at {this.instance} could not be reached: {failure.Message}", failure);
        }
    }

    private async Task<HttpRequestMessage> MessageAsync(WebApiRequest request)
    {
        var message = new HttpRequestMessage(request.Method, new Uri(Root, request.Path));
        HttpRequestHeaders headers = message.Headers;
        headers.Authorization = new AuthenticationHeaderValue("Bearer", await this.token(this.instance.ToString()).ConfigureAwait(false));
        headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        headers.Add("OData-Version", "4.0");
        headers.Add("OData-MaxVersion", "4.0");
        Add(headers, "If-Match", request.IfMatch);
        Add(headers, "Prefer", request.Prefer);
        Add(headers, "MSCRMCallerID", CallerId == Guid.Empty ? null : CallerId.ToString("D"));
        Add(headers, "CallerObjectId", CallerObjectId?.ToString("D"));
        if (request.Body != null)
        {
            message.Content = new StringContent(request.Body.ToJsonString(), Encoding.UTF8, "application/json");
        }

        return message;
    }

    private static void Add(HttpRequestHeaders headers, string name, string? value)
    {
        if (value != null)
        {
            headers.TryAddWithoutValidation(name, value);
        }
    }
}
