namespace PowerIntegration.Domain.Law.Jurisdiction;

/// <summary>What a rule requires or allows. One case for each <see cref="JurisdictionRuleKind"/>.</summary>
public abstract record RuleEffect
{
    private RuleEffect() { }

    /// <summary>Maximum retainage.</summary>
    /// <param name="Rate">Fraction, 0.05 for 5 percent; null where the law sets no limit.</param>
    /// <param name="Base">What it is a share of.</param>
    /// <param name="Step">The reduction; null where there is none.</param>
    /// <param name="IsBoundToOwner">True where a subcontract may not withhold a larger share than the owner.</param>
    /// <param name="PunchListFactor">How many times the value of open work may be withheld at release; null where not stated.</param>
    public sealed record RetainageCap(decimal? Rate, CapBase Base, CapStep? Step, bool IsBoundToOwner, decimal? PunchListFactor) : RuleEffect;

    /// <summary>The effect of a clause that makes payment wait for the owner's payment.</summary>
    /// <param name="Effect">Its effect.</param>
    /// <param name="HasInsolvencyException">True where the clause is enforced as written when the owner is insolvent.</param>
    /// <param name="OutsideDays">Days after the invoice date when payment is due in any case; null where not stated.</param>
    /// <param name="PassThroughDays">Days after the owner's receipt when payment is due; null where not stated.</param>
    public sealed record PaymentClause(PaymentClauseEffect Effect, bool HasInsolvencyException, int? OutsideDays, int? PassThroughDays) : RuleEffect;

    /// <summary>Days to act.</summary>
    /// <param name="Period">The days.</param>
    /// <param name="MonthlyInterestRate">Fraction a month on late payments; null where not stated.</param>
    public sealed record PaymentDays(RulePeriods Period, decimal? MonthlyInterestRate) : RuleEffect;

    /// <summary>When tax on retainage is due.</summary>
    /// <param name="Mode">The mode.</param>
    /// <param name="Rate">Fraction; null where the rate is local or not stated.</param>
    public sealed record RetainageTax(RetainageTaxMode Mode, decimal? Rate) : RuleEffect;

    /// <summary>Tax withheld from the vendor's payment.</summary>
    /// <param name="Rate">Fraction of the base.</param>
    public sealed record Withholding(decimal Rate) : RuleEffect;

    /// <summary>Tax that the customer accounts for.</summary>
    /// <param name="Rate">Fraction; null where the supply's rate applies.</param>
    public sealed record ReverseCharge(decimal? Rate) : RuleEffect;

    /// <summary>A share that must be withheld.</summary>
    /// <param name="Rate">Fraction of services and materials as supplied.</param>
    public sealed record StatutoryHoldback(decimal Rate) : RuleEffect;

    /// <summary>When a statutory holdback is paid out.</summary>
    /// <param name="NoticeDays">Days after the anniversary to publish the notice.</param>
    /// <param name="PayFromDays">Days after publication before which nothing is paid.</param>
    /// <param name="PayToDays">Days after publication by which it is paid.</param>
    /// <param name="PassThroughDays">Days for each lower tier to pay.</param>
    /// <param name="FirstAnniversary">The first anniversary of the contract that counts, 1 or 2.</param>
    public sealed record HoldbackRelease(int NoticeDays, int PayFromDays, int PayToDays, int PassThroughDays, int FirstAnniversary) : RuleEffect;

    /// <summary>Retainage that is kept in trust.</summary>
    /// <param name="NoticeDays">Days of notice before the payer uses it; null where not stated.</param>
    /// <param name="NoticeDayKind">How they are counted.</param>
    public sealed record RetentionTrust(int? NoticeDays, DayKind NoticeDayKind) : RuleEffect;
}
