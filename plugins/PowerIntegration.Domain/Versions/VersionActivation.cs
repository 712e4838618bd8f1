using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Users;

namespace PowerIntegration.Domain.Versions;

/// <summary>Whether a draft may be activated, and what becomes of the version that it replaces.</summary>
public static class VersionActivation
{
    /// <summary>Why the caller may not activate it: the caller contributed to it. Null where the caller may.</summary>
    public static Refusal? SecondPerson(VersionEntry draft, Person caller) =>
        draft.Contributors.Count == 0
            ? new Refusal(
                VersionReasons.VersionState,
                $"{draft.Name} does not say who entered it. Delete the draft and enter it again; a second person then activates it."
            )
        : draft.Contributors.Any(person => person.Is(caller))
            ? new Refusal(
                DocumentReasons.SecondPersonRequired,
                $"{caller} entered or changed {draft.Name} and cannot activate it. Contributors are "
                    + $"{string.Join(", ", draft.Contributors)}. Ask another person to review and activate it."
            )
        : null;

    /// <summary>Why what the caller reviewed is not what would be activated; null where it is.</summary>
    /// <param name="name">The draft or the batch.</param>
    /// <param name="hash">Hash of what is there.</param>
    /// <param name="reviewed">Hash that the caller passes.</param>
    public static Refusal? ChangedMeanwhile(string name, string hash, string reviewed) =>
        string.Equals(hash, reviewed, StringComparison.Ordinal)
            ? null
            : new Refusal(
                VersionReasons.VersionChanged,
                $"{name} changed since it was reviewed: its hash is now {hash}, not {reviewed}. Review it again, then activate it with the new hash."
            );

    /// <summary>Every reason why the draft cannot be activated, whoever does it; empty where it can.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="others">The other drafts and active versions of its scope, and the version that it replaces.</param>
    /// <param name="lastPosted">Last period end that was posted in its scope; null where nothing was.</param>
    public static IEnumerable<Refusal> Problems(VersionEntry draft, IReadOnlyList<VersionEntry> others, CalendarDate? lastPosted)
    {
        if (draft.State != VersionState.Draft)
        {
            yield return new Refusal(
                VersionReasons.VersionState,
                $"{draft.Name} is {FieldReader.ChoiceTextOf(draft.State.ToString())}. Only a draft can be activated; enter a draft."
            );
            yield break;
        }

        if (draft.StoredHash != draft.Hash)
        {
            yield return new Refusal(
                VersionReasons.VersionChanged,
                $"{draft.Name} was changed without its hash: the row shows {Sentence.Quoted(draft.StoredHash)}, its content makes '{draft.Hash}'. "
                    + "Delete the draft and enter it again."
            );
        }

        if (draft.Missing.Count > 0)
        {
            yield return new Refusal(
                SharedReasons.InputUnusable,
                $"{draft.Name} has no {string.Join(", no ", draft.Missing)}. Fill in what is missing, then have the draft activated."
            );
        }

        if (draft.From is { } first && draft.To is { } end && end < first)
        {
            yield return new Refusal(SharedReasons.InputUnusable, $"{draft.Name} ends on {end}, before it begins on {first}. Correct the dates.");
        }

        foreach (var refusal in Replaced(draft, others).Concat(Overlaps(draft, others)))
        {
            yield return refusal;
        }

        if (lastPosted is { } posted && draft.IsDated && (draft.From is not { } from || from <= posted))
        {
            yield return new Refusal(
                VersionReasons.VersionBackDated,
                $"{draft.Name} begins {(draft.From is { } day ? $"on {day}" : "without a first day")}, but documents it decides about are posted "
                    + $"for periods up to {posted}. Let it begin on {posted.AddDays(1)} or later."
            );
        }
    }

    /// <summary>Why drafts cannot be activated together: two of them replace one version. Empty where they can.</summary>
    public static IEnumerable<Refusal> ReplacedTwice(IEnumerable<VersionEntry> drafts) =>
        from alike in drafts.Where(draft => draft.ReplacesId is not null).GroupBy(draft => draft.ReplacesId)
        where alike.Count() > 1
        select new Refusal(
            VersionReasons.VersionOverlap,
            $"{string.Join(" and ", alike.Select(draft => draft.Name))} replace the same version. Keep one of them in the batch."
        );

    /// <summary>The last day that remains to the replaced version; null where nothing of it remains, so that it is superseded.</summary>
    /// <param name="draft">The draft that replaces it.</param>
    /// <param name="replaced">The version.</param>
    public static CalendarDate? RemainsTo(VersionEntry draft, VersionEntry replaced)
    {
        if (draft.From is not { } from || (replaced.From is { } first && from <= first))
        {
            return null;
        }

        var last = from.AddDays(-1);
        return replaced.To is { } end && end < last ? end : last;
    }

    private static IEnumerable<Refusal> Replaced(VersionEntry draft, IReadOnlyList<VersionEntry> others)
    {
        if (draft.ReplacesId is not { } id)
        {
            yield break;
        }

        var replaced = others.FirstOrDefault(other => other.Id == id);
        if (replaced is null || replaced.State != VersionState.Active)
        {
            yield return new Refusal(
                VersionReasons.VersionState,
                $"{draft.Name} replaces {(replaced is null ? "a version that does not exist" : replaced.Name + ", which is not active")}. "
                    + "Name the active version in Replaces."
            );
        }
        else if (replaced.Scope != draft.Scope)
        {
            yield return new Refusal(
                VersionReasons.VersionState,
                $"{draft.Name} replaces {replaced.Name}, which is about another record. Name the active version of the same record in Replaces."
            );
        }
    }

    private static IEnumerable<Refusal> Overlaps(VersionEntry draft, IReadOnlyList<VersionEntry> others) =>
        from other in others
        where other.Id != draft.Id && other.Id != draft.ReplacesId && other.State != VersionState.Superseded
        where !draft.HasOwnOverlap && other.Scope == draft.Scope && draft.Meets(other)
        select new Refusal(
            VersionReasons.VersionOverlap,
            other.State == VersionState.Draft
                ? $"{draft.Name}{draft.Days} and the draft {other.Name}{other.Days} are about the same record and the same days. Delete one of them."
                : $"{draft.Name}{draft.Days} and the active {other.Name}{other.Days} are about the same record and the same days. "
                    + $"Name {other.Name} in Replaces, or change the dates."
        );
}
