using Xunit;

namespace PowerIntegration.Domain.Tests.Dates;

/// <summary>The machine stands in another time zone for a while. Tests that do this run alone.</summary>
[CollectionDefinition(nameof(MachineZone), DisableParallelization = true)]
public sealed class MachineZone : IDisposable
{
    private const string Variable = "TZ";

    private readonly string? before = Environment.GetEnvironmentVariable(Variable);

    /// <summary>A machine in UTC.</summary>
    public MachineZone()
        : this("UTC") { }

    /// <summary>A machine in a zone.</summary>
    public MachineZone(string zone)
    {
        Set(zone);
        Assert.Equal(TimeZoneInfo.FindSystemTimeZoneById(zone).BaseUtcOffset, TimeZoneInfo.Local.BaseUtcOffset);
    }

    /// <inheritdoc/>
    public void Dispose() => Set(before);

    private static void Set(string? zone)
    {
        Environment.SetEnvironmentVariable(Variable, zone);
        TimeZoneInfo.ClearCachedData();
    }
}
