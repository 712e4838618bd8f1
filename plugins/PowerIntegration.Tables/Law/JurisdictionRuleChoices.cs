using PowerIntegration.Domain.Law.Jurisdiction;

namespace PowerIntegration.Tables.Law;

/// <summary>What the values of the choices of a jurisdiction rule stand for.</summary>
public static class JurisdictionRuleChoices
{
    /// <summary>What the rule speaks about.</summary>
    public static IReadOnlyDictionary<int, JurisdictionRuleKind> Kinds { get; } =
        new Dictionary<int, JurisdictionRuleKind>
        {
            [JurisdictionRuleKindChoice.RetainageCap] = JurisdictionRuleKind.RetainageCap,
            [JurisdictionRuleKindChoice.PaymentClause] = JurisdictionRuleKind.PaymentClause,
            [JurisdictionRuleKindChoice.PaymentDays] = JurisdictionRuleKind.PaymentDays,
            [JurisdictionRuleKindChoice.RetainageTax] = JurisdictionRuleKind.RetainageTax,
            [JurisdictionRuleKindChoice.Withholding] = JurisdictionRuleKind.Withholding,
            [JurisdictionRuleKindChoice.ReverseCharge] = JurisdictionRuleKind.ReverseCharge,
            [JurisdictionRuleKindChoice.StatutoryHoldback] = JurisdictionRuleKind.StatutoryHoldback,
            [JurisdictionRuleKindChoice.HoldbackRelease] = JurisdictionRuleKind.HoldbackRelease,
            [JurisdictionRuleKindChoice.RetentionTrust] = JurisdictionRuleKind.RetentionTrust,
        };

    /// <summary>Sector.</summary>
    public static IReadOnlyDictionary<int, ProjectSector> Sectors { get; } =
        new Dictionary<int, ProjectSector>
        {
            [ProjectSectorChoice.Private] = ProjectSector.Private,
            [ProjectSectorChoice.Public] = ProjectSector.Public,
            [ProjectSectorChoice.Federal] = ProjectSector.Federal,
        };

    /// <summary>Which value decides.</summary>
    public static IReadOnlyDictionary<int, RuleValueBasis> ValueBases { get; } =
        new Dictionary<int, RuleValueBasis>
        {
            [ValueBasisChoice.Contract] = RuleValueBasis.Contract,
            [ValueBasisChoice.PrimeContract] = RuleValueBasis.PrimeContract,
            [ValueBasisChoice.Project] = RuleValueBasis.Project,
        };

    /// <summary>What the rule asks about the bond.</summary>
    public static IReadOnlyDictionary<int, BondCondition> Bonds { get; } =
        new Dictionary<int, BondCondition>
        {
            [BondConditionChoice.Bonded] = BondCondition.Bonded,
            [BondConditionChoice.NotBonded] = BondCondition.NotBonded,
        };

    /// <summary>What the greatest retainage is a share of.</summary>
    public static IReadOnlyDictionary<int, CapBase> CapBases { get; } =
        new Dictionary<int, CapBase>
        {
            [CapBaseChoice.EachPayment] = CapBase.EachPayment,
            [CapBaseChoice.ContractSum] = CapBase.ContractSum,
            [CapBaseChoice.EachPaymentAndContractSum] = CapBase.EachPaymentAndContractSum,
        };

    /// <summary>What the reduced fraction is for.</summary>
    public static IReadOnlyDictionary<int, CapStepReading> StepReadings { get; } =
        new Dictionary<int, CapStepReading>
        {
            [StepReadingChoice.WholeBalance] = CapStepReading.WholeBalance,
            [StepReadingChoice.AboveThreshold] = CapStepReading.AboveThreshold,
            [StepReadingChoice.FromCrossing] = CapStepReading.FromCrossing,
            [StepReadingChoice.Stop] = CapStepReading.Stop,
            [StepReadingChoice.Unstated] = CapStepReading.Unstated,
        };

    /// <summary>What a payment clause is worth.</summary>
    public static IReadOnlyDictionary<int, PaymentClauseEffect> ClauseEffects { get; } =
        new Dictionary<int, PaymentClauseEffect>
        {
            [ClauseEffectChoice.TimingOnly] = PaymentClauseEffect.TimingOnly,
            [ClauseEffectChoice.Ineffective] = PaymentClauseEffect.Ineffective,
            [ClauseEffectChoice.NotAgainstLien] = PaymentClauseEffect.NotAgainstLien,
            [ClauseEffectChoice.Enforced] = PaymentClauseEffect.Enforced,
            [ClauseEffectChoice.Restricted] = PaymentClauseEffect.Restricted,
            [ClauseEffectChoice.Undecided] = PaymentClauseEffect.Undecided,
        };

    /// <summary>How days are counted.</summary>
    public static IReadOnlyDictionary<int, DayKind> DayKinds { get; } =
        new Dictionary<int, DayKind> { [DayKindChoice.Calendar] = DayKind.Calendar, [DayKindChoice.Business] = DayKind.Business };

    /// <summary>When tax on the part held back is due.</summary>
    public static IReadOnlyDictionary<int, RetainageTaxMode> TaxModes { get; } =
        new Dictionary<int, RetainageTaxMode>
        {
            [RetainageTaxModeChoice.Gross] = RetainageTaxMode.Gross,
            [RetainageTaxModeChoice.NetDeferred] = RetainageTaxMode.NetDeferred,
            [RetainageTaxModeChoice.NetTracked] = RetainageTaxMode.NetTracked,
        };
}
