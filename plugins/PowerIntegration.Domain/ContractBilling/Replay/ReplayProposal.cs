using PowerIntegration.Domain.ContractBilling.Terms;

namespace PowerIntegration.Domain.ContractBilling.Replay;

/// <summary>Changed terms that bring a contract closer to what was paid.</summary>
/// <param name="Changed">The changed terms.</param>
/// <param name="Terms">The terms of the first application with the change; only the changed ones count.</param>
/// <param name="Result">The contract, billed by them.</param>
public sealed record ReplayProposal(IReadOnlyList<ReplayTerm> Changed, ContractTerms Terms, ReplayedContract Result)
{
    /// <summary>The thresholds that give the same figures; null where the step has one only, or where there is no step.</summary>
    public ReplayRange? Range { get; init; }

    /// <summary>True where nothing is left to explain.</summary>
    public bool ExplainsAll => Result.IsExplained;

    /// <summary>How many figures a person has to enter for the retainage: of two explanations, the simpler one is proposed first.</summary>
    internal int Complexity =>
        (
            Terms.Retainage switch
            {
                RetainageTerms.None => 0,
                RetainageTerms.Flat => 1,
                RetainageTerms.Split => 2,
                RetainageTerms.SlidingScale => 2,
                RetainageTerms.Step step => 4
                    + (step.Measure == BilledMeasure.CompletedAndStored ? 0 : 1)
                    + (step.Sum == ContractSumBase.Revised ? 0 : 1)
                    + (step.Threshold * 100m % 1m == 0m ? 0 : 2),
                _ => 3,
            }
        ) + (Terms.RetainageCap is null ? 0 : 1);
}
