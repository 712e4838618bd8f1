using PowerIntegration.Domain.ContractBilling.Applications;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;

/// <summary>The amounts that the arithmetic needs.</summary>
internal static class SourceFields
{
    public static IReadOnlyList<SourceField> OfHeader(SourceInvoice invoice) =>
        [
            new("contract sum to date (contract_sum_to_date)", invoice.ContractSumToDate),
            new("total completed and stored to date (total_completed_and_stored_to_date)", invoice.GrossToDate),
            new("total retainage (total_retainage)", invoice.RetainageToDate),
            new("less previous certificates for payment (less_previous_certificates_for_payment)", invoice.PreviousCertificates),
            new("current payment due (current_payment_due)", invoice.CertifiedPayment),
            new("tax (tax_applicable_to_this_payment)", invoice.TaxAmount),
        ];

    public static IReadOnlyList<SourceField> OfLine(SourceInvoiceLine line) =>
        [
            new("scheduled value (scheduled_value)", line.ScheduledValue),
            new("work completed from previous application (work_completed_from_previous_application)", line.WorkPrevious),
            new("work completed this period (work_completed_this_period)", line.WorkThisPeriod),
            new("materials presently stored (materials_presently_stored)", line.MaterialsStored),
            new("total completed and stored to date (total_completed_and_stored_to_date)", line.CompletedToDate),
            new("total completed and stored from previous (total_completed_and_stored_to_date_from_previous)", line.CompletedPrevious),
            new("work retainage currently retained (work_completed_retainage_currently_retained)", line.WorkRetainageHeld),
            new("stored materials retainage currently retained (materials_stored_retainage_currently_retained)", line.StoredRetainageHeld),
        ];
}
