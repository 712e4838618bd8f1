namespace PowerIntegration.Domain.Approvals;

/// <summary>One answer as Microsoft Approvals keeps it.</summary>
public sealed record ApprovalAnswer
{
    /// <summary>The word for yes, with its case.</summary>
    public const string Approve = "Approve";

    /// <summary>The word for no, with its case.</summary>
    public const string Reject = "Reject";

    /// <summary>Row id.</summary>
    public required string Id { get; init; }

    /// <summary>Who answered: the owner of the row.</summary>
    public required Approver Responder { get; init; }

    /// <summary>Who wrote the row and who changed it last, in their own name and in another's: user ids.</summary>
    public required IReadOnlyList<Guid> Writers { get; init; }

    /// <summary>The applications among <see cref="Writers"/>; empty where all are people.</summary>
    public required IReadOnlyList<Guid> WriterApplications { get; init; }

    /// <summary>True where the row says another time of creation than its own.</summary>
    public required bool IsBackDated { get; init; }

    /// <summary>True where the answer is final.</summary>
    public required bool IsCommitted { get; init; }

    /// <summary>The answer.</summary>
    public required string? Response { get; init; }

    /// <summary>What the person wrote with it.</summary>
    public string? Comments { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime AnsweredOn { get; init; }
}
