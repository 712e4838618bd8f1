using PowerIntegration.Domain.Amounts;

namespace PowerIntegration.Domain.ContractBilling.Retainage;

/// <summary>How far an approved retainage may be from what the terms compute.</summary>
public static class RetainageTolerance
{
    /// <summary>The most applications whose rounding may add up; a larger difference is not rounding.</summary>
    public const int RoundedApplicationsMax = 60;

    /// <summary>
    /// What rounding alone may explain on one line. The source rounds each period's amount on work and on stored materials, the terms round the
    /// amount to date: half a minor unit for each bucket and application, and for the terms once more.
    /// </summary>
    /// <param name="applicationNumber">Number of the application.</param>
    /// <param name="currency">The contract's currency.</param>
    public static decimal Of(int applicationNumber, Currency currency)
    {
        var applications = Math.Min(Math.Max(applicationNumber, 1), RoundedApplicationsMax);
        return 2 * (applications + 1) * Rounding.HalfMinorUnit(currency);
    }
}
