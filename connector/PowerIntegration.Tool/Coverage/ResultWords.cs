using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Tool.Coverage;

/// <summary>Words of the result files.</summary>
internal static class ResultWords
{
    /// <summary>A value as the files write it, such as <c>no-row</c>.</summary>
    public static string Of(Enum value) => Sentence.Words(value).ToLowerInvariant().Replace(' ', '-');
}
