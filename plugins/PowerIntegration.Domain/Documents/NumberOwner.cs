using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Documents;

/// <summary>Another document of the same vendor, with the numbers and the records in the target system that are its own.</summary>
public sealed record NumberOwner
{
    /// <summary>Id of the row.</summary>
    public required Guid Id { get; init; }

    /// <summary>What it is about.</summary>
    public required DocumentKind Type { get; init; }

    /// <summary>Source system's id.</summary>
    public required string SourceId { get; init; }

    /// <summary>Commitment to which it belongs.</summary>
    public required Guid CommitmentId { get; init; }

    /// <summary>Number of that commitment.</summary>
    public required string CommitmentNumber { get; init; }

    /// <summary>Sequence number within the commitment.</summary>
    public required int ApplicationNumber { get; init; }

    /// <summary>State.</summary>
    public required DocumentState State { get; init; }

    /// <summary>The vendor's own number; null where the vendor gave none and we made one.</summary>
    public string? GivenNumber { get; init; }

    /// <summary>Every number under which it was prepared to be sent.</summary>
    public IReadOnlyList<string> Numbers { get; init; } = [];

    /// <summary>Ids of its records in the target system.</summary>
    public IReadOnlyList<string> RecordIds { get; init; } = [];

    /// <summary>What it pays, in the major unit of <see cref="Currency"/>; null where it was not prepared.</summary>
    public decimal? PayableAmount { get; init; }

    /// <summary>ISO currency code; null where none is known.</summary>
    public string? Currency { get; init; }

    /// <summary>Its date: the billing date, else the end of its period; null where neither is known.</summary>
    public CalendarDate? Date { get; init; }

    /// <summary>The posted document that it reverses; null where it is no reversal.</summary>
    public Guid? ReversedId { get; init; }

    /// <summary>
    /// True where its numbers are used in the target system or may still be: what is refused or replaced left nothing there, and what is canceled
    /// keeps its number.
    /// </summary>
    public bool KeepsNumbers => State is not (DocumentState.Refused or DocumentState.Superseded);

    /// <summary>True where it is another revision of the same source record.</summary>
    public bool IsRevisionOf(DocumentSummary document) => document.Type == Type && document.ProcoreId == SourceId;

    /// <summary>The document as a sentence names it.</summary>
    public override string ToString()
    {
        var what = Type switch
        {
            DocumentKind.RetainageRelease => $"retainage release {SourceId}",
            DocumentKind.Reversal => "a reversal",
            _ => Sentence.Of($"application {ApplicationNumber}"),
        };
        return $"{what} of commitment {CommitmentNumber} ({Sentence.Words(State)})";
    }
}
