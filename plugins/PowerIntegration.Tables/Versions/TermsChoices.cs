using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Law.PayWhenPaid;
using PowerIntegration.Domain.Law.Tax;

namespace PowerIntegration.Tables.Versions;

/// <summary>What the values of the choices of a version of terms stand for.</summary>
internal static class TermsChoices
{
    /// <summary>What a threshold measures.</summary>
    public static IReadOnlyDictionary<int, BilledMeasure> Measures { get; } =
        new Dictionary<int, BilledMeasure>
        {
            [BilledMeasureChoice.CompletedAndStored] = BilledMeasure.CompletedAndStored,
            [BilledMeasureChoice.CompletedWork] = BilledMeasure.CompletedWork,
        };

    /// <summary>Against which contract sum.</summary>
    public static IReadOnlyDictionary<int, ContractSumBase> Sums { get; } =
        new Dictionary<int, ContractSumBase>
        {
            [ContractSumBaseChoice.Revised] = ContractSumBase.Revised,
            [ContractSumBaseChoice.Original] = ContractSumBase.Original,
        };

    /// <summary>What a limit is measured on.</summary>
    public static IReadOnlyDictionary<int, LimitBase> Limits { get; } =
        new Dictionary<int, LimitBase>
        {
            [LimitBaseChoice.OriginalSum] = LimitBase.OriginalSum,
            [LimitBaseChoice.RevisedSum] = LimitBase.RevisedSum,
            [LimitBaseChoice.Amount] = LimitBase.Amount,
        };

    /// <summary>What a step does to what is already held. A clause that does not say it is no reading.</summary>
    public static IReadOnlyDictionary<int, StepReading> StepReadings { get; } =
        new Dictionary<int, StepReading>
        {
            [StepReadingChoice.WholeBalance] = StepReading.WholeBalance,
            [StepReadingChoice.AboveThreshold] = StepReading.AboveThreshold,
            [StepReadingChoice.FromCrossing] = StepReading.FromCrossing,
            [StepReadingChoice.Stop] = StepReading.Stop,
        };

    /// <summary>Where retainage comes from.</summary>
    public static IReadOnlyDictionary<int, RetainageSource> Sources { get; } =
        new Dictionary<int, RetainageSource>
        {
            [RetainageSourceChoice.Source] = RetainageSource.Source,
            [RetainageSourceChoice.Terms] = RetainageSource.Terms,
        };

    /// <summary>Who withholds.</summary>
    public static IReadOnlyDictionary<int, RetainageKeeper> Keepers { get; } =
        new Dictionary<int, RetainageKeeper>
        {
            [RetainageKeeperChoice.Us] = RetainageKeeper.Us,
            [RetainageKeeperChoice.Oracle] = RetainageKeeper.Oracle,
        };

    /// <summary>What becomes of stored materials.</summary>
    public static IReadOnlyDictionary<int, StoredMaterials> StoredMaterials { get; } =
        new Dictionary<int, StoredMaterials>
        {
            [StoredMaterialsChoice.Manual] = Domain.ContractBilling.Terms.StoredMaterials.Manual,
            [StoredMaterialsChoice.AutoMove] = Domain.ContractBilling.Terms.StoredMaterials.AutoMove,
        };

    /// <summary>What Oracle makes of lines that take back.</summary>
    public static IReadOnlyDictionary<int, NegativeLines> NegativeLines { get; } =
        new Dictionary<int, NegativeLines>
        {
            [NegativeLinesChoice.Accepted] = Domain.ContractBilling.Terms.NegativeLines.Accepted,
            [NegativeLinesChoice.SplitBySign] = Domain.ContractBilling.Terms.NegativeLines.SplitBySign,
        };

    /// <summary>Which document takes money back.</summary>
    public static IReadOnlyDictionary<int, CreditDocument> CreditDocuments { get; } =
        new Dictionary<int, CreditDocument>
        {
            [CreditDocumentChoice.CreditMemo] = CreditDocument.CreditMemo,
            [CreditDocumentChoice.DebitMemo] = CreditDocument.DebitMemo,
        };

    /// <summary>Which line takes the rounding difference.</summary>
    public static IReadOnlyDictionary<int, ResidualPlace> ResidualPlaces { get; } =
        new Dictionary<int, ResidualPlace>
        {
            [ResidualPlaceChoice.LargestLine] = ResidualPlace.LargestLine,
            [ResidualPlaceChoice.FirstLine] = ResidualPlace.FirstLine,
            [ResidualPlaceChoice.LargestRemainder] = ResidualPlace.LargestRemainder,
        };

    /// <summary>True where an application that is approved as noted posts.</summary>
    public static IReadOnlyDictionary<int, bool> Noted { get; } =
        new Dictionary<int, bool> { [NotedApplicationChoice.Posts] = true, [NotedApplicationChoice.IsHeld] = false };

    /// <summary>True where lines match purchase order lines.</summary>
    public static IReadOnlyDictionary<int, bool> Matching { get; } =
        new Dictionary<int, bool> { [MatchingChoice.Matched] = true, [MatchingChoice.Unmatched] = false };

    /// <summary>True where the bond is furnished.</summary>
    public static IReadOnlyDictionary<int, bool> Bonds { get; } =
        new Dictionary<int, bool> { [BondConditionChoice.Bonded] = true, [BondConditionChoice.NotBonded] = false };

    /// <summary>What is said about paying before the owner has paid.</summary>
    public static IReadOnlyDictionary<int, PaymentClause> Clauses { get; } =
        new Dictionary<int, PaymentClause>
        {
            [PaymentClauseChoice.None] = PaymentClause.None,
            [PaymentClauseChoice.PayWhenPaid] = PaymentClause.PayWhenPaid,
            [PaymentClauseChoice.PayIfPaid] = PaymentClause.PayIfPaid,
        };

    /// <summary>Who computes tax or withholding.</summary>
    public static IReadOnlyDictionary<int, TaxCalculator> Calculators { get; } =
        new Dictionary<int, TaxCalculator>
        {
            [TaxCalculatorChoice.Source] = TaxCalculator.Source,
            [TaxCalculatorChoice.Oracle] = TaxCalculator.Oracle,
            [TaxCalculatorChoice.Engine] = TaxCalculator.Engine,
        };

    /// <summary>How the base of withholding is formed.</summary>
    public static IReadOnlyDictionary<int, WithholdingTaxPolicy> Policies { get; } =
        new Dictionary<int, WithholdingTaxPolicy>
        {
            [WithholdingPolicyChoice.MaterialsInFull] = WithholdingTaxPolicy.MaterialsInFull,
            [WithholdingPolicyChoice.RetentionProRata] = WithholdingTaxPolicy.RetentionProRata,
        };
}
