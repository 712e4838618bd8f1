using Microsoft.Extensions.DependencyInjection;

namespace PowerIntegration.Gateway.Submission;

/// <summary>Registers what every submission needs; each lives for one request.</summary>
internal static class SubmissionRegistration
{
    public static IServiceCollection AddSubmission(this IServiceCollection services) =>
        services
            .AddScoped<SendableDocuments>()
            .AddScoped<DocumentClaims>()
            .AddScoped<TargetSending>()
            .AddScoped<OutcomeRecorder>()
            .AddScoped<DocumentSubmission>();
}
