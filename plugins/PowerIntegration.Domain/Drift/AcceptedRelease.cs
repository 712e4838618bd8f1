namespace PowerIntegration.Domain.Drift;

/// <summary>A release that a controller accepted in an environment.</summary>
/// <param name="AssemblyHash">SHA-256 of the plug-in assembly in lower-case hexadecimal.</param>
/// <param name="AcceptedBy">Name of the person.</param>
/// <param name="AcceptedOn">When, UTC.</param>
public sealed record AcceptedRelease(string AssemblyHash, string AcceptedBy, DateTime AcceptedOn);
