using Azure.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PowerIntegration.Gateway.Hosting;
using PowerIntegration.Gateway.Submission;

namespace PowerIntegration.Sandbox.Hosting;

/// <summary>
/// The shipped gateway as its own web application on its own port. Only its clock, its claim names and its managed identity are the sandbox's.
/// </summary>
internal static class GatewayProcess
{
    /// <summary>Starts it.</summary>
    /// <param name="settings">Its configuration, as its host would give it.</param>
    /// <param name="clock">Time.</param>
    /// <param name="credential">Its managed identity.</param>
    /// <param name="claimIds">Names of its claims.</param>
    /// <param name="keys">Folder for the keys that the web framework makes.</param>
    /// <param name="told">The least that it tells on the console.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<WebApplication> StartAsync(
        IReadOnlyDictionary<string, string?> settings,
        TimeProvider clock,
        TokenCredential credential,
        IClaimIds claimIds,
        DirectoryInfo keys,
        LogLevel told,
        CancellationToken cancellation
    )
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(told);
        // A repeated call is told by what came of it.
        builder.Logging.AddFilter("Polly", LogLevel.Error);
        builder.Configuration.AddInMemoryCollection(settings);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        // The framework makes a key at every start. It belongs to the store, not to the home folder of whoever starts the sandbox.
        builder.Services.AddDataProtection().PersistKeysToFileSystem(keys);
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Services.AddSingleton(clock);
        builder.Services.AddSingleton(credential);
        builder.Services.AddSingleton(claimIds);
        builder.AddGateway();
        var app = builder.Build();
        app.UseGateway();
        await app.StartAsync(cancellation);
        return app;
    }

    /// <summary>Where it listens.</summary>
    /// <param name="app">A started gateway.</param>
    public static Uri AddressOf(WebApplication app) =>
        new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
}
