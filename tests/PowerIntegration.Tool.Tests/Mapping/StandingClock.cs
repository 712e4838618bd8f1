namespace PowerIntegration.Tool.Tests.Mapping;

/// <summary>It is always the morning of September 14, 2026.</summary>
internal sealed class StandingClock : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new(2026, 9, 14, 8, 30, 0, TimeSpan.Zero);
}
