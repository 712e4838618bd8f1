using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PowerIntegration.Gateway.Callers;
using PowerIntegration.Gateway.Problems;

namespace PowerIntegration.Gateway.Holds;

/// <summary>The operation about payment holds. It takes a document id and nothing else; whether a hold is due is decided in Dataverse.</summary>
internal static class HoldEndpoints
{
    public static void MapHolds(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/oracle/holds/check", CheckAsync)
            .RequireAuthorization(GatewayPolicies.Submit)
            .WithName("CheckPaymentHold")
            .MayRefuse(400, 404, 415, 422);

    public static IServiceCollection AddHolds(this IServiceCollection services) => services.AddScoped<HoldReviews>();

    private static Task<ReviewedHold> CheckAsync(HoldRequest request, HoldReviews reviews, CancellationToken cancellationToken) =>
        reviews.ReviewAsync(RowId.Parse(nameof(request.DocumentId), request.DocumentId), cancellationToken);
}
