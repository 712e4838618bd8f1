using PowerIntegration.Domain.Duplicates;

namespace PowerIntegration.Domain.Documents;

/// <summary>Everything that one claim is decided from.</summary>
public sealed record ClaimFacts
{
    /// <summary>Name of the document.</summary>
    public required string Name { get; init; }

    /// <summary>State.</summary>
    public required DocumentState State { get; init; }

    /// <summary>Hash of what is frozen; null where nothing is.</summary>
    public string? ContentHash { get; init; }

    /// <summary>Hash of what the caller loaded and would send.</summary>
    public required string SentHash { get; init; }

    /// <summary>True where accounting is closing the period into which it would post, and no record of it is known in the target system.</summary>
    public bool IsCutOff { get; init; }

    /// <summary>What it was prepared with and is another version now, such as <c>commitment</c>; empty where nothing is.</summary>
    public IReadOnlyList<string> ChangedVersions { get; init; } = [];

    /// <summary>True where it was frozen to be approved in Teams and no one has approved this content.</summary>
    public bool IsApprovalMissing { get; init; }

    /// <summary>
    /// Invoices of the supplier with its amount that the target system shows, that were not compared with it yet and that no document of the product
    /// made.
    /// </summary>
    public IReadOnlyList<FoundPayable> NewAlike { get; init; } = [];

    /// <summary>True where an earlier call sent it.</summary>
    public bool IsSent { get; init; }

    /// <summary>Why it is held; null where it is not.</summary>
    public string? ReasonCode { get; init; }

    /// <summary>Who has it; null if no one has.</summary>
    public string? ClaimedBy { get; init; }

    /// <summary>Until when, UTC.</summary>
    public DateTime? LeaseUntil { get; init; }

    /// <summary>Name of the claim that is asked for.</summary>
    public required string Claim { get; init; }

    /// <summary>Now by the clock of the server, UTC.</summary>
    public required DateTime Now { get; init; }
}
