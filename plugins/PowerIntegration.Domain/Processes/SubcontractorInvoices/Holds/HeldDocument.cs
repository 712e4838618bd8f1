using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Users;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Holds;

/// <summary>A document and its payment hold as its row says.</summary>
public sealed record HeldDocument
{
    /// <summary>Name of the document.</summary>
    public required string Name { get; init; }

    /// <summary>Its state.</summary>
    public required DocumentState State { get; init; }

    /// <summary>What it pays.</summary>
    public decimal? Amount { get; init; }

    /// <summary>ISO currency code.</summary>
    public required string Currency { get; init; }

    /// <summary>True where it posted with a payment hold.</summary>
    public required bool IsPlaced { get; init; }

    /// <summary>The day on which payment is due even if the owner has not paid; null where only people release the hold.</summary>
    public CalendarDate? Until { get; init; }

    /// <summary>What sets that day; null where there is none.</summary>
    public string? Basis { get; init; }

    /// <summary>Who requested the release; null where no one did.</summary>
    public Person? RequestedBy { get; init; }

    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    /// <summary>The second person; null where no one confirmed.</summary>
    public Person? ConfirmedBy { get; init; }

    /// <summary>True where the release left for Oracle.</summary>
    public bool IsSent { get; init; }

    /// <summary>Why it was released; null where it was not.</summary>
    public string? ReleasedWhy { get; init; }

    /// <summary>True where the hold still is to be looked after: a reversal by credit leaves it on the invoice.</summary>
    public bool IsOpen => IsPlaced && ReleasedWhy is null && (State is DocumentState.Posted or DocumentState.Reversed);
}
