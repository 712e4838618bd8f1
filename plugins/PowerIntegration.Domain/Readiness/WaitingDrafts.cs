using PowerIntegration.Domain.Duties;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Readiness;

/// <summary>Words what waits for a second person: one item for each table, because an import brings hundreds of rows.</summary>
public static class WaitingDrafts
{
    /// <summary>One item for each table that has drafts.</summary>
    /// <param name="drafts">The drafts.</param>
    /// <param name="decider">Whose members activate them.</param>
    public static IEnumerable<ReadinessItem> Items(IEnumerable<WaitingDraft> drafts, ShippedRole decider) =>
        drafts.GroupBy(draft => draft.Table, StringComparer.Ordinal).Select(group => Item([.. group], decider));

    private static ReadinessItem Item(IReadOnlyList<WaitingDraft> drafts, ShippedRole decider)
    {
        var first = drafts[0];
        var people = drafts.SelectMany(draft => draft.EnteredBy).Distinct().Select(person => person.Name).ToList();
        var by = people.Count == 0 ? "" : $" entered by {ReadinessWords.Names(people)}";
        var what =
            drafts.Count == 1
                ? $"{first.Table} {first.Name}{by} is a draft."
                : Sentence.Of($"{first.Table}: {drafts.Count} drafts{by}: {ReadinessWords.Names([.. drafts.Select(draft => draft.Name)])}.");
        return new ReadinessItem
        {
            Sentence =
                $"{what} A person who did not enter {(drafts.Count == 1 ? "it" : "them")} must review and activate "
                + $"{(drafts.Count == 1 ? "it" : "them")}.",
            Decider = decider,
            Place = drafts.Count == 1 ? first.Place : first.Place with { RowId = null },
        };
    }
}
