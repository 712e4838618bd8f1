using PowerIntegration.Domain.Wbs.Segments;

namespace PowerIntegration.Gateway.Wbs.Segments;

/// <summary>How far the codes of a project came.</summary>
/// <param name="Codes">What the project needs, from the last list.</param>
/// <param name="Refusals">Codes that are still missing, each with the reason.</param>
internal sealed record PushedCodes(TaskCodes Codes, IReadOnlyList<string> Refusals)
{
    /// <summary>No code is needed.</summary>
    public static PushedCodes None { get; } = new(TaskCodes.None, []);

    /// <summary>Why the call cannot go on; null where it can.</summary>
    public string? Pause { get; init; }

    /// <summary>True where another call made at once would get no further.</summary>
    public bool IsTurnedAway { get; init; }
}
