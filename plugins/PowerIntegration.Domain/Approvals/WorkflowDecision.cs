using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Approvals;

/// <summary>A decision that was recorded, as it is passed on to a Procore workflow.</summary>
public sealed record WorkflowDecision
{
    /// <summary>How long a decision is passed on: a workflow that has not come to the step by then is a person's to look at.</summary>
    public static readonly TimeSpan WaitingMax = TimeSpan.FromDays(14);

    // A comment of Procore's is shown whole; more than a page is read by nobody.
    private const int CommentLengthMax = 2000;

    /// <summary>Title of the request that was answered; no two have the same.</summary>
    public required string Title { get; init; }

    /// <summary>What was decided.</summary>
    public required ApprovalState State { get; init; }

    /// <summary>Name of who decided.</summary>
    public required string Who { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime On { get; init; }

    /// <summary>What the person wrote; null where nothing.</summary>
    public string? Comments { get; init; }

    /// <summary>True where it was decided at all.</summary>
    public static bool IsDecided(ApprovalState state) => state is ApprovalState.Approved or ApprovalState.Rejected;

    /// <summary>True where it was approved.</summary>
    public bool IsApproved => State == ApprovalState.Approved;

    /// <summary>What Procore shows with the answer of the integration account: who really decided. The same decision is the same text.</summary>
    public string Comment =>
        Sentence.Fit(
            Sentence.Of($"{Title}: {(IsApproved ? "approved" : "rejected")} in Microsoft Teams by {Who} on {On:yyyy-MM-dd} at {On:HH:mm:ss} UTC")
                + Approvals.Comment.Quoted(Comments),
            CommentLengthMax
        );

    /// <summary>What a result means at a time: who waits for long enough does not wait any more.</summary>
    public WorkflowAnswer Settled(WorkflowAnswer answer, DateTime now) =>
        answer == WorkflowAnswer.Waiting && On + WaitingMax <= now ? WorkflowAnswer.NotGiven : answer;
}
