using System.Net;
using System.Net.Http;
using System.ServiceModel;
using System.ServiceModel.Security;
using System.Text.Json;
using Microsoft.Xrm.Sdk;

namespace Microsoft.PowerPlatform.Dataverse.Client.Wire;

/// <summary>Turns an answer of failure into the exception that the SDK throws for it.</summary>
internal static class FaultReader
{
    private const string TraceText = "@Microsoft.PowerApps.CDS.TraceText";
    private const string ErrorDetail = "@Microsoft.PowerApps.CDS.ErrorDetails.";
    private const int QuotedBodyMax = 300;

    public static Exception Read(HttpResponseMessage response, string text)
    {
        if (FaultIn(text) is { } fault)
        {
            if (response.Headers.RetryAfter?.Delta is { } wait)
            {
                // The throttling rule of the SDK: how long to wait is a detail of the fault.
                fault.ErrorDetails["Retry-After"] = wait;
            }

            return Faults.Of(fault);
        }

        string quoted = text.Length > QuotedBodyMax ? text[..QuotedBodyMax] : text;
        string sentence = $"Dataverse answered {(int)response.StatusCode} {response.ReasonPhrase} without an error of its own: {quoted}";
        return response.StatusCode switch
        {
            HttpStatusCode.Unauthorized => new MessageSecurityException(sentence),
            HttpStatusCode.ServiceUnavailable => new ServerTooBusyException(sentence),
            _ => new CommunicationException(sentence),
        };
    }

    private static OrganizationServiceFault? FaultIn(string text)
    {
        if (ErrorIn(text) is not { } error || Code(error) is not { } code)
        {
            return null;
        }

        var fault = new OrganizationServiceFault { ErrorCode = code, Message = Text(error, "message") ?? "The server gave no message." };
        foreach (JsonProperty property in error.EnumerateObject())
        {
            if (property.NameEquals(TraceText))
            {
                fault.TraceText = property.Value.GetString();
            }
            else if (property.Name.StartsWith(ErrorDetail, StringComparison.Ordinal))
            {
                fault.ErrorDetails[property.Name[ErrorDetail.Length..]] = property.Value.ToString();
            }
        }

        return fault;
    }

    private static JsonElement? ErrorIn(string text)
    {
        try
        {
            JsonElement body = JsonElement.Parse(text);
            return
                body.ValueKind == JsonValueKind.Object
                && body.TryGetProperty("error", out JsonElement error)
                && error.ValueKind == JsonValueKind.Object
                ? error
                : null;
        }
        catch (JsonException)
        {
            // A proxy's page in between, not Dataverse: the caller reports it with its text.
            return null;
        }
    }

    private static int? Code(JsonElement error)
    {
        string? code = Text(error, "code");
        return
            code != null
            && code.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
            && uint.TryParse(code.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out uint number)
            ? unchecked((int)number)
            : null;
    }

    private static string? Text(JsonElement error, string name) =>
        error.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
