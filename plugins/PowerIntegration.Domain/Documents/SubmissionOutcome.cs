namespace PowerIntegration.Domain.Documents;

/// <summary>What the gateway reports of a submission; the words of <c>pint_RecordOutcome</c> are these names with a small letter.</summary>
public enum SubmissionOutcome
{
    /// <summary>Everything is in the target system; whether it is finished, and ours, is for the read-back to say.</summary>
    Submitted,

    /// <summary>Everything is in the target system and was read back finished.</summary>
    Posted,

    /// <summary>The target system said no.</summary>
    Refused,

    /// <summary>The call ended early, and nothing of the document is in the target system or can still come there.</summary>
    NotSent,

    /// <summary>The call ended early; something is or may be in the target system, and nothing is on its way.</summary>
    Open,

    /// <summary>The call ended early while a request was on its way: the claim stays until its lease ends.</summary>
    OnItsWay,
}
