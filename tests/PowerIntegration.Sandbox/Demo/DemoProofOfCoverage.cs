namespace PowerIntegration.Sandbox.Demo;

/// <summary>Result of a coverage proof.</summary>
/// <param name="Message">The result in words.</param>
/// <param name="Uncovered">Codes that are not covered.</param>
internal sealed record DemoProofOfCoverage(string Message, IReadOnlyList<UncoveredCode> Uncovered);
