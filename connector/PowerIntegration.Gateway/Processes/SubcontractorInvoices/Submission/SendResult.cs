using PowerIntegration.Gateway.Problems;
using PowerIntegration.Gateway.Processes.SubcontractorInvoices.Oracle.Wire;

namespace PowerIntegration.Gateway.Processes.SubcontractorInvoices.Submission;

/// <summary>How far bringing one invoice into Oracle came.</summary>
internal abstract record SendResult
{
    private SendResult() { }

    /// <summary>All of it is in Oracle: made now, or found there.</summary>
    /// <param name="Invoices">What the last look-up said of each document.</param>
    /// <param name="Remark">Why one is not validated, or null.</param>
    internal sealed record InOracle(IReadOnlyList<OracleInvoiceWire> Invoices, string? Remark) : SendResult;

    /// <summary>Oracle said no to one document.</summary>
    /// <param name="Sentence">Its words.</param>
    /// <param name="InvoiceNumber">Which document.</param>
    /// <param name="Taken">What it has of the others.</param>
    internal sealed record Refused(string Sentence, string InvoiceNumber, IReadOnlyList<OracleInvoiceWire> Taken) : SendResult;

    /// <summary>Oracle never looked at it: it asked to wait, was not reached, or did not take our sign-in.</summary>
    internal sealed record TurnedAway(ProblemKind Kind, string Sentence) : SendResult;

    /// <summary>The call ends before the outcome is known.</summary>
    /// <param name="ReasonCode">Code of the cause.</param>
    /// <param name="Sentence">The cause.</param>
    /// <param name="MayBeOnItsWay">Whether a request of ours may still reach Oracle, so that the claim must stand until its lease ends.</param>
    internal sealed record Pending(string ReasonCode, string Sentence, bool MayBeOnItsWay) : SendResult;
}
