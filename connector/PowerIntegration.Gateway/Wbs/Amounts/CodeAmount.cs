namespace PowerIntegration.Gateway.Wbs.Amounts;

/// <summary>The money on a code, in the currency of its project.</summary>
/// <param name="CodeId">Its ID in Procore.</param>
/// <param name="Budget">Null where it has no budget line, or Procore shows no budget.</param>
/// <param name="Committed">Subcontracts and purchase orders.</param>
/// <param name="Billed">Posted.</param>
/// <param name="DirectCost">Null where it has none, or Procore shows none.</param>
/// <param name="InUse">True where any of them names the code, be it with 0.00.</param>
internal sealed record CodeAmount(string CodeId, decimal? Budget, decimal Committed, decimal Billed, decimal? DirectCost, bool InUse)
{
    /// <summary>Since when Procore does not list the code; null where it does.</summary>
    public DateTime? UnlistedOn { get; init; }
}
