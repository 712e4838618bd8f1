using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Reasons;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.ContractBilling.Checks;

/// <summary>Whether the lines with which a running contract begins tie to the last application, to Oracle and to the retainage account.</summary>
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
                $"{name}: the opening lines make {Sentence.Amount(gross)} gross and {Sentence.Amount(held)} retainage; "
                    + $"the last application says {Sentence.Amount(opening.Gross)} and {Sentence.Amount(opening.Retainage)}, "
                    + $"Oracle {Sentence.Amount(opening.OracleGross)}, the retainage account "
                    + $"{Sentence.Amount(opening.RetainageAccount)}. Find the difference before anything posts."
            );
    }
}
