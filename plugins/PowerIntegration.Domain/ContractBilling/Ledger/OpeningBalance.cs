using PowerIntegration.Domain.Dates;

namespace PowerIntegration.Domain.ContractBilling.Ledger;

/// <summary>The tie-out figures of a running contract at cutover: its ledger lines hold the balances, and a controller signs that they tie.</summary>
/// <param name="Date">Cutover date.</param>
/// <param name="Gross">Gross to date by the last approved application.</param>
/// <param name="Retainage">Retainage held by the last approved application.</param>
/// <param name="OracleGross">Gross as posted in Oracle.</param>
/// <param name="RetainageAccount">Balance of the retainage account for the contract.</param>
/// <param name="SignedBy">The controller; null where they are not signed.</param>
public sealed record OpeningBalance(
    CalendarDate Date,
    decimal Gross,
    decimal Retainage,
    decimal OracleGross,
    decimal RetainageAccount,
    string? SignedBy
);
