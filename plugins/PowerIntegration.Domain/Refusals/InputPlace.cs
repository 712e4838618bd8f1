namespace PowerIntegration.Domain.Refusals;

/// <summary>Where an input is wrong, for readers that show it in a form or a file.</summary>
/// <param name="LineId">The line; null where the input is not on a line.</param>
/// <param name="Field">The field in the words of the sentence, such as <c>work this period</c>.</param>
public sealed record InputPlace(string? LineId, string Field)
{
    /// <summary>What would be accepted; null where the sentence says it all.</summary>
    public string? Allowed { get; init; }

    /// <summary>An amount that would be accepted; null where none can be named.</summary>
    public decimal? Accepted { get; init; }

    /// <summary>A text or day that would be accepted; null where none can be named.</summary>
    public string? AcceptedText { get; init; }
}
