using Xunit;

namespace PowerIntegration.EndToEnd.Tests;

/// <summary>One sandbox with one month billed, for tests that do not change it.</summary>
[CollectionDefinition(nameof(AppRunning))]
public sealed class AppRunning : IAsyncLifetime, ICollectionFixture<AppRunning>
{
    internal SandboxDriver Driver { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Driver = await SandboxDriver.StartAsync();
        await Driver.BillNextMonthAsync();
    }

    public ValueTask DisposeAsync() => Driver.DisposeAsync();
}
