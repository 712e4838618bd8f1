using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.Dates;

namespace PowerIntegration.Domain.Law.PayWhenPaid;

/// <summary>An invoice in Oracle whose payment may have to wait.</summary>
public sealed record PayableInvoice
{
    /// <summary>How sentences name the invoice.</summary>
    public required string Name { get; init; }

    /// <summary>Currency.</summary>
    public required Currency Currency { get; init; }

    /// <summary>True once Oracle shows it with equal amounts, validated. Nothing is held before that.</summary>
    public required bool IsPosted { get; init; }

    /// <summary>Invoice date.</summary>
    public required CalendarDate InvoiceDate { get; init; }

    /// <summary>Day on which it is due without any clause, by contract or statute.</summary>
    public required CalendarDate DueDate { get; init; }

    /// <summary>What it pays, tax included.</summary>
    public required decimal Amount { get; init; }

    /// <summary>What of it was released to payment before.</summary>
    public required decimal Released { get; init; }

    /// <summary>What the owner paid for it so far.</summary>
    public IReadOnlyList<OwnerReceipt> Receipts { get; init; } = [];

    /// <summary>Name of the Oracle hold that keeps it from being paid.</summary>
    public required string HoldName { get; init; }

    /// <summary>True where Oracle can pay a part of it, by instalments of its own.</summary>
    public required bool CanSplit { get; init; }

    /// <summary>True where a person recorded that the owner is insolvent.</summary>
    public bool IsOwnerInsolvent { get; init; }
}
