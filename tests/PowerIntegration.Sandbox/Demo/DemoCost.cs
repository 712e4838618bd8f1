namespace PowerIntegration.Sandbox.Demo;

/// <summary>What one kind of work came to.</summary>
/// <param name="What">In words.</param>
/// <param name="Total">How often.</param>
/// <param name="IsDetail">Contained in a line above it.</param>
public sealed record DemoCost(string What, int Total, bool IsDetail = false);
