using Microsoft.AspNetCore.Http;

namespace PowerIntegration.Gateway.Submission;

/// <summary>Names a claim after machine, process and request, so that an operator finds the holder in the logs.</summary>
internal sealed class RequestClaimIds(IHttpContextAccessor accessor) : IClaimIds
{
    // ASP.NET Core's trace identifier is unique within a process; machine and process make it unique among gateways.
    public string Next()
    {
        var request = accessor.HttpContext?.TraceIdentifier ?? throw new InvalidOperationException("A claim belongs to a request.");
        var name = $"{Environment.MachineName}/{Environment.ProcessId}/{request}";
        return name.Length <= 100 ? name : name[^100..];
    }
}
