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
}
