using PowerIntegration.Domain.Duties;
using PowerIntegration.Domain.Texts;

namespace PowerIntegration.Domain.Readiness;

/// <summary>One thing that a person has to decide.</summary>
public sealed record ReadinessItem
{
    /// <summary>What is undecided and what to do, with names and counts.</summary>
    public required string Sentence { get; init; }

    /// <summary>Who decides.</summary>
    public required ShippedRole Decider { get; init; }

    /// <summary>What to open.</summary>
    public required RecordPlace Place { get; init; }

    /// <summary>The documents that cannot go on before it is decided.</summary>
    public IReadOnlyList<WaitingDocument> Waiting { get; init; } = [];

    /// <summary>Blocked where documents wait for it.</summary>
    public ReadinessState State => Waiting.Count > 0 ? ReadinessState.Blocked : ReadinessState.Undecided;

    /// <summary>The item as JSON.</summary>
    internal JsonObject ToJson() =>
        new JsonObject()
            .Choice("state", State)
            .Text("sentence", Sentence + ReadinessWords.Waiting(Waiting))
            .Text("decision", Sentence)
            .Text("role", ReadinessWords.Title(Decider))
            .WholeNumber("documents", Waiting.Count)
            .ListOrEmpty(
                "amounts",
                ReadinessWords.Sums(Waiting).Select(sum => new JsonObject().Text("currency", sum.Key).Number("amount", sum.Value))
            )
            .Text("table", Place.Table)
            .Text("row", Place.RowId?.ToString("D"));
}
