using Microsoft.Extensions.DependencyInjection;

namespace PowerIntegration.Gateway.Intake;

/// <summary>Registers the way in; each process adds its <see cref="ISource"/>.</summary>
internal static class IntakeRegistration
{
    public static IServiceCollection AddIntake(this IServiceCollection services) =>
        services
            .AddScoped<Inbox>()
            .AddScoped<Cursors>()
            .AddScoped<WbsCodes>()
            .AddScoped<DeletedRecords>()
            .AddScoped<SourceFiles>()
            .AddScoped<ProjectWorkflows>()
            .AddScoped<ChangeDetection>()
            .AddScoped<RecordReading>();
}
