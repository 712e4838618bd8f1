using PowerIntegration.Domain.ContractBilling.Applications;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;

/// <summary>The amounts that the arithmetic needs.</summary>
internal static class SourceFields
{
    public static IReadOnlyList<SourceField> OfHeader(SourceInvoice invoice) =>
        [
            new("contract sum to date", invoice.ContractSumToDate),
            new("total completed and stored to date", invoice.GrossToDate),
            new("total retainage", invoice.RetainageToDate),
            new("less previous certificates for payment", invoice.PreviousCertificates),
            new("current payment due", invoice.CertifiedPayment),
        ];

    public static SourceField Tax(SourceInvoice invoice) => new("tax", invoice.TaxAmount);

    public static IReadOnlyList<SourceField> OfLine(SourceInvoiceLine line) =>
        [
            new("scheduled value", line.ScheduledValue),
            new("work completed from previous application", line.WorkPrevious),
            new("work completed this period", line.WorkThisPeriod),
            new("materials presently stored", line.MaterialsStored),
            new("total completed and stored to date", line.CompletedToDate),
            new("total completed and stored from previous", line.CompletedPrevious),
            new("work retainage currently retained", line.WorkRetainageHeld),
            new("stored materials retainage currently retained", line.StoredRetainageHeld),
        ];
}
