using PowerIntegration.Gateway.Tests.Fixtures;
using Xunit;

namespace PowerIntegration.Gateway.Tests.Contract;

/// <summary>One gateway for the tests that only read what it says about itself.</summary>
public sealed class StartedGateway : IAsyncLifetime
{
    internal GatewayHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Host = await GatewayHost.StartAsync();

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
