using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Replay;

/// <summary>What a person reads about a replay.</summary>
public sealed record TermsReplayAnswer
{
    /// <summary>Wire code of the reason why nothing was replayed; empty where it was.</summary>
    public string ReasonCode { get; init; } = "";

    /// <summary>The result, the differences that need a look, and the proposals, one line of text each.</summary>
    public required string Message { get; init; }

    /// <summary>How many applications were replayed.</summary>
    public int Applications { get; init; }

    /// <summary>How many figures differ.</summary>
    public int Differences { get; init; }

    /// <summary>The differences of the payments, added without their signs.</summary>
    public decimal Amount { get; init; }

    /// <summary>The differences as JSON.</summary>
    public string DifferencesJson { get; init; } = "[]";

    /// <summary>The proposals as JSON.</summary>
    public string ProposalJson { get; init; } = "{}";

    /// <summary>Nothing was replayed.</summary>
    public static TermsReplayAnswer Of(Refusal refusal) => new() { ReasonCode = refusal.WireCode, Message = refusal.Sentence };
}
