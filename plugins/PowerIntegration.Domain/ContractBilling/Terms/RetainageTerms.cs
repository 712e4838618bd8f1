namespace PowerIntegration.Domain.ContractBilling.Terms;

/// <summary>
/// How retainage is calculated. Each method is a separate case; cases are data, not switches in the arithmetic. Rates are fractions, 0.10 for 10
/// percent. Every case gives what is held <b>to date</b>, before releases.
/// </summary>
public abstract record RetainageTerms
{
    private RetainageTerms() { }

    /// <summary>No retainage: bonded, or securities in lieu.</summary>
    /// <param name="Agreement">The agreement that replaces retainage; null where there is none.</param>
    public sealed record None(string? Agreement) : RetainageTerms;

    /// <summary>One rate on completed work and stored materials.</summary>
    /// <param name="Rate">The rate.</param>
    public sealed record Flat(decimal Rate) : RetainageTerms;

    /// <summary>A rate on completed work and one on stored materials, G702 lines 5a and 5b.</summary>
    /// <param name="WorkRate">Rate on completed work.</param>
    /// <param name="StoredRate">Rate on stored materials; null where the contract does not state it, which is refused: it may mean zero or
    /// the same rate.</param>
    public sealed record Split(decimal WorkRate, decimal? StoredRate) : RetainageTerms;

    /// <summary>Separate rates on some lines; the contract's rates on the rest.</summary>
    /// <param name="WorkRate">The contract's rate on completed work.</param>
    /// <param name="StoredRate">The contract's rate on stored materials.</param>
    /// <param name="Lines">The lines with separate rates; a blank rate means the contract's rate, not zero.</param>
    public sealed record PerLine(decimal WorkRate, decimal StoredRate, IReadOnlyList<LineRate> Lines) : RetainageTerms;

    /// <summary>Retainage stays at its current amount; nothing more is withheld.</summary>
    public sealed record Frozen : RetainageTerms;

    /// <summary>A fixed amount until it is released, but never more than was earned.</summary>
    /// <param name="Amount">The amount.</param>
    public sealed record LumpSum(decimal Amount) : RetainageTerms;

    /// <summary>
    /// A rate that changes when the contract is billed up to a threshold. The threshold is inclusive. Once reached it stays reached, even if a
    /// later change order raises the contract sum.
    /// </summary>
    /// <param name="Threshold">Fraction of the contract sum, 0.50 for half.</param>
    /// <param name="BeforeRate">Rate below the threshold.</param>
    /// <param name="AfterRate">Rate from the threshold on; must be zero with <see cref="StepReading.Stop"/>.</param>
    /// <param name="Reading">How retainage already held is treated; there is no safe default.</param>
    /// <param name="Measure">What is measured against the contract sum.</param>
    /// <param name="Sum">Which contract sum.</param>
    public sealed record Step(
        decimal Threshold,
        decimal BeforeRate,
        decimal AfterRate,
        StepReading? Reading,
        BilledMeasure Measure,
        ContractSumBase Sum
    ) : RetainageTerms;

    /// <summary>
    /// Up to five rules in order: the first withholds at its rate until its limit is held, then the next at its own rate, until the last limit.
    /// </summary>
    /// <param name="Rules">The rules; limits may not fall.</param>
    public sealed record SlidingScale(IReadOnlyList<SlidingScaleRule> Rules) : RetainageTerms;
}
