using PowerIntegration.Domain.ContractBilling.Terms;

namespace PowerIntegration.Domain.ContractBilling.Replay;

/// <summary>Terms to try. What is null stays as it is.</summary>
internal sealed record ReplayCandidate
{
    public RetainageTerms? Retainage { get; init; }

    /// <summary>The maximum, where <see cref="ChangesCap"/> says that it is changed.</summary>
    public RetainageLimit? Cap { get; init; }

    public bool ChangesCap { get; init; }

    public StoredMaterials? StoredMaterials { get; init; }

    public ResidualPlace? Place { get; init; }

    public RetainageKeeper? Keeper { get; init; }

    /// <summary>The thresholds that give the same; null where one only does.</summary>
    public ReplayRange? Range { get; init; }

    /// <summary>The terms with the changes.</summary>
    public ContractTerms Apply(ContractTerms terms) =>
        terms with
        {
            Retainage = Retainage ?? terms.Retainage,
            RetainageCap = ChangesCap ? Cap : terms.RetainageCap,
            StoredMaterials = StoredMaterials ?? terms.StoredMaterials,
            ResidualPlace = Place ?? terms.ResidualPlace,
            RetainageKeeper = Keeper ?? terms.RetainageKeeper,
        };

    /// <summary>The history with the changes.</summary>
    public ReplayHistory Apply(ReplayHistory history) =>
        history with
        {
            Applications = [.. history.Applications.Select(entry => entry with { Terms = Apply(entry.Terms) })],
        };

    /// <summary>The same without changes that change nothing.</summary>
    public ReplayCandidate Only(IReadOnlyList<ReplayTerm> changed) =>
        this with
        {
            Retainage = changed.Contains(ReplayTerm.Retainage) ? Retainage : null,
            ChangesCap = ChangesCap && changed.Contains(ReplayTerm.Cap),
            Cap = changed.Contains(ReplayTerm.Cap) ? Cap : null,
            StoredMaterials = changed.Contains(ReplayTerm.StoredMaterials) ? StoredMaterials : null,
            Place = changed.Contains(ReplayTerm.Rounding) ? Place : null,
            Keeper = changed.Contains(ReplayTerm.Keeper) ? Keeper : null,
        };

    /// <summary>The terms that it changes for any application.</summary>
    public IReadOnlyList<ReplayTerm> Changed(ReplayHistory history)
    {
        var changed = new SortedSet<ReplayTerm>();
        foreach (var before in history.Applications.Select(entry => entry.Terms).Distinct())
        {
            var after = Apply(before);
            Add(ReplayTerm.Retainage, Equals(after.Retainage, before.Retainage) || IsSameScale(after.Retainage, before.Retainage));
            Add(ReplayTerm.Cap, after.RetainageCap == before.RetainageCap);
            Add(ReplayTerm.StoredMaterials, after.StoredMaterials == before.StoredMaterials);
            Add(ReplayTerm.Rounding, after.ResidualPlace == before.ResidualPlace);
            Add(ReplayTerm.Keeper, after.RetainageKeeper == before.RetainageKeeper);
        }

        return [.. changed];

        void Add(ReplayTerm term, bool isSame)
        {
            if (!isSame)
            {
                changed.Add(term);
            }
        }
    }

    // Records compare lists by reference.
    private static bool IsSameScale(RetainageTerms? one, RetainageTerms? other) =>
        one is RetainageTerms.SlidingScale first && other is RetainageTerms.SlidingScale second && first.Rules.SequenceEqual(second.Rules);
}
