using PowerIntegration.Domain.Documents;

namespace PowerIntegration.Domain.Drift;

/// <summary>The plug-in assembly as an environment has it.</summary>
/// <param name="Version">Its version.</param>
/// <param name="Hash">SHA-256 of its file in lower-case hexadecimal; null where the environment does not show the file.</param>
/// <param name="ModifiedById">Who imported or replaced it last; null where that is not known.</param>
public sealed record FoundAssembly(string Version, string? Hash, Guid? ModifiedById)
{
    /// <summary>The hash that packing prints: of the file itself, not of the text that a row keeps it in; null where there is none.</summary>
    /// <param name="content">The file in Base64.</param>
    public static string? HashOf(string? content) => string.IsNullOrEmpty(content) ? null : CanonicalText.Sha256(Convert.FromBase64String(content));
}
