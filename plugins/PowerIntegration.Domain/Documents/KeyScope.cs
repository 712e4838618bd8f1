namespace PowerIntegration.Domain.Documents;

/// <summary>Which systems a key belongs to, and which life of them.</summary>
/// <param name="Environment">Short name of the environment.</param>
/// <param name="Generation">
/// Rises when a test system is refreshed from another copy: its records get the ids of other records then. From 1; production stays 1.
/// </param>
public sealed record KeyScope(string Environment, int Generation);
