using System.Net.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PowerIntegration.Gateway.Oracle;
using PowerIntegration.Gateway.Procore;
using PowerIntegration.Gateway.Remote;
using PowerIntegration.Gateway.Remote.SignIn;

namespace PowerIntegration.Gateway.Hosting;

/// <summary>Registers the HTTP clients: outermost the retry pipeline, then the sign-in, then the limit of one attempt, then the wire.</summary>
internal static class RemoteClientRegistration
{
    private static readonly TimeSpan ReadAttemptMax = TimeSpan.FromSeconds(30);

    // Oracle's create and validate take their time; still shorter than the budget, so that the look-up afterwards has some left.
    private static readonly TimeSpan OracleAttemptMax = TimeSpan.FromSeconds(60);

    public static IServiceCollection AddRemoteClients(this IServiceCollection services)
    {
        services.AddSingleton<ClientSecrets>();
        services.AddSingleton<ProcoreTokens>();
        services.AddSingleton<OracleTokens>();
        services.AddTransient<ProcoreSignIn>();
        services.AddTransient<OracleSignIn>();

        Add(
            services,
            ClientNames.Procore,
            ReadAttemptMax,
            provider => Settings<ProcoreOptions>(provider).BaseUrl,
            client => client.AddHttpMessageHandler<ProcoreSignIn>()
        );
        Add(services, ClientNames.ProcoreLogin, ReadAttemptMax, provider => Settings<ProcoreOptions>(provider).LoginUrl, null);
        Add(services, ClientNames.ProcoreFiles, null, _ => null, null);
        Add(
            services,
            ClientNames.Oracle,
            OracleAttemptMax,
            provider => Settings<OracleOptions>(provider).BaseUrl,
            client => client.AddHttpMessageHandler<OracleSignIn>()
        );
        Add(services, ClientNames.OracleLogin, ReadAttemptMax, _ => null, null);
        Add(services, ClientNames.TokenIssuer, ReadAttemptMax, _ => null, null);

        services.AddScoped<ProcoreClient>();
        services.AddScoped<ProcoreFiles>();
        services.AddScoped<ProcoreWorkflows>();
        services.AddSingleton<ProcoreAccount>();
        services.AddScoped<OracleClient>();
        return services;
    }

    private static void Add(
        IServiceCollection services,
        string name,
        TimeSpan? attemptMax,
        Func<IServiceProvider, Uri?> address,
        Action<IHttpClientBuilder>? signIn
    )
    {
        var client = services.AddHttpClient(
            name,
            (provider, http) =>
            {
                http.BaseAddress = address(provider) is { } root ? new Uri(root.AbsoluteUri.TrimEnd('/') + "/") : null;
                http.Timeout = Timeout.InfiniteTimeSpan;
            }
        );
        client.AddResilienceHandler(
            name,
            (pipeline, context) =>
                RemotePipeline.Configure(
                    pipeline,
                    name,
                    context.ServiceProvider.GetRequiredService<TimeProvider>(),
                    context.ServiceProvider.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(RemotePipeline))
                )
        );
        signIn?.Invoke(client);
        if (attemptMax is { } limit)
        {
            client.AddHttpMessageHandler(() => new AttemptTimeout(limit));
        }

        // A redirect could carry a token to another host.
        client.ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false });
    }

    private static T Settings<T>(IServiceProvider provider)
        where T : class => provider.GetRequiredService<IOptions<T>>().Value;
}
