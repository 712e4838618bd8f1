namespace PowerIntegration.Domain.Billing;

/// <summary>One quantity kept apart for completed work and for stored materials. The default value is zero in both.</summary>
/// <param name="Work">The part on completed work, G703 D + E.</param>
/// <param name="Stored">The part on materials presently stored, G703 F.</param>
public readonly record struct BucketAmounts(decimal Work, decimal Stored)
{
    /// <summary>Both parts together.</summary>
    public decimal Total => Work + Stored;

    /// <summary>Part by part.</summary>
    public static BucketAmounts operator +(BucketAmounts left, BucketAmounts right) => new(left.Work + right.Work, left.Stored + right.Stored);

    /// <summary>Part by part.</summary>
    public static BucketAmounts operator -(BucketAmounts left, BucketAmounts right) => new(left.Work - right.Work, left.Stored - right.Stored);

    /// <summary>Part by part.</summary>
    public static BucketAmounts Add(BucketAmounts left, BucketAmounts right) => left + right;

    /// <summary>Part by part.</summary>
    public static BucketAmounts Subtract(BucketAmounts left, BucketAmounts right) => left - right;
}
