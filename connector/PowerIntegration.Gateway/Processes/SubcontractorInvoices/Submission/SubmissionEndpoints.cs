using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PowerIntegration.Gateway.Callers;
using PowerIntegration.Gateway.Submission;

namespace PowerIntegration.Gateway.Processes.SubcontractorInvoices.Submission;

/// <summary>The operation that moves money. It takes a document id and nothing else.</summary>
internal static class SubmissionEndpoints
{
    public static void MapSubmission(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/oracle/documents/submit", SubmitAsync)
            .RequireAuthorization(GatewayPolicies.Submit)
            .WithName("SubmitDocument")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static Task<SubmittedDocument> SubmitAsync(SubmitRequest request, DocumentSubmission submission, CancellationToken cancellationToken) =>
        submission.SubmitAsync(RowId.Parse(nameof(request.DocumentId), request.DocumentId), cancellationToken);
}
