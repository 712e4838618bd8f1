using PowerIntegration.Domain.Dates;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;

/// <summary>The named hold in Payables under which payment waits for the owner's. It allows accounting, so that the invoice posts on time.</summary>
public sealed record PaymentHold
{
    /// <summary>Most characters of <see cref="Reason"/>: as many as leave for Oracle.</summary>
    public const int ReasonMax = 240;

    /// <summary>Name of the hold in Oracle.</summary>
    public required string HoldName { get; init; }

    /// <summary>Name of the release in Oracle.</summary>
    public required string ReleaseName { get; init; }

    /// <summary>Why payment waits; Payables reads it on the hold.</summary>
    public required string Reason { get; init; }

    /// <summary>The day on which payment is due even if the owner has not paid; null where only people release the hold.</summary>
    public CalendarDate? Until { get; init; }

    /// <summary>What sets that day: the rule of law with its source, or the contract; null where there is none.</summary>
    public string? Basis { get; init; }

    /// <summary>Days after the owner's receipt when payment is due.</summary>
    public required int PassThroughDays { get; init; }

    /// <summary>Key of the rule of law that was applied to the clause; null where none was.</summary>
    public string? RuleKey { get; init; }
}
