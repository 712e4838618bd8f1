namespace PowerIntegration.Audit.Contracts;

/// <summary>A line that takes the place of others.</summary>
/// <param name="Line">The line with its value.</param>
/// <param name="Gross">What was billed on it, where the change says so; in cents.</param>
public sealed record PartSheet(LineSheet Line, long? Gross);
