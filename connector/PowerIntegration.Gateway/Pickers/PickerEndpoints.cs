using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using PowerIntegration.Gateway.Callers;
using PowerIntegration.Gateway.Problems;

namespace PowerIntegration.Gateway.Pickers;

/// <summary>Lists that fill the drop-downs of a flow's designer.</summary>
internal static class PickerEndpoints
{
    public static void MapPickers(this IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/procore/projects", ProjectsAsync)
            .RequireAuthorization(GatewayPolicies.Read)
            .WithName("ListProjects")
            .LimitedBy(CallerLimits.Lists);
        routes
            .MapGet("/procore/projects/{projectId}/commitments", CommitmentsAsync)
            .RequireAuthorization(GatewayPolicies.Read)
            .WithName("ListCommitments")
            .LimitedBy(CallerLimits.Lists);
        routes
            .MapGet("/oracle/projects/{projectNumber}/tasks", TasksAsync)
            .RequireAuthorization(GatewayPolicies.Read)
            .WithName("ListTasks")
            .LimitedBy(CallerLimits.Lists)
            .MayRefuse(404);
    }

    private static Task<PickerList<ProjectChoice>> ProjectsAsync(ProcorePickers pickers, CancellationToken cancellationToken) =>
        pickers.ProjectsAsync(cancellationToken);

    private static Task<PickerList<CommitmentChoice>> CommitmentsAsync(
        string projectId,
        ProcorePickers pickers,
        CancellationToken cancellationToken
    ) => pickers.CommitmentsAsync(projectId, cancellationToken);

    private static Task<PickerList<TaskChoice>> TasksAsync(string projectNumber, OraclePickers pickers, CancellationToken cancellationToken) =>
        pickers.TasksAsync(projectNumber, cancellationToken);
}
