using PowerIntegration.Gateway.Procore.Wire;

namespace PowerIntegration.Gateway.Processes.SubcontractorInvoices.Procore.Wire;

/// <summary>The certificate of a requisition, wire block <c>summary</c>.</summary>
internal sealed record G702Wire(
    WireAmount OriginalContractSum,
    WireAmount NetChangeByChangeOrders,
    WireAmount ContractSumToDate,
    WireAmount TotalCompletedAndStoredToDate,
    WireAmount TotalRetainage,
    WireAmount LessPreviousCertificatesForPayment,
    WireAmount CurrentPaymentDue,
    WireAmount TaxApplicableToThisPayment
);
