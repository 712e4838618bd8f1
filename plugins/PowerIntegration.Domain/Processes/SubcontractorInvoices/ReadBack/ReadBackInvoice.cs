using PowerIntegration.Domain.Dates;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.ReadBack;

/// <summary>What Oracle says about an invoice after it was created and validated.</summary>
public sealed record ReadBackInvoice
{
    /// <summary>Oracle's id of the invoice.</summary>
    public required string InvoiceId { get; init; }

    /// <summary>What kind of document it is: <c>StandardInvoice</c>, <c>CreditMemo</c> or <c>DebitMemo</c>, else Oracle's own word.</summary>
    public required string Kind { get; init; }

    /// <summary>True where it is canceled.</summary>
    public bool IsCancelled { get; init; }

    /// <summary>Invoice number.</summary>
    public required string InvoiceNumber { get; init; }

    /// <summary>Vendor.</summary>
    public required string Supplier { get; init; }

    /// <summary>Supplier site.</summary>
    public required string VendorSite { get; init; }

    /// <summary>Business unit.</summary>
    public required string BusinessUnit { get; init; }

    /// <summary>ISO currency code.</summary>
    public required string Currency { get; init; }

    /// <summary>Description, which ends with our mark where the invoice was made here; null where it has none.</summary>
    public string? Description { get; init; }

    /// <summary>Invoice amount in the major unit.</summary>
    public required decimal InvoiceAmount { get; init; }

    /// <summary>Invoice date.</summary>
    public required CalendarDate InvoiceDate { get; init; }

    /// <summary>Accounting date.</summary>
    public required CalendarDate AccountingDate { get; init; }

    /// <summary>Validation status, in Oracle's words.</summary>
    public required string ValidationStatus { get; init; }

    /// <summary>Approval status, in Oracle's words.</summary>
    public required string ApprovalStatus { get; init; }

    /// <summary>Paid status, in Oracle's words.</summary>
    public required string PaidStatus { get; init; }

    /// <summary>Its holds, open and released; empty where none were asked for.</summary>
    public IReadOnlyList<ReadBackHold> Holds { get; init; } = [];

    /// <summary>The lines.</summary>
    public required IReadOnlyList<ReadBackLine> Lines { get; init; }
}
