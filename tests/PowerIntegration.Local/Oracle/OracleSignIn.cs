using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using PowerIntegration.Local.Requests;

namespace PowerIntegration.Local.Oracle;

/// <summary>Who calls: Basic or bearer on the REST root, client credentials at the token endpoint.</summary>
internal sealed class OracleSignIn(OracleSimulatorOptions options, OracleTokens tokens)
{
    private const string Basic = "Basic ";
    private const string Bearer = "Bearer ";
    private const int TokenBodyBytesMax = 65_536;

    /// <summary>The Fusion user of a request, or null where the credentials are missing or wrong.</summary>
    public string? UserOf(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            return tokens.UserOf(header[Bearer.Length..].Trim());
        }

        return Pair(header) is var (name, password)
            ? options.Users.FirstOrDefault(user => user.UserName == name && OracleTokens.SameText(user.Password, password))?.UserName
            : null;
    }

    /// <summary>The token endpoint: client credentials for an access token.</summary>
    public async Task AnswerTokenRequestAsync(HttpContext context)
    {
        if (
            Pair(context.Request.Headers.Authorization.ToString()) is not var (id, secret)
            || options.Clients.FirstOrDefault(candidate => candidate.ClientId == id && OracleTokens.SameText(candidate.ClientSecret, secret))
                is not { } client
        )
        {
            await RefuseAsync(context, StatusCodes.Status401Unauthorized, "invalid_client", "Client authentication failed.");
            return;
        }

        IReadOnlyDictionary<string, string> form;
        try
        {
            var body = await RequestBody.ReadAsync(context, TokenBodyBytesMax) ?? throw new InvalidDataException("the body is too large.");
            form = FormBody.Parse(context.Request.ContentType, body);
        }
        catch (IOException framing)
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, "invalid_request", "The token request can't be read: " + framing.Message);
            return;
        }
        catch (InvalidDataException malformed)
        {
            await RefuseAsync(
                context,
                StatusCodes.Status400BadRequest,
                "invalid_request",
                "The token request must be form-encoded: " + malformed.Message
            );
            return;
        }

        await AnswerAsync(context, client, form.GetValueOrDefault("grant_type"), form.GetValueOrDefault("scope"));
    }

    private async Task AnswerAsync(HttpContext context, OracleClient client, string? grant, string? scope)
    {
        if (grant != "client_credentials")
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, "unsupported_grant_type", $"The grant_type {grant} isn't supported.");
        }
        else if (string.IsNullOrEmpty(scope))
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, "invalid_scope", "The scope is missing.");
        }
        else
        {
            var body = new JsonObject
            {
                ["access_token"] = tokens.Issue(client, scope),
                ["token_type"] = "Bearer",
                ["expires_in"] = (long)options.TokenLifetime.TotalSeconds,
            };
            await WriteAsync(context, StatusCodes.Status200OK, body);
        }
    }

    private static Task RefuseAsync(HttpContext context, int status, string error, string description) =>
        WriteAsync(context, status, new JsonObject { ["error"] = error, ["error_description"] = description });

    private static Task WriteAsync(HttpContext context, int status, JsonObject body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body.ToJsonString(), context.RequestAborted);
    }

    private static (string Name, string Secret)? Pair(string header)
    {
        if (!header.StartsWith(Basic, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var encoded = header[Basic.Length..].Trim();
        var bytes = new byte[encoded.Length];
        if (!Convert.TryFromBase64String(encoded, bytes, out var length))
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(bytes, 0, length);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? null : (text[..colon], text[(colon + 1)..]);
    }
}
