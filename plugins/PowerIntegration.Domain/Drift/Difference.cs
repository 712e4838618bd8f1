using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Findings;

namespace PowerIntegration.Domain.Drift;

/// <summary>One thing that is not as it was released.</summary>
/// <param name="Sentence">The record, what was released, and what is found.</param>
/// <param name="NextStep">Who mends it, and how.</param>
public sealed record Difference(string Sentence, string NextStep)
{
    /// <summary>What a system administrator is asked for wherever something has to be put back.</summary>
    public const string Restore =
        "Ask a system administrator to restore it, or to import the release again. Find out who changed it, and check what was saved since.";

    /// <summary>
    /// Identity of the difference: the same every night while nothing changes. A further change is another difference, so that what a controller
    /// acknowledged never covers what was changed afterwards.
    /// </summary>
    public Guid Id => new(CanonicalText.Sha256(Sentence).Substring(0, 32));

    /// <summary>What the controller reads.</summary>
    public Finding Finding =>
        new()
        {
            Kind = FindingKind.ReleaseDiffers,
            Severity = FindingSeverity.Error,
            Owner = OwnerRole.Controller,
            Sentence = Sentence,
            NextStep = NextStep,
        };
}
