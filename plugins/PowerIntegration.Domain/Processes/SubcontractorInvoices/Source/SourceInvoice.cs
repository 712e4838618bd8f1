using PowerIntegration.Domain.Dates;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;

/// <summary>One revision of a subcontractor invoice exactly as Procore said it. What Procore left out is null, never zero.</summary>
public sealed record SourceInvoice
{
    /// <summary>Procore's id of the requisition.</summary>
    public required string ProcoreId { get; init; }

    /// <summary>Procore's id of the vendor that bills; null where Procore named none.</summary>
    public string? ProcoreVendorId { get; init; }

    /// <summary>Sequence number within the commitment.</summary>
    public required int ApplicationNumber { get; init; }

    /// <summary>The vendor's own invoice number.</summary>
    public string? InvoiceNumber { get; init; }

    /// <summary>First day of the billing period.</summary>
    public CalendarDate? PeriodStart { get; init; }

    /// <summary>Last day of the billing period.</summary>
    public CalendarDate? PeriodEnd { get; init; }

    /// <summary>Billing date; becomes the invoice date.</summary>
    public CalendarDate? BillingDate { get; init; }

    /// <summary>Procore's status, in its wire spelling.</summary>
    public required string Status { get; init; }

    /// <summary>Who approved it, from the change history.</summary>
    public string? ApproverName { get; init; }

    /// <summary>Procore's id of who approved it.</summary>
    public string? ApproverId { get; init; }

    /// <summary>Who created it in Procore.</summary>
    public string? CreatorName { get; init; }

    /// <summary>Procore's id of who created it.</summary>
    public string? CreatorId { get; init; }

    /// <summary>Who submitted it for review, from the change history.</summary>
    public string? SubmitterName { get; init; }

    /// <summary>Procore's id of who submitted it.</summary>
    public string? SubmitterId { get; init; }

    /// <summary>When it was approved, UTC, from the change history.</summary>
    public DateTime? ApprovedOn { get; init; }

    /// <summary>Procore's flag that no further invoice follows.</summary>
    public bool Final { get; init; }

    /// <summary>ISO currency code.</summary>
    public string? Currency { get; init; }

    /// <summary>G702 line 1, in the currency's major unit.</summary>
    public decimal? OriginalContractSum { get; init; }

    /// <summary>G702 line 2, net change by change orders.</summary>
    public decimal? NetChangeOrders { get; init; }

    /// <summary>G702 line 3, in the currency's major unit.</summary>
    public decimal? ContractSumToDate { get; init; }

    /// <summary>G702 line 4, total completed and stored to date.</summary>
    public decimal? GrossToDate { get; init; }

    /// <summary>G702 line 5, total retainage held.</summary>
    public decimal? RetainageToDate { get; init; }

    /// <summary>G702 line 7, less previous certificates for payment.</summary>
    public decimal? PreviousCertificates { get; init; }

    /// <summary>G702 line 8, current payment due.</summary>
    public decimal? CertifiedPayment { get; init; }

    /// <summary>Tax applicable to this payment.</summary>
    public decimal? TaxAmount { get; init; }

    /// <summary>The lines; order carries no meaning.</summary>
    public required IReadOnlyList<SourceInvoiceLine> Lines { get; init; }
}
