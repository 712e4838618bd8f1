using System.ServiceModel;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Xrm.Sdk;
using PowerIntegration.Local.Dataverse.Errors;
using PowerIntegration.Local.Dataverse.Pipeline;

namespace PowerIntegration.Local.Dataverse.WebApi;

/// <summary>The error body, always of one shape; details only where the request asked for annotations.</summary>
internal static class WebApiError
{
    public static WebApiResponse Of(Exception exception, bool withDetails)
    {
        if (exception is IOException framing)
        {
            // The body is not framed as HTTP says: the caller's mistake, whatever was asked.
            return Of((framing as BadHttpRequestException)?.StatusCode ?? 400, "0x80040203", "The body cannot be read. " + framing.Message);
        }

        // What is not a fault is a mistake of this Dataverse; it says so and does not hide it.
        var fault =
            exception as FaultException<OrganizationServiceFault>
            ?? Faults.Of(DataverseErrorCode.Unexpected, $"{exception.GetType().Name}: {exception.Message}", 500);
        var error = new JsonObject { ["code"] = FormattableString.Invariant($"0x{Faults.CodeOf(fault):x8}"), ["message"] = fault.Detail.Message };
        if (withDetails)
        {
            AddDetails(error, fault.Detail);
        }

        return new WebApiResponse(Faults.StatusOf(fault), new JsonObject { ["error"] = error });
    }

    public static WebApiResponse Of(int status, string code, string message) =>
        new(
            status,
            new JsonObject
            {
                ["error"] = new JsonObject { ["code"] = code, ["message"] = message },
            }
        );

    private static void AddDetails(JsonObject error, OrganizationServiceFault fault)
    {
        foreach (var name in new[] { PluginCall.OperationStatus, PluginCall.SubErrorCode })
        {
            if (fault.ErrorDetails.TryGetValue(name, out var value))
            {
                error["@Microsoft.PowerApps.CDS.ErrorDetails." + name] = FormattableString.Invariant($"{value}");
            }
        }

        if (!string.IsNullOrEmpty(fault.TraceText))
        {
            error["@Microsoft.PowerApps.CDS.TraceText"] = fault.TraceText;
        }
    }
}
