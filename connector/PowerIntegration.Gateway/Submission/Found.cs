using PowerIntegration.Domain.Texts;

namespace PowerIntegration.Gateway.Submission;

/// <summary>A record of the target system under the name of one part, and what it is to the part.</summary>
/// <param name="Id">The system's id.</param>
/// <param name="Number">Its number there.</param>
/// <param name="Amount">Its amount in the major unit; null where it cannot be read.</param>
/// <param name="ReadBack">What the system says of it, as the recording reads it: one member of a JSON list.</param>
internal sealed record Found(string Id, string Number, decimal? Amount, JsonObject ReadBack)
{
    /// <summary>True where it was made from the part: it carries its mark, or the document is known to have made it.</summary>
    public required bool IsOurs { get; init; }

    /// <summary>True where it is, whole, what was prepared.</summary>
    public required bool IsAsPrepared { get; init; }

    /// <summary>True where the system has finished what the part asks.</summary>
    public required bool IsDone { get; init; }

    /// <summary>Why the system will not do what the part asks: a paid invoice is not canceled. Null where nothing stands against it.</summary>
    public string? Obstacle { get; init; }
}
