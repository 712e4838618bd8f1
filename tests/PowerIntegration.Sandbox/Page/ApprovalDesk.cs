using System.Text.Json.Nodes;
using PowerIntegration.Local.Approvals;

namespace PowerIntegration.Sandbox.Page;

/// <summary>What one person finds on the page of approvals.</summary>
internal sealed record ApprovalDesk
{
    /// <summary>What waits for an answer, the oldest first.</summary>
    public required IReadOnlyList<OpenApproval> Waiting { get; init; }

    /// <summary>What the person answered, the newest first.</summary>
    public required IReadOnlyList<AnsweredApproval> Answered { get; init; }

    /// <summary>The product's requests to the person: rows of <c>pint_approval</c>. Null where the person may not read them.</summary>
    public required IReadOnlyList<JsonObject>? Requests { get; init; }

    /// <summary>The answer that led to the page; null where none did.</summary>
    public AnsweredApproval? Just { get; init; }

    /// <summary>Whether the person may read the product's requests.</summary>
    public bool IsReadable => Requests is not null;

    /// <summary>The product's request behind an approval; null where there is none, or none that the person may read.</summary>
    /// <param name="approvalId">The approval.</param>
    public JsonObject? OutcomeOf(Guid approvalId) =>
        Requests?.FirstOrDefault(request => Guid.TryParse(PageFrame.Text(request, "pint_requestname"), out var id) && id == approvalId);
}
