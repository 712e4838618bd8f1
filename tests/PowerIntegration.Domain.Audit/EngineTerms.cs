using PowerIntegration.Audit.Contracts;
using PowerIntegration.Domain.ContractBilling.Terms;

namespace PowerIntegration.Domain.Audit;

/// <summary>The auditor's terms in the engine's words.</summary>
internal static class EngineTerms
{
    /// <summary>The terms of a contract; how stored material is carried may differ from application to application.</summary>
    public static ContractTerms Of(ContractHistory history, ApplicationSheet application) =>
        new()
        {
            ContractNumber = "audited contract " + history.Index.ToString(System.Globalization.CultureInfo.InvariantCulture),
            Currency = "USD",
            Retainage =
                application.Number >= history.Terms.FrozenFrom
                    ? new RetainageTerms.Frozen()
                    : Retainage(history.Terms, history.Lines.Concat(history.AddedLines)),
            RetainageCap = history.Terms.Cap is { } cap ? Limit(cap) : null,
            RetainageSource = history.Terms.RetainageFromSource ? RetainageSource.Source : RetainageSource.Terms,
            RetainageKeeper = RetainageKeeper.Us,
            StoredMaterials = application.StoredMoved ? StoredMaterials.AutoMove : StoredMaterials.Manual,
            StaleStoragePeriods = 6,
            OverbillingTolerance = 0m,
            NegativeLines = history.Terms.SplitsBySign ? NegativeLines.SplitBySign : NegativeLines.Accepted,
            CreditDocument = history.Terms.Memo == MemoKind.Debit ? CreditDocument.DebitMemo : CreditDocument.CreditMemo,
            ResidualPlace = ResidualPlace.LargestLine,
            PostsApprovedAsNoted = true,
        };

    private static RetainageTerms Retainage(TermsSheet terms, IEnumerable<LineSheet> lines) =>
        terms.Retainage switch
        {
            RetainageMode.None => new RetainageTerms.None(null),
            RetainageMode.Flat => new RetainageTerms.Flat(Rate(terms.WorkRate)),
            RetainageMode.Split => new RetainageTerms.Split(Rate(terms.WorkRate), Rate(terms.StoredRate)),
            RetainageMode.PerLine => new RetainageTerms.PerLine(Rate(terms.WorkRate), Rate(terms.StoredRate), [.. lines.Select(OwnRate)]),
            RetainageMode.LumpSum => new RetainageTerms.LumpSum(Cents.ToMajor(terms.LumpSum)),
            RetainageMode.SlidingScale => new RetainageTerms.SlidingScale([.. terms.Scale.Select(Rule)]),
            _ => new RetainageTerms.Step(
                Rate(terms.Threshold),
                Rate(terms.WorkRate),
                Rate(terms.ReducedRate),
                Reading(terms.Retainage),
                terms.StoredCounts ? BilledMeasure.CompletedAndStored : BilledMeasure.CompletedWork,
                terms.ThresholdBase == ShareBase.Original ? ContractSumBase.Original : ContractSumBase.Revised
            ),
        };

    private static StepReading Reading(RetainageMode mode) =>
        mode switch
        {
            RetainageMode.StepWhole => StepReading.WholeBalance,
            RetainageMode.StepAbove => StepReading.AboveThreshold,
            RetainageMode.StepFromCrossing => StepReading.FromCrossing,
            _ => StepReading.Stop,
        };

    private static LineRate OwnRate(LineSheet line) => new(line.Id, Rate(line.WorkRate), Rate(line.StoredRate));

    private static SlidingScaleRule Rule(ScaleRule rule) => new(Rate(rule.Rate), Limit(rule.Limit));

    private static RetainageLimit Limit(HeldLimit limit) =>
        limit.Base switch
        {
            ShareBase.Original => new RetainageLimit(LimitBase.OriginalSum, Cents.ToFraction(limit.Value)),
            ShareBase.Revised => new RetainageLimit(LimitBase.RevisedSum, Cents.ToFraction(limit.Value)),
            _ => new RetainageLimit(LimitBase.Amount, Cents.ToMajor(limit.Value)),
        };

    private static decimal Rate(int millionths) => Cents.ToFraction(millionths);

    private static decimal? Rate(int? millionths) => millionths is { } known ? Cents.ToFraction(known) : null;
}
