namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.ReadBack;

/// <summary>An invoice in Oracle's words: every value is the text that Oracle sent, unread; null where it sent none.</summary>
public sealed record ReadBackWords
{
    /// <summary>Oracle's id of the invoice.</summary>
    public required string? InvoiceId { get; init; }

    /// <summary>What kind of document it is, as <see cref="ReadBackInvoice.Kind"/> has it.</summary>
    public required string? Kind { get; init; }

    /// <summary><c>true</c> where it is canceled, else <c>false</c>.</summary>
    public required string? Cancelled { get; init; }

    /// <summary>Invoice number.</summary>
    public required string? InvoiceNumber { get; init; }

    /// <summary>Vendor.</summary>
    public required string? Supplier { get; init; }

    /// <summary>Supplier site.</summary>
    public required string? SupplierSite { get; init; }

    /// <summary>Business unit.</summary>
    public required string? BusinessUnit { get; init; }

    /// <summary>ISO currency code.</summary>
    public required string? Currency { get; init; }

    /// <summary>Invoice amount in the major unit.</summary>
    public required string? InvoiceAmount { get; init; }

    /// <summary>Invoice date.</summary>
    public required string? InvoiceDate { get; init; }

    /// <summary>Accounting date.</summary>
    public required string? AccountingDate { get; init; }

    /// <summary>Validation status.</summary>
    public required string? ValidationStatus { get; init; }

    /// <summary>Approval status.</summary>
    public required string? ApprovalStatus { get; init; }

    /// <summary>Paid status.</summary>
    public required string? PaidStatus { get; init; }

    /// <summary>Description.</summary>
    public required string? Description { get; init; }

    /// <summary>Its holds, open and released; empty where none were asked for.</summary>
    public IReadOnlyList<ReadBackHold> Holds { get; init; } = [];

    /// <summary>The lines.</summary>
    public required IReadOnlyList<ReadBackLineWords> Lines { get; init; }
}
