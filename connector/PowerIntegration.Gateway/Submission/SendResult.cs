using PowerIntegration.Gateway.Problems;

namespace PowerIntegration.Gateway.Submission;

/// <summary>How far bringing one part, or all of a document, into the target system came.</summary>
internal abstract record SendResult
{
    private SendResult() { }

    /// <summary>It is there: made now, or found there.</summary>
    /// <param name="Records">What the last look-up said of each part.</param>
    /// <param name="Remark">Why one is not finished, or null.</param>
    internal sealed record InTarget(IReadOnlyList<Found> Records, string? Remark) : SendResult
    {
        /// <summary>Reason code of the remark; null where it has none.</summary>
        public string? Code { get; init; }
    }

    /// <summary>The number of a part is used by a record that this product did not create.</summary>
    /// <param name="Other">That record.</param>
    /// <param name="Ours">What is there of the parts before.</param>
    internal sealed record Taken(Found Other, IReadOnlyList<Found> Ours) : SendResult;

    /// <summary>The system said no to one part.</summary>
    /// <param name="Sentence">Its words.</param>
    /// <param name="Part">Which part.</param>
    /// <param name="Records">What it has of the others, and of the part where it is acted on.</param>
    internal sealed record Refused(string Sentence, TargetPart Part, IReadOnlyList<Found> Records) : SendResult;

    /// <summary>The system never looked at it: it asked to wait, was not reached, or refused the sign-in.</summary>
    internal sealed record TurnedAway(ProblemKind Kind, string Sentence, IReadOnlyList<Found> Records) : SendResult;

    /// <summary>The call ends before the outcome is known.</summary>
    /// <param name="ReasonCode">Code of the cause.</param>
    /// <param name="Sentence">The cause.</param>
    /// <param name="IsOnItsWay">Whether a request may still reach the system, so that the claim must stay until its lease ends.</param>
    /// <param name="Records">What is known to be there.</param>
    internal sealed record Pending(string ReasonCode, string Sentence, bool IsOnItsWay, IReadOnlyList<Found> Records) : SendResult;
}
