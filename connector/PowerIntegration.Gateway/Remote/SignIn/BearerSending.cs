using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;

namespace PowerIntegration.Gateway.Remote.SignIn;

/// <summary>Sends with a bearer token, and once more with a new one where the system no longer takes the one we hold.</summary>
internal static class BearerSending
{
    /// <summary>A 401 is given before the request is looked at, so that a writing request may be sent again too.</summary>
    public static async Task<HttpResponseMessage> SendAsync(
        AccessTokenCache tokens,
        HttpRequestMessage request,
        Func<Task<HttpResponseMessage>> send,
        CancellationToken cancellationToken
    )
    {
        var token = await tokens.GetAsync(cancellationToken);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var response = await send();
        if (response.StatusCode != HttpStatusCode.Unauthorized)
        {
            return response;
        }

        response.Dispose();
        tokens.Forget(token);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await tokens.GetAsync(cancellationToken));
        return await send();
    }
}
