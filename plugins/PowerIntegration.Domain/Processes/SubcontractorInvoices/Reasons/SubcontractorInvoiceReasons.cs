using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Reasons;

/// <summary>What stops a subcontractor invoice and no other document.</summary>
public static class SubcontractorInvoiceReasons
{
    /// <summary>No vendor of Procore is linked to the supplier that the commitment pays.</summary>
    public static ReasonCode VendorNotLinked { get; } = new("vendor-not-linked", StopState.Held, 41);

    /// <summary>Invoice, commitment and vendor link do not name one payee.</summary>
    public static ReasonCode VendorDiffers { get; } = new("vendor-differs", StopState.Held, 42);

    /// <summary>The invoice number does not fit Oracle.</summary>
    public static ReasonCode InvoiceNumberUnusable { get; } = new("invoice-number-unusable", StopState.Refused, 320);

    /// <summary>The schedule-of-values line has no purchase order line yet.</summary>
    public static ReasonCode NoPurchaseOrderLine { get; } = new("no-purchase-order-line", StopState.Held, 660);

    /// <summary>The coding of the purchase order line has not been read.</summary>
    public static ReasonCode PurchaseOrderCodingMissing { get; } = new("purchase-order-coding-missing", StopState.Held, 670);

    /// <summary>The Procore code resolves to another coding than the purchase order's.</summary>
    public static ReasonCode CodingDiffersFromPurchaseOrder { get; } = new("coding-differs-from-purchase-order", StopState.Refused, 680);

    /// <summary>The application was posted with decisions of a controller, and nothing was decided about its correction.</summary>
    public static ReasonCode CorrectionUndecided { get; } = new("correction-undecided", StopState.Held, 141);
}
