using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Sheet;

namespace PowerIntegration.Domain.ContractBilling.Proofs;

/// <summary>What the application releases, against what its lines pay of it: a lost punch-list hold is paid, and shows here.</summary>
internal static class ReleaseIdentity
{
    public static IEnumerable<ProofIdentity> Of(BillingSheet sheet, ProofSums sums)
    {
        if (sheet.Application.Release is not { } release)
        {
            yield break;
        }

        decimal? asked = release switch
        {
            RetainageRelease.Total total => total.Amount,
            RetainageRelease.ByLine lines => lines.Lines.Sum(line => line.Amount),
            _ => null,
        };
        if (asked is { } amount)
        {
            yield return new ProofIdentity("The lines pay the release less its punch-list hold", sums.Released, amount - release.PunchListHold);
        }
        else if (sheet.Application.Header is null)
        {
            // A rounding difference of a certified header changes what is held after the release.
            var kept = release is RetainageRelease.DownTo target ? target.Held : 0m;
            yield return new ProofIdentity(
                "Retainage stays held as the release says, with its punch-list hold",
                sums.Held,
                kept + release.PunchListHold
            );
        }
    }
}
