using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Wbs.Suggestions;

namespace PowerIntegration.Domain.Wbs.Coverage;

/// <summary>A code that is not covered, or only by a rule that takes every code, on successive days for one and the same reason.</summary>
public sealed record CoverageFinding
{
    private const string CatchAllReason = "catch-all";

    /// <summary>The code.</summary>
    public required UsedCode Code { get; init; }

    /// <summary>First of the days.</summary>
    public required CalendarDate From { get; init; }

    /// <summary>Last of the days.</summary>
    public required CalendarDate To { get; init; }

    /// <summary>The proof on the first of the days.</summary>
    public required CodeCoverage Proof { get; init; }

    /// <summary>The reason in words; null where the code is covered by a rule that takes every code.</summary>
    public required Refusal? Refusal { get; init; }

    /// <summary>Code of the reason.</summary>
    public string Reason => Refusal?.WireCode ?? CatchAllReason;

    /// <summary>The reason in a sentence, with what to do.</summary>
    public string Sentence =>
        Refusal?.Sentence
        ?? $"Code {Code.FlatCode} gets task {Proof.Decision.Coding!.TaskNumber} from mapping rule {Proof.Decision.Match.Winner!.Key}, "
            + "which takes every code. Add a rule for the code if another task is meant.";

    /// <summary>Tasks that may be meant, the best first.</summary>
    public IReadOnlyList<TaskSuggestion> Suggestions { get; init; } = [];
}
