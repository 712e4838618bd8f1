using Xunit;

namespace PowerIntegration.EndToEnd.Tests;

/// <summary>One sandbox for tests that do not change it.</summary>
public sealed class AppRunning : IAsyncLifetime
{
    internal SandboxDriver Driver { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Driver = await SandboxDriver.StartAsync();

    public ValueTask DisposeAsync() => Driver.DisposeAsync();
}
