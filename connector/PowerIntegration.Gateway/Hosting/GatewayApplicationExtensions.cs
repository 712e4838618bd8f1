using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PowerIntegration.Gateway.Connection;
using PowerIntegration.Gateway.Dataverse;
using PowerIntegration.Gateway.Pickers;
using PowerIntegration.Gateway.Problems;

namespace PowerIntegration.Gateway.Hosting;

/// <summary>The gateway's request pipeline.</summary>
public static class GatewayApplicationExtensions
{
    /// <summary>Path under which all operations lie.</summary>
    public const string BasePath = "/api/v1";

    /// <summary>Maps every operation; needs <see cref="GatewayBuilderExtensions.AddGateway"/> before.</summary>
    public static WebApplication UseGateway(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages(context =>
            context.HttpContext.RequestServices.GetRequiredService<ProblemWriter>().WriteForStatusAsync(context.HttpContext).AsTask()
        );
        app.UseAuthentication();
        app.UseAuthorization();

        // Health needs a token like everything else: an address that answers strangers is an address that is scanned.
        app.MapHealthChecks("/health");

        // What any operation may answer beside its own refusals: no token, no role, another pair of systems, a defect, a system that refuses or does not answer.
        var operations = app.MapGroup(BasePath)
            .AddEndpointFilter<EnvironmentPinFilter>()
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status500InternalServerError)
            .ProducesProblem(StatusCodes.Status502BadGateway)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        operations.MapProcesses();
        operations.MapPickers();
        operations.MapConnection();
        return app;
    }
}
