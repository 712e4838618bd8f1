using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PowerIntegration.Gateway.Callers;
using PowerIntegration.Gateway.Problems;

namespace PowerIntegration.Gateway.Workflows;

/// <summary>
/// The operation about Procore's workflows. It takes the id of a request for approval and nothing else: what was decided is in Dataverse.
/// </summary>
internal static class WorkflowEndpoints
{
    public static void MapWorkflows(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/procore/workflows/answer", AnswerAsync)
            .RequireAuthorization(GatewayPolicies.Submit)
            .WithName("AnswerWorkflowStep")
            .MayRefuse(400, 404, 415);

    public static IServiceCollection AddWorkflows(this IServiceCollection services) =>
        services.AddScoped<DecisionClaims>().AddScoped<WorkflowSteps>().AddScoped<WorkflowAnswering>();

    private static Task<AnsweredStep> AnswerAsync(AnswerRequest request, WorkflowAnswering answering, CancellationToken cancellationToken) =>
        answering.AnswerAsync(RowId.Parse(nameof(request.ApprovalId), request.ApprovalId), cancellationToken);
}
