using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Versions;

/// <summary>What may happen to a version of configuration by which documents were decided. Null means allowed.</summary>
public static class VersionProtection
{
    /// <summary>A change of a version.</summary>
    /// <param name="name">Table and key, for the sentence.</param>
    /// <param name="before">State before.</param>
    /// <param name="after">State after; null where it stays.</param>
    /// <param name="contents">Columns that are written, without the state and the end of validity.</param>
    /// <param name="isEnded">True where the end of validity is written.</param>
    public static Refusal? Changes(string name, VersionState before, VersionState? after, IReadOnlyCollection<string> contents, bool isEnded)
    {
        if (before == VersionState.Superseded && (contents.Count > 0 || isEnded || (after ?? before) != before))
        {
            return Forbidden($"{name} is superseded and never changes. Enter a new version.");
        }

        if (before == VersionState.Active && after == VersionState.Draft)
        {
            return Forbidden($"{name} is active and does not become a draft again: documents were decided by it. Supersede it.");
        }

        return before == VersionState.Active && contents.Count > 0
            ? Forbidden(
                $"{name} is active; {string.Join(", ", contents.OrderBy(column => column, StringComparer.Ordinal))} cannot be edited. "
                    + "End or supersede it and enter a new version."
            )
            : null;
    }

    /// <summary>A delete of a version.</summary>
    /// <param name="name">Table and key, for the sentence.</param>
    /// <param name="state">Its state.</param>
    public static Refusal? Deletes(string name, VersionState state) =>
        state == VersionState.Draft ? null : Forbidden($"{name} is {FieldReader.ChoiceTextOf(state.ToString())}; only a draft can be deleted.");

    private static Refusal Forbidden(string sentence) => new(DocumentReasons.DocumentState, sentence);
}
