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
                $"{name}: the opening balance lines total {Sentence.Amount(gross)} gross and {Sentence.Amount(held)} retainage, but "
                    + $"the last application has {Sentence.Amount(opening.Gross)} and {Sentence.Amount(opening.Retainage)}, "
                    + $"Oracle has {Sentence.Amount(opening.OracleGross)} gross, and the retainage account has "
                    + $"{Sentence.Amount(opening.RetainageAccount)}. Find and correct the difference before billing."
            );
    }
}
