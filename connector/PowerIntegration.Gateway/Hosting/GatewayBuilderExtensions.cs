using System.Text.Json.Serialization;
using Azure.Core;
using Azure.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using PowerIntegration.Gateway.Anchors;
using PowerIntegration.Gateway.Attachments;
using PowerIntegration.Gateway.Callers;
using PowerIntegration.Gateway.Dataverse;
using PowerIntegration.Gateway.Holds;
using PowerIntegration.Gateway.Intake;
using PowerIntegration.Gateway.Jobs;
using PowerIntegration.Gateway.Oracle;
using PowerIntegration.Gateway.Pickers;
using PowerIntegration.Gateway.Procore;
using PowerIntegration.Gateway.Settings;
using PowerIntegration.Gateway.Statuses;
using PowerIntegration.Gateway.Submission;
using PowerIntegration.Gateway.Wbs;
using PowerIntegration.Gateway.Wbs.Mapping;
using PowerIntegration.Gateway.Wbs.Segments;
using PowerIntegration.Gateway.Workflows;

namespace PowerIntegration.Gateway.Hosting;

/// <summary>The gateway's composition. A host may replace the clock, the claim ids, the token credential and the wires after this call.</summary>
public static class GatewayBuilderExtensions
{
    /// <summary>The largest request body: every operation takes an id and nothing more.</summary>
    public const long RequestBytesMax = 16 * 1024;

    /// <summary>Registers the gateway from the sections Gateway, Limits, Procore, Oracle, Dataverse and Attachments of the configuration.</summary>
    public static WebApplicationBuilder AddGateway(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        AddSettings<GatewayOptions>(builder, GatewayOptions.Section);
        AddSettings<CallerLimitOptions>(builder, CallerLimitOptions.Section);
        AddSettings<ProcoreOptions>(builder, ProcoreOptions.Section);
        AddSettings<OracleOptions>(builder, OracleOptions.Section);
        AddSettings<DataverseOptions>(builder, DataverseOptions.Section);
        AddSettings<AttachmentOptions>(builder, AttachmentOptions.Section);
        AddSettings<AnchorOptions>(builder, AnchorOptions.Section);
        services.AddSingleton<IValidateOptions<ProcoreOptions>, AddressValidation>();
        services.AddSingleton<IValidateOptions<OracleOptions>, AddressValidation>();
        services.AddSingleton<IValidateOptions<DataverseOptions>, AddressValidation>();

#pragma warning disable RS0030 // The composition names the real clock, unless the host brought another.
        services.TryAddSingleton(TimeProvider.System);
#pragma warning restore RS0030
        services.TryAddSingleton<TokenCredential>(_ => new DefaultAzureCredential());
        services.TryAddSingleton<IClaimIds, RequestClaimIds>();
        services.AddHttpContextAccessor();
        services.AddHealthChecks();
        services.Configure<KestrelServerOptions>(options =>
        {
            options.Limits.MaxRequestBodySize = RequestBytesMax;
            options.AddServerHeader = false;
        });
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(options => options.SerializerOptions.Converters.Add(new JsonStringEnumConverter()));
        services.AddProblemDetails();
        services.AddExceptionHandler<ProblemExceptionHandler>();

        services.AddCallerAuthentication();
        services.AddCallerLimits();
        services.AddRemoteClients();
        services.AddDataverse();
        services.AddIntake();
        services.AddSubmission();
        services.AddAttachments();
        services.AddHolds();
        services.AddWorkflows();
        services.AddAnchors();
        services.AddStatuses();
        services.AddRuns();
        services.AddStructures();
        services.AddMapping();
        services.AddSegments();
        services.AddProcesses();
        services.AddScoped<ProcorePickers>();
        services.AddScoped<OracleProjects>();
        services.AddScoped<OraclePickers>();
        return builder;
    }

    private static void AddSettings<T>(WebApplicationBuilder builder, string section)
        where T : class
    {
        builder.Services.AddSingleton<IValidateOptions<T>, SettingsValidation<T>>();
        builder.Services.AddOptions<T>().Bind(builder.Configuration.GetSection(section)).ValidateOnStart();
    }
}
