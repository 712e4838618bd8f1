using PowerIntegration.Gateway.Oracle.Wire;
using PowerIntegration.Gateway.Problems;

namespace PowerIntegration.Gateway.Submission;

/// <summary>How far bringing one invoice into Oracle came.</summary>
internal abstract record SendResult
{
    private SendResult()
    {
    }

    /// <summary>It is in Oracle: made now, or found there.</summary>
    /// <param name="Invoice">What the last look-up said.</param>
    /// <param name="Remark">Why it is not validated, or null.</param>
    internal sealed record InOracle(OracleInvoiceWire Invoice, string? Remark) : SendResult;

    /// <summary>Oracle said no and has no such invoice.</summary>
    internal sealed record Refused(string Sentence) : SendResult;

    /// <summary>Oracle never looked at it: it asked to wait, was not reached, or did not take our sign-in.</summary>
    internal sealed record TurnedAway(ProblemKind Kind, string Sentence) : SendResult;

    /// <summary>The call ends before the outcome is known.</summary>
    /// <param name="ReasonCode">Code of the cause.</param>
    /// <param name="Sentence">The cause.</param>
    /// <param name="MayBeOnItsWay">Whether a request of ours may still reach Oracle, so that the claim must stand until its lease ends.</param>
    internal sealed record Pending(string ReasonCode, string Sentence, bool MayBeOnItsWay) : SendResult;
}
