using Microsoft.Extensions.DependencyInjection;
using PowerIntegration.Gateway.Submission;

namespace PowerIntegration.Gateway.Processes.SubcontractorInvoices.Submission;

/// <summary>Registers the parts of a submission; each lives for one request.</summary>
internal static class SubmissionRegistration
{
    public static IServiceCollection AddSubmission(this IServiceCollection services)
    {
        services.AddScoped<SendableDocuments>();
        services.AddScoped<DocumentClaims>();
        services.AddScoped<EvidenceLog>();
        services.AddScoped<InvoiceSending>();
        services.AddScoped<OutcomeRecorder>();
        services.AddScoped<DocumentSubmission>();
        return services;
    }
}
