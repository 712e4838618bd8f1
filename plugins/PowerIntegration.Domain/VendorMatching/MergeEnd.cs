namespace PowerIntegration.Domain.VendorMatching;

/// <summary>The supplier that is meant today where one was found.</summary>
/// <param name="Found">The supplier that was found.</param>
/// <param name="Survivor">The one that is meant; null where the merges lead nowhere.</param>
/// <param name="Sentence">What the merges say; empty where it was not merged.</param>
internal sealed record MergeEnd(SupplierRecord Found, SupplierRecord? Survivor, string Sentence)
{
    /// <summary>True where another one is meant.</summary>
    public bool IsMerged => Survivor is not null && Survivor.Key != Found.Key;
}
