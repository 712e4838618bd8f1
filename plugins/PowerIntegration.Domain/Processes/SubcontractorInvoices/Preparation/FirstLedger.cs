using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;

/// <summary>The ledger of a commitment on which nothing is posted.</summary>
public static class FirstLedger
{
    /// <summary>No lines; the original contract sum is line 1 of the first application, or its contract sum where it does not say line 1.</summary>
    /// <param name="currency">ISO currency code of the commitment.</param>
    /// <param name="source">The first application.</param>
    public static ContractLedger Of(string currency, SourceInvoice source) =>
        new()
        {
            Currency = currency,
            OriginalContractSum = source.OriginalContractSum ?? source.ContractSumToDate - (source.NetChangeOrders ?? 0m) ?? 0m,
            Lines = [],
        };
}
