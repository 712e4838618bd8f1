using PowerIntegration.Domain.ContractBilling.Terms;

namespace PowerIntegration.Tool.Billing;

/// <summary>Changed terms that bring a contract closer to what was paid.</summary>
/// <param name="Changed">The changed terms.</param>
/// <param name="Terms">The terms with the change; only the changed ones count.</param>
/// <param name="Result">The contract, billed by them.</param>
internal sealed record ReplayProposal(IReadOnlyList<ReplayTerm> Changed, ContractTerms Terms, ReplayedContract Result)
{
    private const int Most = 3;

    /// <summary>True where nothing differs any more.</summary>
    public bool ExplainsAll => Result.Differences.Count == 0;

    /// <summary>
    /// The best proposals, at most three; none where nothing brings the contract closer. Two changes are proposed only where each alone explains
    /// less, so that a change without an effect is not proposed beside the right one.
    /// </summary>
    /// <param name="contract">The contract.</param>
    /// <param name="now">The contract, billed by its own terms.</param>
    public static IReadOnlyList<ReplayProposal> Of(ContractFile contract, ReplayedContract now)
    {
        if (now.Differences.Count == 0)
        {
            return [];
        }

        var changes = ReplayChange.All;
        var singles = changes.Select(change => Try(contract, [change])).ToList();
        var found = singles.OfType<ReplayProposal>().Where(proposal => IsCloser(proposal.Result, now)).ToList();
        for (var first = 0; first < changes.Count; first++)
        {
            for (var second = first + 1; second < changes.Count; second++)
            {
                if (
                    changes[first].Term != changes[second].Term
                    && Try(contract, [changes[first], changes[second]]) is { } pair
                    && IsCloser(pair.Result, now)
                    && (singles[first] is not { } one || IsCloser(pair.Result, one.Result))
                    && (singles[second] is not { } other || IsCloser(pair.Result, other.Result))
                )
                {
                    found.Add(pair);
                }
            }
        }

        // The sort is stable: of equals, the likelier stays first.
        return
        [
            .. found
                .OrderBy(proposal => proposal.Result.Gap)
                .ThenBy(proposal => proposal.Result.Differences.Count)
                .ThenBy(proposal => proposal.Changed.Count)
                .Take(Most),
        ];
    }

    // Terms that stop an application are no explanation of what was paid for it.
    private static bool IsCloser(ReplayedContract one, ReplayedContract other) =>
        one.Stopped <= other.Stopped && (one.Gap < other.Gap || (one.Gap == other.Gap && one.Differences.Count < other.Differences.Count));

    private static ReplayProposal? Try(ContractFile contract, IReadOnlyList<ReplayChange> changes)
    {
        var terms = contract.Applications[0].Terms;
        var tried = contract;
        foreach (var change in changes.OrderBy(change => change.Term))
        {
            if (change.Apply(terms) is not { } changed)
            {
                return null;
            }

            terms = changed;
            var next = tried with
            {
                Applications = [.. tried.Applications.Select(entry => entry with { Terms = With(entry.Terms, change.Term, terms) })],
            };
            if (next.Applications.Zip(tried.Applications).All(pair => pair.First.Terms == pair.Second.Terms))
            {
                return null;
            }

            tried = next;
        }

        return new ReplayProposal([.. changes.Select(change => change.Term).Order()], terms, ReplayedContract.Of(tried));
    }

    private static ContractTerms With(ContractTerms terms, ReplayTerm term, ContractTerms changed) =>
        term switch
        {
            ReplayTerm.Cap => terms with { RetainageCap = changed.RetainageCap },
            ReplayTerm.StoredMaterials => terms with { StoredMaterials = changed.StoredMaterials },
            ReplayTerm.Rounding => terms with { ResidualPlace = changed.ResidualPlace },
            ReplayTerm.Keeper => terms with { RetainageKeeper = changed.RetainageKeeper },
            _ => terms with { Retainage = changed.Retainage },
        };
}
