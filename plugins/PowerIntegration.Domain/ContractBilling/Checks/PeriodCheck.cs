using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Reasons;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.ContractBilling.Checks;

/// <summary>
/// Whether the period ends on or after the end of the last posted period. A correction and a release of its own begin no new period.
/// </summary>
internal static class PeriodCheck
{
    public static void Run(ContractLedger ledger, Application application, string name, RefusalList refusals)
    {
        if (application.Number > ledger.LastPostedNumber && application.PeriodEnd is { } end && ledger.LastPeriodEnd is { } before && end < before)
        {
            refusals.Add(
                BillingReasons.PeriodBackward,
                Sentence.Of(
                    $"{name}: the period ends on {end}, before the period of application {ledger.LastPostedNumber}, which ends on {before}. ",
                    $"Correct the period that is wrong."
                ),
                new InputPlace(null, "end of the period") { Allowed = $"{before} or later", AcceptedText = before.ToString() }
            );
        }
    }
}
