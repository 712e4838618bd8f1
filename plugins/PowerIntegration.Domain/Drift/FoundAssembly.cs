namespace PowerIntegration.Domain.Drift;

/// <summary>The plug-in assembly as an environment has it.</summary>
/// <param name="Version">Its version.</param>
/// <param name="Hash">SHA-256 of its file in lower-case hexadecimal; null where the environment does not show the file.</param>
/// <param name="ModifiedById">Who imported or replaced it last; null where that is not known.</param>
public sealed record FoundAssembly(string Version, string? Hash, Guid? ModifiedById);
