using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Findings;

namespace PowerIntegration.Domain.Drift;

/// <summary>One thing that is not as it was released, frozen or activated.</summary>
/// <param name="Sentence">The record, what was released, and what is found.</param>
/// <param name="NextStep">Who mends it, and how.</param>
public sealed record Difference(string Sentence, string NextStep)
{
    /// <summary>What a system administrator is asked for wherever something has to be put back.</summary>
    public const string Restore =
        "Ask a system administrator to restore it, or to import the release again. Find out who changed it, and check what was saved since.";

    /// <summary>The row whose content differs; null where the difference is one of several that the same record can have.</summary>
    public Guid? RowId { get; init; }

    /// <summary>
    /// Identity of the difference: the row, or what the sentence says. It is the same every night while nothing changes; a further change of the same
    /// record is another difference, so that what a controller acknowledged never covers what was changed afterwards.
    /// </summary>
    public Guid Id => RowId ?? new Guid(CanonicalText.Sha256(Sentence).Substring(0, 32));

    /// <summary>What the controller reads.</summary>
    /// <param name="kind">What kind of difference it is.</param>
    public Finding Finding(FindingKind kind) =>
        new()
        {
            Kind = kind,
            Severity = FindingSeverity.Error,
            Owner = OwnerRole.Controller,
            Sentence = Sentence,
            NextStep = NextStep,
        };
}
