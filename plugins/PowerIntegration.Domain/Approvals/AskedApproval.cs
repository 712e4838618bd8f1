using PowerIntegration.Domain.Users;

namespace PowerIntegration.Domain.Approvals;

/// <summary>One request for approval with what Microsoft Approvals shows of it.</summary>
public sealed record AskedApproval
{
    /// <summary>How sentences name the request.</summary>
    public required string Name { get; init; }

    /// <summary>Where it stands.</summary>
    public required ApprovalState State { get; init; }

    /// <summary>Why it ended; null where it did not.</summary>
    public string? Reason { get; init; }

    /// <summary>Who is asked.</summary>
    public required Person Assignee { get; init; }

    /// <summary>Key of the authority that allows the person to approve.</summary>
    public required string AuthorityKey { get; init; }

    /// <summary>When it was asked, UTC; null where it was not.</summary>
    public DateTime? AskedOn { get; init; }

    /// <summary>Id of the answer that is recorded; null where none is.</summary>
    public string? ResponseId { get; init; }

    /// <summary>Hash of the content that is to be approved.</summary>
    public required string ContentHash { get; init; }

    /// <summary>Hash of what the document has frozen now; null where it waits for no approval.</summary>
    public string? AwaitedHash { get; init; }

    /// <summary>What Microsoft Approvals shows that differs from what was asked, such as <c>title</c>; empty where nothing does.</summary>
    public IReadOnlyList<string> Differences { get; init; } = [];
}
