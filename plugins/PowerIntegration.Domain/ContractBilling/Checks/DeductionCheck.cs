using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Reasons;
using PowerIntegration.Domain.ContractBilling.Sheet;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.ContractBilling.Checks;

/// <summary>Whether every deduction after line 8 has an amount, an account and an approver.</summary>
internal static class DeductionCheck
{
    public static IEnumerable<Refusal> Of(ContractTerms terms, Application application)
    {
        foreach (var deduction in application.Deductions)
        {
            if (deduction.Amount <= 0m || string.IsNullOrEmpty(deduction.Account) || string.IsNullOrEmpty(deduction.ApprovedBy))
            {
                yield return new Refusal(
                    BillingReasons.DeductionIncomplete,
                    $"{BillingSheet.NameOf(terms, application)}: {Sentence.Words(deduction.Kind)} {Sentence.Quoted(deduction.Name)} of "
                        + $"{Sentence.Amount(deduction.Amount)}{(terms.Currency is { } code ? " " + code : "")} has account "
                        + $"{Sentence.Quoted(deduction.Account)} and approver "
                        + $"{Sentence.Quoted(deduction.ApprovedBy)}. Enter an amount above zero, an account and an approver."
                );
            }
        }
    }
}
