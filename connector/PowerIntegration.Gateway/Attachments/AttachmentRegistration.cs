using Microsoft.Extensions.DependencyInjection;

namespace PowerIntegration.Gateway.Attachments;

/// <summary>Registers what attaching files needs; each lives for one request.</summary>
internal static class AttachmentRegistration
{
    public static IServiceCollection AddAttachments(this IServiceCollection services) =>
        services.AddScoped<PostedDocuments>().AddScoped<AttachmentRecorder>().AddScoped<AttachmentSending>();
}
