using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using PowerIntegration.Gateway.Anchors;
using PowerIntegration.Gateway.Attachments;
using PowerIntegration.Gateway.Connection;
using PowerIntegration.Gateway.Dataverse;
using PowerIntegration.Gateway.Holds;
using PowerIntegration.Gateway.Intake;
using PowerIntegration.Gateway.Jobs;
using PowerIntegration.Gateway.Pickers;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Gateway.Statuses;
using PowerIntegration.Gateway.Submission;
using PowerIntegration.Gateway.Wbs;
using PowerIntegration.Gateway.Wbs.Mapping;
using PowerIntegration.Gateway.Workflows;

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
        app.UseStatusCodePages(context => ProblemWriter.WriteForStatusAsync(context.HttpContext));
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseRateLimiter();
        app.Use(next => context => RequestCharset.RequireAsync(context, next));

        // Health needs a token like everything else: an address that answers strangers is an address that is scanned.
        app.MapHealthChecks("/health");

        // Any operation may meet no token, no role, another pair of systems, a defect, and a system that refuses or does not answer.
        var operations = app.MapGroup(BasePath).AddEndpointFilter<EnvironmentPinFilter>().MayRefuse(401, 403, 409, 500, 502, 503);
        operations.MapSubmission();
        operations.MapAttachments();
        operations.MapHolds();
        operations.MapWorkflows();
        operations.MapAnchors();
        operations.MapStatuses();
        operations.MapRuns();
        operations.MapStructures();
        operations.MapMapping();
        operations.MapIntake();
        operations.MapPickers();
        operations.MapConnection();
        return app;
    }
}
