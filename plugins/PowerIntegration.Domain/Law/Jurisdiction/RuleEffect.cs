namespace PowerIntegration.Domain.Law.Jurisdiction;

/// <summary>What a rule demands or allows. One case for each <see cref="JurisdictionRuleKind"/>.</summary>
public abstract record RuleEffect
{
    private RuleEffect() { }

    /// <summary>How much may be held back.</summary>
    /// <param name="Rate">Fraction, 0.05 for five per cent; null where the law sets no limit of its own.</param>
    /// <param name="Base">What it is a share of.</param>
    /// <param name="Step">The reduction; null where there is none.</param>
    /// <param name="IsBoundToOwner">True where a subcontract may not hold a greater share than the owner holds.</param>
    /// <param name="PunchListFactor">How many times the value of open work may be kept at release; null where nothing is said.</param>
    public sealed record RetainageCap(decimal? Rate, CapBase Base, CapStep? Step, bool IsBoundToOwner, decimal? PunchListFactor) : RuleEffect;

    /// <summary>What a clause is worth that makes payment wait for the owner's.</summary>
    /// <param name="Effect">Its worth.</param>
    /// <param name="HasInsolvencyException">True where the clause stands as written when the owner is insolvent.</param>
    /// <param name="OutsideDays">Days after the invoice date when payment is due in any case; null where nothing is said.</param>
    /// <param name="PassThroughDays">Days after the owner's receipt when payment is due; null where nothing is said.</param>
    public sealed record PaymentClause(PaymentClauseEffect Effect, bool HasInsolvencyException, int? OutsideDays, int? PassThroughDays) : RuleEffect;

    /// <summary>Days within which somebody acts.</summary>
    /// <param name="Period">The days.</param>
    /// <param name="MonthlyInterestRate">Fraction a month on what is late; null where nothing is said.</param>
    public sealed record PaymentDays(RulePeriods Period, decimal? MonthlyInterestRate) : RuleEffect;

    /// <summary>When tax on the part held back is due.</summary>
    /// <param name="Mode">The mode.</param>
    /// <param name="Rate">Fraction; null where the rate is local or not stated.</param>
    public sealed record RetainageTax(RetainageTaxMode Mode, decimal? Rate) : RuleEffect;

    /// <summary>Tax withheld from the supplier's payment.</summary>
    /// <param name="Rate">Fraction of the base.</param>
    public sealed record Withholding(decimal Rate) : RuleEffect;

    /// <summary>Tax that the customer accounts for.</summary>
    /// <param name="Rate">Fraction; null where the supply's own rate counts.</param>
    public sealed record ReverseCharge(decimal? Rate) : RuleEffect;

    /// <summary>A share that must be held back.</summary>
    /// <param name="Rate">Fraction of services and materials as supplied.</param>
    public sealed record StatutoryHoldback(decimal Rate) : RuleEffect;

    /// <summary>When a statutory holdback is paid out.</summary>
    /// <param name="NoticeDays">Days after the anniversary within which the notice is published.</param>
    /// <param name="PayFromDays">Days after publication before which nothing is paid.</param>
    /// <param name="PayToDays">Days after publication by which it is paid.</param>
    /// <param name="PassThroughDays">Days for each tier below to pay on.</param>
    /// <param name="FirstAnniversary">The first anniversary of the contract that counts, 1 or 2.</param>
    public sealed record HoldbackRelease(int NoticeDays, int PayFromDays, int PayToDays, int PassThroughDays, int FirstAnniversary) : RuleEffect;

    /// <summary>Retention that is kept in trust.</summary>
    /// <param name="NoticeDays">Days of notice before the payer uses it; null where nothing is said.</param>
    /// <param name="NoticeDayKind">How they are counted.</param>
    public sealed record RetentionTrust(int? NoticeDays, DayKind NoticeDayKind) : RuleEffect;
}
