using PowerIntegration.Domain.Documents.Content;
using PowerIntegration.Domain.Ownership;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Users;

namespace PowerIntegration.Domain.Documents.Preparing;

/// <summary>The answer of one preparation.</summary>
public abstract record PreparationDecision
{
    private PreparationDecision() { }

    /// <summary>Another revision of the same invoice that this one replaces; null where there is none to mark.</summary>
    public Guid? SupersededId { get; init; }

    /// <summary>Nothing changes: the document is where it should be.</summary>
    /// <param name="Document">The document.</param>
    /// <param name="Message">Says so.</param>
    public sealed record Unchanged(DocumentSummary Document, string Message) : PreparationDecision
    {
        /// <summary>Where it is approved; null where there is nothing to approve any more.</summary>
        public ApprovalPlace? Place { get; init; }

        /// <summary>
        /// What an approver reads, as when it was frozen: the caller may never have got the first answer. Empty where there is nothing to approve any
        /// more.
        /// </summary>
        public string Summary { get; init; } = "";
    }

    /// <summary>The answer is frozen.</summary>
    /// <param name="State">Prepared, or AwaitingApproval where a person decides first.</param>
    /// <param name="Content">What is frozen.</param>
    /// <param name="Hash">Its content hash.</param>
    /// <param name="Place">Where it is approved.</param>
    /// <param name="Message">Says what was prepared.</param>
    /// <param name="Texts">What a person reads of it.</param>
    public sealed record Frozen(DocumentState State, IFrozenContent Content, string Hash, ApprovalPlace Place, string Message, PreparationTexts Texts)
        : PreparationDecision
    {
        /// <summary>Who confirmed it; null if no one has, or if no one has to.</summary>
        public Person? ConfirmedBy { get; init; }
    }

    /// <summary>The document is stopped.</summary>
    /// <param name="Refusal">Why.</param>
    public sealed record Stopped(Refusal Refusal) : PreparationDecision;

    /// <summary>A newer revision takes the document's place.</summary>
    /// <param name="Message">Says which.</param>
    public sealed record Replaced(string Message) : PreparationDecision;
}
