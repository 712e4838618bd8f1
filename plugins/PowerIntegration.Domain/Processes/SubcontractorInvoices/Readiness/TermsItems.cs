using PowerIntegration.Domain.Duties;
using PowerIntegration.Domain.Explanation;
using PowerIntegration.Domain.Readiness;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Versions;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Readiness;

/// <summary>Whether one usable version of a commitment's terms holds on each day that its documents need, and today.</summary>
internal static class TermsItems
{
    public static IEnumerable<ReadinessItem> Of(ReadinessProject project, CommitmentReadiness commitment, IReadOnlyList<WaitingDocument> waiting)
    {
        if (commitment.Terms.Count == 0)
        {
            return [Item($"Commitment {commitment.Number} has no active terms. Enter its terms and have them activated.", commitment.Place, waiting)];
        }

        var days = project.ByDay(waiting);
        return Missing(commitment, days).Concat(Several(commitment, days)).Concat(Unusable(commitment, days));
    }

    private static IEnumerable<ReadinessItem> Missing(CommitmentReadiness commitment, IReadOnlyList<DayGroup> days)
    {
        var missing = days.Where(day => Holding(commitment, day).Count == 0).ToList();
        if (missing.Count > 0)
        {
            yield return Item(
                $"Commitment {commitment.Number} has no active terms on {Days(missing)}. Enter terms that cover it and have them activated.",
                commitment.Place,
                [.. missing.SelectMany(day => day.Waiting)]
            );
        }
    }

    private static IEnumerable<ReadinessItem> Several(CommitmentReadiness commitment, IReadOnlyList<DayGroup> days) =>
        from day in days
        let holding = Holding(commitment, day)
        where holding.Count > 1
        group day by ReadinessWords.Names([.. holding.Select(terms => terms.Version.Key)]) into alike
        select Item(
            $"Commitment {commitment.Number} has more than one active version of its terms on {Days([.. alike])}: {alike.Key}. End all but one.",
            commitment.Place,
            [.. alike.SelectMany(day => day.Waiting)]
        );

    private static IEnumerable<ReadinessItem> Unusable(CommitmentReadiness commitment, IReadOnlyList<DayGroup> days) =>
        from day in days
        let holding = Holding(commitment, day)
        where holding.Count == 1
        group day by holding[0] into used
        let problem = Problem(used.Key.Version)
        where problem is not null
        select Item(problem, used.Key.Place, [.. used.SelectMany(day => day.Waiting)]);

    private static string? Problem(TermsVersion version)
    {
        if (version.Problems.Count > 0)
        {
            return $"{TermsSelection.Unusable(version)} Enter a corrected version that replaces this one.";
        }

        var found = new RefusalList();
        found.Add(TermsFaults.Of(version).Select(fault => fault.Refusal));
        return found.First()?.Sentence;
    }

    private static List<TermsInForce> Holding(CommitmentReadiness commitment, DayGroup day) =>
        [.. commitment.Terms.Where(terms => terms.Version.HoldsOn(day.Day))];

    private static string Days(IReadOnlyList<DayGroup> days) => ReadinessWords.Names([.. days.Select(day => day.Day.ToString())]);

    private static ReadinessItem Item(string sentence, RecordPlace place, IReadOnlyList<WaitingDocument> waiting) =>
        new()
        {
            Sentence = sentence,
            Decider = ShippedRole.Controller,
            Place = place,
            Waiting = waiting,
        };
}
