using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PowerIntegration.Gateway.Callers;
using PowerIntegration.Gateway.Pickers;
using PowerIntegration.Gateway.Problems;

namespace PowerIntegration.Gateway.Wbs.Mapping;

/// <summary>
/// The operations about mapping for people who build flows. They read, start proofs and enter drafts for the person who calls; what is active is
/// decided by two people in the app.
/// </summary>
internal static class MappingEndpoints
{
    public static void MapMapping(this IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/procore/projects/{projectId}/segments", SegmentsAsync)
            .RequireAuthorization(GatewayPolicies.Read)
            .WithName("ListSegments")
            .LimitedBy(CallerLimits.Lists)
            .MayRefuse(404);
        routes
            .MapGet("/mapping/projects/{projectId}/codes", CodesAsync)
            .RequireAuthorization(GatewayPolicies.Read)
            .WithName("ListWbsCodes")
            .LimitedBy(CallerLimits.Lists)
            .MayRefuse(400, 404);
        routes
            .MapGet("/mapping/projects/{projectId}/tasks", TasksAsync)
            .RequireAuthorization(GatewayPolicies.Read)
            .WithName("ListMappedTasks")
            .LimitedBy(CallerLimits.Lists)
            .MayRefuse(404);
        routes
            .MapGet("/mapping/expendituretypes", TypesAsync)
            .RequireAuthorization(GatewayPolicies.Read)
            .WithName("ListExpenditureTypes")
            .LimitedBy(CallerLimits.Lists);
        routes
            .MapGet("/mapping/organizations", OrganizationsAsync)
            .RequireAuthorization(GatewayPolicies.Read)
            .WithName("ListOrganizations")
            .LimitedBy(CallerLimits.Lists);
        MapActs(routes);
    }

    public static IServiceCollection AddMapping(this IServiceCollection services) =>
        services
            .AddScoped<MappedProjects>()
            .AddScoped<MappingLists>()
            .AddScoped<CodeList>()
            .AddScoped<CodeResolution>()
            .AddScoped<MappingDrafts>()
            .AddScoped<CoverageChecks>();

    private static void MapActs(IEndpointRouteBuilder routes)
    {
        routes
            .MapPost("/mapping/resolve", ResolveAsync)
            .RequireAuthorization(GatewayPolicies.Read)
            .WithName("ResolveWbsCode")
            .LimitedBy(CallerLimits.Lists)
            .MayRefuse(400, 404, 415);
        routes
            .MapPost("/mapping/drafts", DraftAsync)
            .RequireAuthorization(GatewayPolicies.Read)
            .WithName("DraftMapping")
            .LimitedBy(CallerLimits.Lists)
            .MayRefuse(400, 404, 415);
        routes
            .MapPost("/mapping/coverage", CheckAsync)
            .RequireAuthorization(GatewayPolicies.Read)
            .WithName("CheckCoverage")
            .LimitedBy(CallerLimits.Detect)
            .MayRefuse(400, 404, 415);
        routes
            .MapGet("/mapping/coverage/{runId}", CoverageAsync)
            .RequireAuthorization(GatewayPolicies.Read)
            .WithName("GetCoverage")
            .LimitedBy(CallerLimits.Lists)
            .MayRefuse(400, 404);
    }

    private static Task<PickerList<SegmentChoice>> SegmentsAsync(string projectId, MappingLists lists, CancellationToken cancellationToken) =>
        lists.SegmentsAsync(projectId, cancellationToken);

    private static Task<WbsCodePage> CodesAsync(
        string projectId,
        string? asOf,
        MappingState? state,
        string? after,
        CodeList codes,
        CancellationToken cancellationToken
    ) => codes.ListAsync(projectId, asOf, state, after, cancellationToken);

    private static Task<PickerList<TaskChoice>> TasksAsync(string projectId, MappingLists lists, CancellationToken cancellationToken) =>
        lists.TasksAsync(projectId, cancellationToken);

    private static Task<PickerList<ExpenditureTypeChoice>> TypesAsync(MappingLists lists, CancellationToken cancellationToken) =>
        lists.TypesAsync(cancellationToken);

    private static Task<PickerList<OrganizationChoice>> OrganizationsAsync(MappingLists lists, CancellationToken cancellationToken) =>
        lists.OrganizationsAsync(cancellationToken);

    private static Task<ResolvedCode> ResolveAsync(ResolveCodeRequest request, CodeResolution resolution, CancellationToken cancellationToken) =>
        resolution.ResolveAsync(request, cancellationToken);

    // The account is what the token says, never what the request says.
    private static Task<DraftedMapping> DraftAsync(
        DraftMappingRequest request,
        ClaimsPrincipal caller,
        MappingDrafts drafts,
        CancellationToken cancellationToken
    ) => drafts.DraftAsync(request, caller.FindFirst(Caller.ObjectIdClaim)?.Value ?? "", cancellationToken);

    private static Task<StartedCoverage> CheckAsync(CheckCoverageRequest request, CoverageChecks checks, CancellationToken cancellationToken) =>
        checks.StartAsync(request, cancellationToken);

    private static Task<CoverageResult> CoverageAsync(string runId, CoverageChecks checks, CancellationToken cancellationToken) =>
        checks.FindAsync(RowId.Parse(nameof(runId), runId), cancellationToken);
}
