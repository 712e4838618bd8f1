namespace PowerIntegration.Tables;

/// <summary>One rule of law about retainage, payment or tax; the date of the contract decides whether it applies.</summary>
public static class JurisdictionRuleTable
{
    /// <summary>Logical name of the table.</summary>
    public const string LogicalName = "pint_jurisdictionrule";

    /// <summary>Primary key.</summary>
    public const string Id = "pint_jurisdictionruleid";

    /// <summary>Alternate key: ALL where the rule is for every environment, then the place and what the rule is about.</summary>
    public const string Key = "pint_key";

    /// <summary>Primary name: what a person reads in a list.</summary>
    public const string Name = "pint_name";

    /// <summary>Jurisdiction: ISO 3166 code of the country or its part, such as US-IL.</summary>
    public const string Jurisdiction = "pint_jurisdiction";

    /// <summary>Rule kind: what the rule speaks about; it decides which of the figures below are used.</summary>
    public const string RuleKind = "pint_jurisdictionrulekind";

    /// <summary>Variant: which of several figures of one rule this is, such as the supplier's status; empty where there is one.</summary>
    public const string Variant = "pint_variant";

    /// <summary>Project sector: empty for every sector.</summary>
    public const string ProjectSector = "pint_projectsector";

    /// <summary>Effective from: first date of the contract to which the rule applies; empty for as long as is known.</summary>
    public const string EffectiveFrom = "pint_effectivefrom";

    /// <summary>Effective to: last date of the contract to which the rule applies; empty where it has no end.</summary>
    public const string EffectiveTo = "pint_effectiveto";

    /// <summary>Value basis: which value the two limits below speak of.</summary>
    public const string ValueBasis = "pint_valuebasis";

    /// <summary>Value from: the value at and above which the rule applies.</summary>
    public const string ValueMin = "pint_valuemin";

    /// <summary>Value below: the value below which the rule applies.</summary>
    public const string ValueBelow = "pint_valuebelow";

    /// <summary>Currency: ISO 4217 code of both values.</summary>
    public const string Currency = "pint_currency";

    /// <summary>Dwellings from: number of dwellings from which the rule applies to projects that have dwellings.</summary>
    public const string DwellingsMin = "pint_dwellingsmin";

    /// <summary>Bond: what the rule asks about the bond; empty where it asks nothing.</summary>
    public const string BondCondition = "pint_bondcondition";

    /// <summary>Rate: fraction: most that may be held, tax, withholding or holdback, by the kind. Empty where the law sets none.</summary>
    public const string Rate = "pint_rate";

    /// <summary>Cap base: what the greatest retainage is a share of.</summary>
    public const string CapBase = "pint_capbase";

    /// <summary>Step threshold: share of the contract at which the rate is reduced, as a fraction; reached counts as passed.</summary>
    public const string StepThreshold = "pint_stepthreshold";

    /// <summary>Rate after the step: reduced fraction.</summary>
    public const string StepRateAfter = "pint_steprateafter";

    /// <summary>Step reading: what the reduced fraction is for.</summary>
    public const string StepReading = "pint_stepreading";

    /// <summary>Bound to the owner's rate: whether a subcontract may not hold a greater share than the owner holds.</summary>
    public const string OwnerRateLimit = "pint_ownerratelimit";

    /// <summary>Punch list factor: how many times the value of open work may be kept at release.</summary>
    public const string PunchListFactor = "pint_punchlistfactor";

    /// <summary>Clause effect: what a clause is worth that makes payment wait for the owner's.</summary>
    public const string ClauseEffect = "pint_clauseeffect";

    /// <summary>Insolvency exception: whether the clause stands as written when the owner is insolvent.</summary>
    public const string InsolvencyException = "pint_insolvencyexception";

    /// <summary>Outside days: days after the invoice date when payment is due in any case.</summary>
    public const string OutsideDays = "pint_outsidedays";

    /// <summary>Owner days: days for the owner to pay.</summary>
    public const string OwnerDays = "pint_ownerdays";

    /// <summary>Pass-through days: days for each tier below to pay on what it received.</summary>
    public const string PassThroughDays = "pint_passthroughdays";

    /// <summary>Release days: days within which retainage is released.</summary>
    public const string ReleaseDays = "pint_releasedays";

    /// <summary>Notice days: days within which a notice or an answer is given.</summary>
    public const string NoticeDays = "pint_noticedays";

    /// <summary>Pay from days: days after the notice before which nothing is paid.</summary>
    public const string PayFromDays = "pint_payfromdays";

    /// <summary>Pay to days: days after the notice by which it is paid.</summary>
    public const string PayToDays = "pint_paytodays";

    /// <summary>Day kind: how days are counted; empty for calendar days.</summary>
    public const string DayKind = "pint_daykind";

    /// <summary>First anniversary: first anniversary of the contract that counts.</summary>
    public const string FirstAnniversary = "pint_firstanniversary";

    /// <summary>Monthly interest rate: fraction a month on what is late.</summary>
    public const string MonthlyInterestRate = "pint_monthlyinterestrate";

    /// <summary>Tax on retainage: when tax on the part held back is due.</summary>
    public const string RetainageTaxMode = "pint_retainagetaxmode";

    /// <summary>Statute: statute or case, with what of it is not confirmed.</summary>
    public const string Statute = "pint_statute";

    /// <summary>Source: where the figures were read, and the words that were read.</summary>
    public const string Source = "pint_source";

    /// <summary>Remarks: exceptions and doubts that no column tests; a person reads them.</summary>
    public const string Remarks = "pint_remarks";

    /// <summary>
    /// Verified: whether somebody has read the figures in the source. An unverified rule warns; it never blocks and never computes.
    /// </summary>
    public const string Verified = "pint_verified";

    /// <summary>Rule state: only active rules take part.</summary>
    public const string RuleState = "pint_rulestate";
}
