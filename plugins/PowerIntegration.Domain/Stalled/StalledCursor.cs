using PowerIntegration.Domain.Findings;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Stalled;

/// <summary>The poll of one project's records, as the sweep sees it.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Attempts">How often it failed since it last went through.</param>
/// <param name="Message">Why it failed, for people.</param>
public sealed record StalledCursor(string Name, int Attempts, string? Message)
{
    /// <summary>Failures in a row that are no short outage any more.</summary>
    public const int AttemptsMin = 3;

    // Half a day, as the poll's own waits grow.
    private const int LongAttempts = 6;

    /// <summary>True where the poll goes through again.</summary>
    public bool IsMended => Attempts == 0;

    /// <summary>What a person should know about it; null where nothing has to be done yet.</summary>
    public Finding? Finding =>
        Attempts < AttemptsMin
            ? null
            : new Finding
            {
                Kind = FindingKind.CursorStalled,
                Severity = Attempts < LongAttempts ? FindingSeverity.Warning : FindingSeverity.Error,
                Owner = OwnerRole.IntegrationAdministrator,
                Sentence = Sentence.Of(
                    $"{Name} could not be read {Attempts} times in a row.",
                    $"{(string.IsNullOrEmpty(Message) ? "" : " " + Message)}"
                ),
                NextStep = "Correct the cause. Reading then continues where it stopped; nothing is skipped.",
            };
}
