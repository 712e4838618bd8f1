using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Documents.Protection;

/// <summary>Which rows and columns of the inbox, and of what mirrors another system, a caller may write. Null means allowed.</summary>
public static class InboxProtection
{
    /// <summary>A new event: only the gateway notices changes.</summary>
    /// <param name="isApplication">True where an application called; its role says which one may.</param>
    public static Refusal? EventIsCreated(bool isApplication) =>
        isApplication ? null : Forbidden("Inbound events are entered automatically when a record changes in Procore. Change the record in Procore.");

    /// <summary>A change of an event. What it is about never changes; a person can only have it read again.</summary>
    /// <param name="fixedLabels">Labels of the columns that say what the event is about and would change.</param>
    /// <param name="otherLabels">Labels of the other columns that would change, without the state.</param>
    /// <param name="isNew">True where the state would become New.</param>
    /// <param name="isApplication">True where an application or one of our own custom APIs writes.</param>
    public static Refusal? EventChanges(
        IReadOnlyCollection<string> fixedLabels,
        IReadOnlyCollection<string> otherLabels,
        bool isNew,
        bool isApplication
    )
    {
        if (fixedLabels.Count > 0)
        {
            return Forbidden($"An inbound event cannot become another one: {Named(fixedLabels)} cannot be changed. Change the record in Procore.");
        }

        return isApplication || (isNew && otherLabels.Count == 0)
            ? null
            : Forbidden(
                $"An inbound event cannot be edited{(otherLabels.Count > 0 ? $" ({Named(otherLabels)})" : "")}. "
                    + "To have its record read again, set its state to New."
            );
    }

    /// <summary>A deleted event would hide a record that Procore changed.</summary>
    public static Refusal EventIsDeleted() =>
        Forbidden("Inbound events cannot be deleted. To have its record read again, set the state of the event to New.");

    /// <summary>A change of a row that mirrors another system.</summary>
    /// <param name="name">What the row is, such as "Oracle period".</param>
    /// <param name="system">The system that it mirrors.</param>
    /// <param name="labels">Labels of the columns that would change, without those that people enter.</param>
    /// <param name="isApplication">True where an application writes.</param>
    public static Refusal? MirrorChanges(string name, string system, IReadOnlyCollection<string> labels, bool isApplication) =>
        isApplication || labels.Count == 0
            ? null
            : Forbidden($"{name}: {Named(labels)} comes from {system} and cannot be edited here. Change it in {system}.");

    private static string Named(IReadOnlyCollection<string> labels) => string.Join(", ", labels);

    private static Refusal Forbidden(string sentence) => new(DocumentReasons.DocumentState, sentence);
}
