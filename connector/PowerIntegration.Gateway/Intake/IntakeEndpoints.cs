using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using PowerIntegration.Gateway.Callers;
using PowerIntegration.Gateway.Problems;

namespace PowerIntegration.Gateway.Intake;

/// <summary>Operations that bring Procore's records in, whatever their type.</summary>
internal static class IntakeEndpoints
{
    public static void MapIntake(this IEndpointRouteBuilder routes)
    {
        routes
            .MapPost("/procore/changes/detect", DetectAsync)
            .RequireAuthorization(GatewayPolicies.Read)
            .WithName("DetectProcoreChanges")
            .LimitedBy(CallerLimits.Detect);
        routes.MapPost("/records/read", ReadAsync).RequireAuthorization(GatewayPolicies.Read).WithName("ReadRecord").MayRefuse(400, 404, 415, 422);
    }

    private static Task<DetectedChanges> DetectAsync(ChangeDetection detection, CancellationToken cancellationToken) =>
        detection.DetectAsync(cancellationToken);

    private static Task<StoredRecord> ReadAsync(ReadRecordRequest request, RecordReading reading, CancellationToken cancellationToken) =>
        reading.ReadAsync(RowId.Parse(nameof(request.EventId), request.EventId), cancellationToken);
}
