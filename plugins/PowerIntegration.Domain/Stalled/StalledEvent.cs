using PowerIntegration.Domain.Findings;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Stalled;

/// <summary>A noticed change that did not become a document, as the sweep sees it.</summary>
public sealed record StalledEvent
{
    // A flow that was just started is left its time.
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(4);

    private const int AttemptsBeforeFinding = 2;

    /// <summary>Id of the row.</summary>
    public required Guid Id { get; init; }

    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>True where reading or preparing it failed.</summary>
    public required bool IsFailed { get; init; }

    /// <summary>Why it failed, for people.</summary>
    public string? Message { get; init; }

    /// <summary>When the row last changed, UTC.</summary>
    public required DateTime ModifiedOn { get; init; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; init; }

    /// <summary>When the sweep tries again; null at its next run, or where a failed event waits for its record to be corrected.</summary>
    public DateTime? NextTryOn { get; init; }

    /// <summary>When what a failed event may have waited for was added last, such as its commitment; null where nothing was.</summary>
    public DateTime? CauseAddedOn { get; init; }

    /// <summary>True where the sweep should read it now.</summary>
    public bool IsDue(DateTime now) => IsCauseAdded || (NextTryOn is { } next ? next <= now : !IsFailed && ModifiedOn + Grace <= now);

    private bool IsCauseAdded => IsFailed && CauseAddedOn is { } added && added >= ModifiedOn;

    /// <summary>What a person should know about it; null where nothing has to be done yet.</summary>
    public Finding? Finding =>
        IsFailed || Attempts > AttemptsBeforeFinding
            ? new Finding
            {
                Kind = FindingKind.EventFailed,
                Severity = Attempts > AttemptsBeforeFinding ? FindingSeverity.Error : FindingSeverity.Warning,
                Owner = OwnerRole.IntegrationAdministrator,
                Sentence = Sentence.Of(
                    $"{Name} was not read or prepared after {Attempts} {(Attempts == 1 ? "attempt" : "attempts")}.",
                    $"{(string.IsNullOrEmpty(Message) ? "" : " " + Message)}"
                ),
                NextStep = "Correct the cause. It will then be read again automatically.",
            }
            : null;
}
