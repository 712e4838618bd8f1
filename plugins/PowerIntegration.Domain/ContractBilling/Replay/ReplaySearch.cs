using PowerIntegration.Domain.ContractBilling.Terms;

namespace PowerIntegration.Domain.ContractBilling.Replay;

/// <summary>
/// Tries other terms on a contract: those that the figures suggest, as they are and with the other choices that may matter. It is deterministic, and
/// bills the contract at most <see cref="ReplayAnswer.TriesMax"/> times and
/// at most <see cref="ReplayAnswer.BilledLinesMax"/> lines.
/// </summary>
internal sealed class ReplaySearch(ReplayHistory history, ReplayedContract now)
{
    private const int ProposalsMax = 3;
    private const int RefinedMax = 3;

    private readonly int triesMax = Math.Min(
        ReplayAnswer.TriesMax,
        ReplayAnswer.BilledLinesMax / Math.Max(1, history.Applications.Sum(entry => entry.Application.Lines.Count))
    );

    private readonly HashSet<ReplayCandidate> tried = [];
    private readonly List<Tried> proposals = [];
    private readonly HashSet<int> unexplained = [.. now.Open.Select(difference => difference.Application)];

    public ReplayAnswer Run()
    {
        var figures = ReplayFigures.Of(history);
        foreach (var candidate in new[] { new ReplayCandidate() }.Concat(ReplayCandidates.Of(figures, history)))
        {
            // What changes nothing is not tried: the way in which stored materials carry already, and no maximum where there is none.
            Try(candidate with { StoredMaterials = figures.Carried });
            Try(candidate with { StoredMaterials = figures.Carried, ChangesCap = true });
        }

        foreach (var best in Ordered().Take(RefinedMax).Select(one => one.Candidate).Concat([new ReplayCandidate()]).ToList())
        {
            Refine(best);
        }

        var kept = Kept();
        return new ReplayAnswer
        {
            Now = now,
            Proposals = kept,
            Tries = tried.Count,
            FirstUnexplained = unexplained.Count == 0 ? null : unexplained.Min(),
        };
    }

    private void Refine(ReplayCandidate best)
    {
        foreach (var place in new[] { ResidualPlace.LargestLine, ResidualPlace.FirstLine, ResidualPlace.LargestRemainder })
        {
            Try(best with { Place = place });
        }

        foreach (var keeper in new[] { RetainageKeeper.Us, RetainageKeeper.Oracle })
        {
            Try(best with { Keeper = keeper });
        }

        foreach (var mode in new[] { StoredMaterials.Manual, StoredMaterials.AutoMove })
        {
            Try(best with { StoredMaterials = mode });
        }
    }

    private void Try(ReplayCandidate candidate)
    {
        var fitting = Fitting(candidate);
        var changed = fitting.Changed(history);
        fitting = fitting.Only(changed);
        if (changed.Count == 0 || tried.Count >= triesMax || !tried.Add(fitting))
        {
            return;
        }

        var result = ReplayedContract.Of(fitting.Apply(history));
        unexplained.IntersectWith(result.Open.Select(difference => difference.Application));
        if (IsCloser(result, now))
        {
            proposals.Add(
                new Tried(fitting, new ReplayProposal(changed, fitting.Apply(history.Applications[0].Terms), result) { Range = fitting.Range })
            );
        }
    }

    // Oracle withholds by one flat rate only; other terms are ours to keep.
    private ReplayCandidate Fitting(ReplayCandidate candidate)
    {
        var after = candidate.Apply(history.Applications[0].Terms);
        return
            after.RetainageKeeper == RetainageKeeper.Oracle
            && candidate.Keeper is null
            && (after.RetainageCap is not null || after.Retainage is not (RetainageTerms.Flat or RetainageTerms.None))
            ? candidate with
            {
                Keeper = RetainageKeeper.Us,
            }
            : candidate;
    }

    private IEnumerable<Tried> Ordered() =>
        proposals
            .OrderBy(one => one.Proposal.Result.Gap)
            .ThenBy(one => one.Proposal.Result.Open.Count())
            .ThenBy(one => one.Proposal.Result.Released)
            .ThenBy(one => one.Proposal.Complexity)
            .ThenBy(one => one.Proposal.Result.Rounded)
            .ThenBy(one => one.Proposal.Changed.Count);

    // A change without an effect is not proposed beside the right one, and of terms that differ in nothing but their figures the best is enough.
    private List<ReplayProposal> Kept()
    {
        var kept = new List<Tried>();
        foreach (var one in Ordered())
        {
            if (kept.Count < ProposalsMax && !kept.Exists(other => IsMore(one, other) || IsSameKind(one.Proposal, other.Proposal)))
            {
                kept.RemoveAll(other => IsMore(other, one) && !IsCloser(other.Proposal.Result, one.Proposal.Result));
                kept.Add(one);
            }
        }

        return [.. kept.Select(one => one.Proposal)];
    }

    // The second changes nothing but what the first changes as well, and comes as close.
    private static bool IsMore(Tried one, Tried other)
    {
        ContractTerms more = one.Proposal.Terms,
            less = other.Proposal.Terms;
        return !IsKeptByOracle(one.Proposal)
            && other.Proposal.Changed.Count < one.Proposal.Changed.Count
            && other.Proposal.Changed.All(term => one.Proposal.Changed.Contains(term) && IsSame(term, more, less));
    }

    // Where nothing is withheld, Oracle may withhold it: the same figures, and another contract.
    private static bool IsKeptByOracle(ReplayProposal proposal) =>
        proposal.Terms is { Retainage: RetainageTerms.None, RetainageKeeper: RetainageKeeper.Oracle };

    private static bool IsSame(ReplayTerm term, ContractTerms one, ContractTerms other) =>
        term switch
        {
            ReplayTerm.Retainage => Equals(one.Retainage, other.Retainage),
            ReplayTerm.Cap => one.RetainageCap == other.RetainageCap,
            ReplayTerm.StoredMaterials => one.StoredMaterials == other.StoredMaterials,
            ReplayTerm.Rounding => one.ResidualPlace == other.ResidualPlace,
            _ => one.RetainageKeeper == other.RetainageKeeper,
        };

    private static bool IsSameKind(ReplayProposal one, ReplayProposal other) => one.ExplainsAll && other.ExplainsAll && KindOf(one) == KindOf(other);

    private static string KindOf(ReplayProposal proposal)
    {
        var retainage = proposal.Terms.Retainage;
        return ((retainage as RetainageTerms.Step)?.Reading?.ToString() ?? retainage?.GetType().Name)
            + proposal.Terms.RetainageCap?.Base
            + (retainage is RetainageTerms.None ? proposal.Terms.RetainageKeeper : null);
    }

    // Terms that stop an application are no explanation of what was paid for it.
    private static bool IsCloser(ReplayedContract one, ReplayedContract other) =>
        one.Stopped <= other.Stopped && (one.Gap < other.Gap || (one.Gap == other.Gap && one.Open.Count() < other.Open.Count()));

    private sealed record Tried(ReplayCandidate Candidate, ReplayProposal Proposal);
}
