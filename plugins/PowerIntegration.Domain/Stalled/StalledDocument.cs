using PowerIntegration.Domain.Approvals;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Findings;
using PowerIntegration.Domain.Law.Reasons;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Stalled;

/// <summary>A document that is not at its end, as the sweep sees it.</summary>
public sealed record StalledDocument
{
    // A flow that was just started is left its time.
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(4);

    // Short delays of what is on its way are no finding.
    private const int AttemptsBeforeFinding = 2;

    private const string FromOracle = "oracle-";

    // The waits double up to nine hours and a half.
    /// <summary>How often files that cannot be attached are tried.</summary>
    public const int NotSentAttemptsMax = 12;

    /// <summary>Id of the row.</summary>
    public required Guid Id { get; init; }

    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>What it is about.</summary>
    public required DocumentKind Kind { get; init; }

    /// <summary>State.</summary>
    public required DocumentState State { get; init; }

    /// <summary>Why it was stopped, as the row spells it.</summary>
    public string? ReasonCode { get; init; }

    /// <summary>The same as a sentence.</summary>
    public string? Reason { get; init; }

    /// <summary>When the row last changed, UTC.</summary>
    public required DateTime ModifiedOn { get; init; }

    /// <summary>Until when a call may be sending it; null where none is.</summary>
    public DateTime? LeaseUntil { get; init; }

    /// <summary>How often the sweep tried it since its cause last changed.</summary>
    public int Attempts { get; init; }

    /// <summary>When the sweep tries again; null at its next run.</summary>
    public DateTime? NextTryOn { get; init; }

    /// <summary>When what it depends on was last changed; null where that was not looked at.</summary>
    public DateTime? CauseChangedOn { get; init; }

    /// <summary>What it pays, or would pay; null where that is not known.</summary>
    public decimal? Amount { get; init; }

    /// <summary>ISO code of the amount.</summary>
    public string? Currency { get; init; }

    /// <summary>How many of its files wait to be attached.</summary>
    public int AttachmentsWaiting { get; init; }

    /// <summary>How many of its files cannot be attached as they are.</summary>
    public int AttachmentsNotSent { get; init; }

    /// <summary>How often the sweep tried its files since the list of them last changed.</summary>
    public int AttachmentAttempts { get; init; }

    /// <summary>When the sweep tries its files again; null at its next run.</summary>
    public DateTime? AttachmentNextTryOn { get; init; }

    /// <summary>
    /// True where the sweep should have its files attached now. What a person has to correct is tried again for about three days, because a limit may
    /// be raised; then another list of files starts it again.
    /// </summary>
    public bool AreAttachmentsDue(DateTime now) =>
        State == DocumentState.Posted
        && (AttachmentsWaiting > 0 || (AttachmentsNotSent > 0 && AttachmentAttempts < NotSentAttemptsMax))
        && (AttachmentNextTryOn is { } next ? next <= now : ModifiedOn + Grace <= now);

    /// <summary>What lets it go on, whether or not it is due.</summary>
    public StalledStep Step =>
        State switch
        {
            DocumentState.Received => StalledStep.Prepare,
            DocumentState.Prepared or DocumentState.Submitted => DocumentKinds.IsSent(Kind) ? StalledStep.Submit : StalledStep.None,

            // Nothing more is expected of a void source, unless Procore changes it; then it comes through the inbox.
            DocumentState.Refused when ReasonCode == DocumentReasons.SourceVoid.Wire => StalledStep.None,

            // Only a look at Oracle finds that what was sent was canceled there, and only another preparation that it need not change: in turn.
            DocumentState.Held when Claim.IsLookedAtOnly(State, ReasonCode) && DocumentKinds.IsSent(Kind) && Attempts % 2 == 0 => StalledStep.Submit,

            // What Oracle shows of posted invoices is stored with the document; only another reading finds that it was mended.
            DocumentState.Held when NeedsReading => StalledStep.Read,
            DocumentState.Held or DocumentState.Refused => StalledStep.Prepare,
            _ => StalledStep.None,
        };

    /// <summary>Approval status of its records in Oracle; null where none was read.</summary>
    public string? OracleApprovalStatus { get; init; }

    /// <summary>True where it posted under a payment hold that does not count as released.</summary>
    public bool IsUnderHold { get; init; }

    /// <summary>True where Oracle refuses its payment hold; a finding of its own says so.</summary>
    public bool IsHoldRefused => State == DocumentState.Submitted && ReasonCode == LawReasons.PaymentHoldRefused.Wire;

    /// <summary>True where it was stopped, as opposed to being on its way.</summary>
    public bool IsStopped => State is DocumentState.Held or DocumentState.Refused;

    /// <summary>True where nothing more happens to it.</summary>
    public bool IsAtItsEnd => DocumentStateMachine.IsFinal(State);

    /// <summary>True where the sweep should let it go on now.</summary>
    public bool IsDue(DateTime now) => Step != StalledStep.None && !IsClaimed(now) && (IsTryDue(now) || IsCauseChanged);

    /// <summary>The count after the try that is made now. It begins again where the cause changed: the wait gets short again.</summary>
    public int AttemptsAfter => IsCauseChanged ? 1 : Attempts + 1;

    /// <summary>True where the cause of a finding of the kind is still there.</summary>
    /// <param name="kind">Kind of the finding, as its row spells it.</param>
    /// <param name="isReplaced">True where a later revision of it exists.</param>
    public bool HasCauseOf(string? kind, bool isReplaced) =>
        kind == FindingKind.DocumentStopped.Wire ? IsStopped
        : kind == FindingKind.ReversalUnconfirmed.Wire || kind == FindingKind.ApprovalOverdue.Wire ? State == DocumentState.AwaitingApproval
        : kind == FindingKind.DocumentReversed.Wire ? State == DocumentState.Reversed && !isReplaced
        : kind == FindingKind.AttachmentsNotSent.Wire ? State == DocumentState.Posted && AttachmentsNotSent > 0
        : kind == FindingKind.AttachmentsUnfinished.Wire ? State == DocumentState.Posted && AttachmentsWaiting > 0
        : kind == FindingKind.PaymentHoldRefused.Wire ? IsHoldRefused
        : kind == FindingKind.OracleRejected.Wire ? State == DocumentState.Posted && OracleApproval.IsRejected(OracleApprovalStatus)
        : kind == FindingKind.PaymentHoldReleased.Wire || kind == FindingKind.PaymentHoldStuck.Wire ? IsUnderHold
        : !IsStopped && !IsAtItsEnd;

    /// <summary>What a person should know about it; null where nothing has to be done yet.</summary>
    public Finding? Finding =>
        Step == StalledStep.None ? null
        : IsStopped && (State == DocumentState.Refused || Attempts >= AttemptsBeforeFinding)
            ? new Finding
            {
                Kind = FindingKind.DocumentStopped,
                Severity = State == DocumentState.Refused ? FindingSeverity.Error : FindingSeverity.Warning,
                Owner = FindingOwners.Of(ReasonCode),
                Sentence = Sentence.Of($"{Name} is {State}: {Reason}"),
                NextStep = "Correct the cause. The document is then prepared again automatically.",
                Amount = Amount,
                Currency = Currency,
            }
        : !IsStopped && !IsHoldRefused && Attempts > AttemptsBeforeFinding
            ? new Finding
            {
                Kind = FindingKind.DocumentUnfinished,
                Severity = FindingSeverity.Warning,
                Owner = State == DocumentState.Submitted ? OwnerRole.AccountsPayable : OwnerRole.IntegrationAdministrator,
                Sentence = Sentence.Of($"{Name} is {State} after {Attempts} attempts.", $"{(string.IsNullOrEmpty(Reason) ? "" : " " + Reason)}"),
                NextStep =
                    State == DocumentState.Submitted
                        ? "Ask accounts payable to check in Oracle why the invoice is not validated."
                        : "Ask the integration administrator to check the run history of the flows and the gateway.",
                Amount = Amount,
                Currency = Currency,
            }
        : null;

    /// <summary>
    /// A finding about one failed try, with the amount where it lasts: what the next try cures needs no one to acknowledge it.
    /// </summary>
    public Finding WithMoney(Finding failure) => Attempts < AttemptsBeforeFinding ? failure : failure with { Amount = Amount, Currency = Currency };

    private bool NeedsReading => ReasonCode?.StartsWith(FromOracle, StringComparison.Ordinal) == true;

    private bool IsCauseChanged => IsStopped && NextTryOn is { } next && CauseChangedOn is { } changed && changed >= Backoff.LastTry(Attempts, next);

    private bool IsTryDue(DateTime now) => NextTryOn is { } next ? next <= now : IsStopped || ModifiedOn + Grace <= now;

    // A lease that runs longer than one is given was not given by a claim, and holds no one up.
    private bool IsClaimed(DateTime now) => LeaseUntil is { } until && until > now && until <= now + Claim.Lease;
}
