using PowerIntegration.Domain.ContractBilling.Schedule;
using PowerIntegration.Domain.Dates;

namespace PowerIntegration.Domain.ContractBilling.Applications;

/// <summary>
/// One application for payment, from a subcontractor or to an owner. Lines carry what was approved, not what was claimed. Ledger lines that it does
/// not list keep their balance: missing is not zero.
/// </summary>
public sealed record Application
{
    /// <summary>Id of the record in the source system.</summary>
    public required string RecordId { get; init; }

    /// <summary>Revision of the record, 1 for the first; rises when money, coding or eligibility change.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>Application number of the contract.</summary>
    public required int Number { get; init; }

    /// <summary>End of the period.</summary>
    public CalendarDate? PeriodEnd { get; init; }

    /// <summary>ISO currency code.</summary>
    public string? Currency { get; init; }

    /// <summary>Its approval status.</summary>
    public required ApplicationStatus Status { get; init; }

    /// <summary>True for the last application of the contract.</summary>
    public bool IsFinal { get; init; }

    /// <summary>The lines.</summary>
    public IReadOnlyList<ApplicationLine> Lines { get; init; } = [];

    /// <summary>The certified header; null where there is none and the total of the lines decides.</summary>
    public CertifiedHeader? Header { get; init; }

    /// <summary>A cut that the reviewer made on the header only; null where the lines carry every cut.</summary>
    public HeaderCut? Cut { get; init; }

    /// <summary>Retainage that is released with it; null where none is.</summary>
    public RetainageRelease? Release { get; init; }

    /// <summary>Deductions after line 8.</summary>
    public IReadOnlyList<PaymentDeduction> Deductions { get; init; } = [];

    /// <summary>
    /// Changes of the schedule of values since the last posted application. Added lines need none: they are lines of the application.
    /// </summary>
    public IReadOnlyList<ScheduleChange> ScheduleChanges { get; init; } = [];

    /// <summary>The other applications of the contract that are known, in any order.</summary>
    public IReadOnlyList<KnownApplication> Others { get; init; } = [];

    /// <summary>What Oracle has posted by line; null where it was not read. Lines that are not named are not compared.</summary>
    public IReadOnlyList<OraclePosted>? Oracle { get; init; }

    /// <summary>A controller's decision to post a variance in this application; null where there is none.</summary>
    public CatchUpDecision? CatchUp { get; init; }

    /// <summary>
    /// True where it only releases retainage. It has the number of the last posted application but is not a correction of it.
    /// </summary>
    public bool IsReleaseOnly => Release is not null && Lines.Count == 0 && ScheduleChanges.Count == 0;

    /// <summary>Identity of this revision, as the ledger keeps it.</summary>
    public string RevisionKey => RecordId + "|" + Revision.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
