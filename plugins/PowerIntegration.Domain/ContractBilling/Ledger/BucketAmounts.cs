namespace PowerIntegration.Domain.ContractBilling.Ledger;

/// <summary>
/// One amount split into completed work, stored materials and open punch-list items. The default value is zero in all parts.
/// </summary>
/// <param name="Work">The part on completed work, G703 D + E.</param>
/// <param name="Stored">The part on materials presently stored, G703 F.</param>
/// <param name="PunchList">The part held for punch-list items after a release; always zero for gross amounts.</param>
public readonly record struct BucketAmounts(decimal Work, decimal Stored, decimal PunchList = 0m)
{
    /// <summary>All parts together.</summary>
    public decimal Total => PunchList == 0m ? Work + Stored : Work + Stored + PunchList;

    /// <summary>Part by part.</summary>
    public static BucketAmounts operator +(BucketAmounts left, BucketAmounts right) =>
        new(left.Work + right.Work, left.Stored + right.Stored, left.PunchList + right.PunchList);

    /// <summary>Part by part.</summary>
    public static BucketAmounts operator -(BucketAmounts left, BucketAmounts right) =>
        new(left.Work - right.Work, left.Stored - right.Stored, left.PunchList - right.PunchList);

    /// <summary>Part by part.</summary>
    public static BucketAmounts Add(BucketAmounts left, BucketAmounts right) => left + right;

    /// <summary>Part by part.</summary>
    public static BucketAmounts Subtract(BucketAmounts left, BucketAmounts right) => left - right;
}
