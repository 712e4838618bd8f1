using PowerIntegration.Domain.ContractBilling.Documents;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Preview;

/// <summary>The answer of a dry run. Nothing of it is stored.</summary>
public sealed record PreviewAnswer
{
    /// <summary>The state that the document would get, or <c>NothingToPost</c> where there is nothing to do and nothing is wrong.</summary>
    public required string State { get; init; }

    /// <summary>Why it would be stopped, in wire spelling; empty where it would not.</summary>
    public string ReasonCode { get; init; } = "";

    /// <summary>The same for people.</summary>
    public required string Message { get; init; }

    /// <summary>What would be payable, in the major unit; null where nothing was computed.</summary>
    public decimal? Amount { get; init; }

    /// <summary>ISO currency code of the amount; null where nothing was computed.</summary>
    public string? Currency { get; init; }

    /// <summary>Certificate and continuation sheet as text; empty where nothing was computed.</summary>
    public string Certificate { get; init; } = "";

    /// <summary>Identities with both sides, origins and journals as text; empty where nothing was computed.</summary>
    public string Proof { get; init; } = "";

    /// <summary>What Oracle would get; empty where nothing was computed or nothing moves.</summary>
    public IReadOnlyList<BillingDocument> Documents { get; init; } = [];

    /// <summary>The answer that a refusal makes.</summary>
    /// <param name="refusal">Why nothing was computed.</param>
    public static PreviewAnswer Of(Refusal refusal) =>
        new()
        {
            State = refusal.State.ToString(),
            ReasonCode = refusal.WireCode,
            Message = refusal.Sentence,
        };
}
