using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using PowerIntegration.Gateway.Callers;
using PowerIntegration.Gateway.Problems;

namespace PowerIntegration.Gateway.Submission;

/// <summary>The operation that moves money. It takes a document id and nothing else.</summary>
internal static class SubmissionEndpoints
{
    public static void MapSubmission(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/oracle/documents/submit", SubmitAsync)
            .RequireAuthorization(GatewayPolicies.Submit)
            .WithName("SubmitDocument")
            .MayRefuse(400, 404, 415, 422);

    private static Task<SubmittedDocument> SubmitAsync(SubmitRequest request, DocumentSubmission submission, CancellationToken cancellationToken) =>
        submission.SubmitAsync(RowId.Parse(nameof(request.DocumentId), request.DocumentId), cancellationToken);
}
