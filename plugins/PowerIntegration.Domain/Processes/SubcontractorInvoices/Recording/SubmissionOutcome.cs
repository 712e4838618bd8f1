namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Recording;

/// <summary>What the gateway reports of a submission.</summary>
public enum SubmissionOutcome
{
    /// <summary>The invoice exists in Oracle; whether it is validated is for the read-back to say.</summary>
    Submitted,

    /// <summary>The invoice exists in Oracle and was read back after validation.</summary>
    Posted,

    /// <summary>Oracle did not take the invoice; nothing exists.</summary>
    Refused,

    /// <summary>The call ended early, and nothing of the document is in Oracle or can still come there.</summary>
    NotSent,

    /// <summary>The call ended early; something is or may be in Oracle, and nothing is on its way.</summary>
    Open,

    /// <summary>The call ended early while a request was on its way: the claim stays until its lease ends.</summary>
    OnItsWay,
}
