namespace PowerIntegration.Sandbox.Demo;

/// <summary>A hard case and what was found in Oracle about it.</summary>
/// <param name="Title">The case.</param>
/// <param name="Evidence">The figures that prove it; null where they do not.</param>
public sealed record ProvedCase(string Title, string? Evidence);
