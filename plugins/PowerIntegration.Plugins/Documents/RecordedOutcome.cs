using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Documents;

namespace PowerIntegration.Plugins.Documents;

/// <summary>What a process made of an outcome.</summary>
internal sealed record RecordedOutcome
{
    /// <summary>Key of the document.</summary>
    public required string DocumentKey { get; init; }

    /// <summary>State of the document now.</summary>
    public required DocumentState State { get; init; }

    /// <summary>Why it is stopped; empty where it is not.</summary>
    public required string ReasonCode { get; init; }

    /// <summary>The same as a sentence, with the next step.</summary>
    public required string Message { get; init; }

    /// <summary>True where the outcome changed the document.</summary>
    public required bool IsChange { get; init; }

    /// <summary>True where the read-back could be read and names a record.</summary>
    public required bool IsRecord { get; init; }

    /// <summary>The document that waited for this one; null where none did.</summary>
    public Guid? ReleasedId { get; init; }

    /// <summary>That document, and those that wait for it.</summary>
    public IReadOnlyList<Entity> Released { get; init; } = [];
}
