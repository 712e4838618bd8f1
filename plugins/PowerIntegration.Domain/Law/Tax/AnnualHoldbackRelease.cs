using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Law.Jurisdiction;
using PowerIntegration.Domain.Law.Reasons;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Law.Tax;

/// <summary>Amounts and days of paying out a statutory holdback for a year. It is an instruction to pay and never delays posting.</summary>
public sealed record AnnualHoldbackRelease
{
    private AnnualHoldbackRelease() { }

    /// <summary>The anniversary of the contract.</summary>
    public CalendarDate Anniversary { get; private init; }

    /// <summary>Last day to publish the notice.</summary>
    public CalendarDate LastDayToPublish { get; private init; }

    /// <summary>First day of payment; null until the notice is published.</summary>
    public CalendarDate? PayNotBefore { get; private init; }

    /// <summary>Last day of payment; null until the notice is published.</summary>
    public CalendarDate? PayNotAfter { get; private init; }

    /// <summary>Days for each lower tier to pay.</summary>
    public int PassThroughDays { get; private init; }

    /// <summary>Holdback paid out.</summary>
    public decimal Accrued { get; private init; }

    /// <summary>Tax on it.</summary>
    public decimal Tax { get; private init; }

    /// <summary>Both together.</summary>
    public decimal Payable => Accrued + Tax;

    /// <summary>Why nothing may be paid yet; null where payment is due within the days above.</summary>
    public Refusal? Blocked { get; private init; }

    /// <summary>Computes a release.</summary>
    /// <param name="rule">The days, from a verified rule.</param>
    /// <param name="holdback">The facts.</param>
    public static AnnualHoldbackRelease Of(RuleEffect.HoldbackRelease rule, AnnualHoldback holdback)
    {
        Invariant.Require(holdback.Anniversary > 0, "Anniversaries are counted from 1.");
        Invariant.Require(Rounding.IsInMinorUnits(holdback.Accrued, holdback.Currency), "A holdback is in minor units.");
        var anniversary = CalendarDate.FromDateTime(holdback.ContractDate.ToDateTime().AddYears(holdback.Anniversary));
        var lastDay = anniversary.AddDays(rule.NoticeDays);
        return new AnnualHoldbackRelease
        {
            Anniversary = anniversary,
            LastDayToPublish = lastDay,
            PayNotBefore = holdback.NoticePublished?.AddDays(rule.PayFromDays),
            PayNotAfter = holdback.NoticePublished?.AddDays(rule.PayToDays),
            PassThroughDays = rule.PassThroughDays,
            Accrued = holdback.Accrued,
            Tax = Rounding.ToMinorUnit(holdback.Accrued * holdback.TaxRate, holdback.Currency),
            Blocked = Block(rule, holdback, anniversary, lastDay),
        };
    }

    private static Refusal? Block(RuleEffect.HoldbackRelease rule, AnnualHoldback holdback, CalendarDate anniversary, CalendarDate lastDay)
    {
        if (holdback.Anniversary < rule.FirstAnniversary)
        {
            return Blocking(
                holdback,
                $"can release holdback from anniversary {Sentence.Of($"{rule.FirstAnniversary}")} only, and {anniversary} is earlier. Wait for it"
            );
        }

        if (holdback.HasLien)
        {
            return Blocking(holdback, "has a lien that the holdback secures. Release the holdback after the lien is discharged");
        }

        if (holdback.NoticePublished is not { } published)
        {
            return Blocking(holdback, $"has no published notice of holdback. Publish it by {lastDay}");
        }

        if (published < anniversary)
        {
            return Blocking(
                holdback,
                $"published its notice on {published}, before the anniversary of {anniversary}. Publish it again after that and by {lastDay}"
            );
        }

        return published > lastDay
            ? Blocking(holdback, $"published its notice on {published}, after the deadline of {lastDay}. Ask the controller to set the payment dates")
            : null;
    }

    private static Refusal Blocking(AnnualHoldback holdback, string what) => new(LawReasons.HoldbackReleaseBlocked, $"{holdback.Contract} {what}.");
}
