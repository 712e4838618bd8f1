using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Versions;

/// <summary>
/// Which changes of a configuration version are allowed, whoever makes them, system administrators included. Null means allowed. Activating and
/// ending are not changes that a person makes: custom APIs do them for two people.
/// </summary>
public static class VersionProtection
{
    /// <summary>A new version: always a draft, and nothing that only activation writes.</summary>
    /// <param name="name">Table and key, for the sentence.</param>
    /// <param name="state">Its state; null where none is given.</param>
    /// <param name="bookkeeping">Labels of filled columns that are written automatically.</param>
    public static Refusal? Creates(string name, VersionState? state, IReadOnlyCollection<string> bookkeeping) =>
        state is not (null or VersionState.Draft)
            ? Forbidden($"{name} cannot be created as {Word(state.Value)}. Create it as a draft; a second person activates it.")
        : bookkeeping.Count > 0 ? Automatic(name, bookkeeping)
        : null;

    /// <summary>A change of a version.</summary>
    /// <param name="name">Table and key, for the sentence.</param>
    /// <param name="before">State before.</param>
    /// <param name="after">State that is written; null where none is.</param>
    /// <param name="contents">Labels of other columns that are written.</param>
    /// <param name="bookkeeping">Labels of written columns that are written automatically.</param>
    public static Refusal? Changes(
        string name,
        VersionState before,
        VersionState? after,
        IReadOnlyCollection<string> contents,
        IReadOnlyCollection<string> bookkeeping
    )
    {
        if (bookkeeping.Count > 0)
        {
            return Automatic(name, bookkeeping);
        }

        if (after is { } state && state != before)
        {
            return Forbidden(
                $"The state of {name} cannot be changed from {Word(before)} to {Word(state)} by editing. "
                    + "A second person activates a draft; two people end an active version."
            );
        }

        return before == VersionState.Draft || contents.Count == 0
            ? null
            : Forbidden(
                $"{name} is {Word(before)}, so {string.Join(", ", contents)} cannot be edited. Enter a draft that replaces "
                    + (before == VersionState.Active ? "it" : "the active version")
                    + "; a second person activates the draft."
            );
    }

    /// <summary>A delete of a version.</summary>
    /// <param name="name">Table and key, for the sentence.</param>
    /// <param name="state">Its state.</param>
    public static Refusal? Deletes(string name, VersionState state) =>
        state == VersionState.Draft
            ? null
            : Forbidden($"{name} is {Word(state)}. Only a draft can be deleted; request the end of the version instead.");

    /// <summary>Another owner or status of a version.</summary>
    /// <param name="name">Table and key, for the sentence.</param>
    public static Refusal OwnerOrStatus(string name) =>
        Forbidden($"The owner and the status of {name} cannot be changed. Delete a draft, or request the end of an active version.");

    /// <summary>Too many people changed one draft.</summary>
    /// <param name="name">Table and key, for the sentence.</param>
    public static Refusal TooManyContributors(string name) =>
        Forbidden($"Too many people have changed {name} to list their names. Delete the draft and enter it again.");

    private static Refusal Automatic(string name, IReadOnlyCollection<string> columns) =>
        Forbidden($"{string.Join(", ", columns)} of {name} cannot be entered; it is filled in automatically. Remove it from your change.");

    private static Refusal Forbidden(string sentence) => new(VersionReasons.VersionState, sentence);

    private static string Word(VersionState state) =>
        state switch
        {
            VersionState.Draft => "draft",
            VersionState.Active => "active",
            _ => "superseded",
        };
}
