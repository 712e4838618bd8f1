using Microsoft.AspNetCore.Http;

namespace PowerIntegration.Gateway.Dataverse;

/// <summary>Checks the pin before any operation.</summary>
internal sealed class EnvironmentPinFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var pin = (EnvironmentPin)context.HttpContext.RequestServices.GetService(typeof(EnvironmentPin))!;
        await pin.RequireAsync(context.HttpContext.RequestAborted);
        return await next(context);
    }
}
