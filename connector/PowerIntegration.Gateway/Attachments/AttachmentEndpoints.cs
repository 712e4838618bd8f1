using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using PowerIntegration.Gateway.Callers;
using PowerIntegration.Gateway.Problems;

namespace PowerIntegration.Gateway.Attachments;

/// <summary>The operation that attaches files. It moves no money.</summary>
internal static class AttachmentEndpoints
{
    public static void MapAttachments(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/oracle/documents/attach", AttachAsync)
            .RequireAuthorization(GatewayPolicies.Submit)
            .WithName("SendAttachments")
            .MayRefuse(400, 404, 415);

    private static Task<AttachedFiles> AttachAsync(AttachmentRequest request, AttachmentSending sending, CancellationToken cancellationToken) =>
        sending.SendAsync(RowId.Parse(nameof(request.DocumentId), request.DocumentId), cancellationToken);
}
