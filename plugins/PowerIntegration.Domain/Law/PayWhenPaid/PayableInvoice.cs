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

    /// <summary>True after Oracle shows it with equal amounts, validated. Payment is not held before that.</summary>
    public required bool IsPosted { get; init; }

    /// <summary>Invoice date.</summary>
    public required CalendarDate InvoiceDate { get; init; }

    /// <summary>Due date without a payment clause, by contract or statute.</summary>
    public required CalendarDate DueDate { get; init; }

    /// <summary>Amount, including tax.</summary>
    public required decimal Amount { get; init; }

    /// <summary>The part already released for payment.</summary>
    public required decimal Released { get; init; }

    /// <summary>The owner's payments for it to date.</summary>
    public IReadOnlyList<OwnerReceipt> Receipts { get; init; } = [];

    /// <summary>Name of the Oracle hold on its payment; empty where Payables has none.</summary>
    public required string HoldName { get; init; }

    /// <summary>True where Oracle can pay part of it, by installments.</summary>
    public required bool CanSplit { get; init; }

    /// <summary>True where a person recorded that the owner is insolvent.</summary>
    public bool IsOwnerInsolvent { get; init; }
}
