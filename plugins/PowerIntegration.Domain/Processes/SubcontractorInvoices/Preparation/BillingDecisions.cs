using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Schedule;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Variances;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;

/// <summary>What people decided about one document beyond what its source says. Each decision carries the name of who took it.</summary>
public sealed record BillingDecisions
{
    /// <summary>A controller lets a variance post inside the application; null if no one did.</summary>
    public CatchUpDecision? CatchUp { get; init; }

    /// <summary>A cut that the reviewer made on the header only; null where there is none.</summary>
    public HeaderCut? Cut { get; init; }

    /// <summary>Retainage that is released without the source saying so; null where none is.</summary>
    public RetainageRelease? Release { get; init; }

    /// <summary>Deductions after line 8.</summary>
    public IReadOnlyList<PaymentDeduction> Deductions { get; init; } = [];

    /// <summary>Changes of the schedule of values that the source does not name: splits, merges, deletions, recodings.</summary>
    public IReadOnlyList<ScheduleChange> ScheduleChanges { get; init; } = [];

    /// <summary>The vendor's direct cost of materials in this application; null if no one said. Only withholding asks for it.</summary>
    public decimal? Materials { get; init; }

    /// <summary>Tax on a release that is decided here, which no invoice states; null if no one said.</summary>
    public decimal? Tax { get; init; }

    /// <summary>Application numbers that will never come.</summary>
    public IReadOnlyList<int> VoidNumbers { get; init; } = [];

    /// <summary>What Oracle has posted by line, where a person looked it up; null if no one did.</summary>
    public IReadOnlyList<OraclePosted>? Oracle { get; init; }

    /// <summary>
    /// The variances that stood when <see cref="CatchUp"/> or <see cref="Oracle"/> was decided: the decision is about these figures and no others.
    /// </summary>
    public IReadOnlyList<OracleVariance> OracleVariances { get; init; } = [];

    /// <summary>A controller lets the document be posted again after its invoice was canceled in Oracle; null where no one did.</summary>
    public PostAgainDecision? PostAgain { get; init; }

    /// <summary>Documents of the vendor that look like this one and are other bills: a controller asked.</summary>
    public IReadOnlyCollection<Guid> DiffersFrom { get; init; } = [];

    /// <summary>Oracle's ids of invoices that look like this one and are other bills: a controller asked.</summary>
    public IReadOnlyCollection<string> DiffersFromOracle { get; init; } = [];

    /// <summary>True where a decision changes what is paid beyond what the source says, so that a correction cannot do without it.</summary>
    public bool ChangesPayment => Cut is not null || Release is not null || Deductions.Count > 0;

    /// <summary>What the decisions take off what the source certifies, in the major unit of the commitment's currency.</summary>
    public decimal Deducted => Deductions.Sum(deduction => deduction.Amount) + (Cut?.Amount ?? 0m);

    /// <summary>A controller says that no cut, deduction or release applies to a correction any more.</summary>
    public bool NothingApplies { get; init; }

    /// <summary>
    /// True where nothing is decided but that the document is posted again or differs from another: it says nothing about what is paid, and what was
    /// decided about that before stays.
    /// </summary>
    public bool IsAdditionOnly =>
        (PostAgain is not null || DiffersFrom.Count + DiffersFromOracle.Count > 0)
        && !NothingApplies
        && !IsAboutBase
        && Cut is null
        && Release is null
        && Materials is null
        && Tax is null
        && Deductions.Count + ScheduleChanges.Count + VoidNumbers.Count == 0;

    /// <summary>True where a controller decided from which balances the document is billed.</summary>
    public bool IsAboutBase => CatchUp is not null || Oracle is not null;
}
