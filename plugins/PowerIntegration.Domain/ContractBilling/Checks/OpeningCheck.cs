using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Reasons;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.ContractBilling.Checks;

/// <summary>Whether the opening balances of a running contract tie to the last application, to Oracle and to the retainage account.</summary>
internal static class OpeningCheck
{
    public static Refusal? Ties(ContractLedger ledger, OpeningBalance opening, string name)
    {
        var gross = ledger.Lines.Sum(line => line.Posted.Gross);
        var held = ledger.Lines.Sum(line => line.Posted.Retainage.Total);
        return gross == opening.Gross && gross == opening.OracleGross && held == opening.Retainage && held == opening.RetainageAccount
            ? null
            : new Refusal(
                BillingReasons.OpeningDiffers,
                $"{name}: the opening balance lines total {Amount(gross)} gross and {Amount(held)} retainage, but "
                    + $"the last application has {Amount(opening.Gross)} and {Amount(opening.Retainage)}, "
                    + $"Oracle has {Amount(opening.OracleGross)} gross, and the retainage account has "
                    + $"{Amount(opening.RetainageAccount)}. Find and correct the difference before billing."
            );

        string Amount(decimal amount) => Sentence.Amount(amount) + " " + ledger.Currency;
    }
}
