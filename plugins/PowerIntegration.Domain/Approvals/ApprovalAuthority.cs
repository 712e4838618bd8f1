using PowerIntegration.Domain.Dates;

namespace PowerIntegration.Domain.Approvals;

/// <summary>One active row of <c>pint_approvalauthority</c>: who may approve documents of one type, up to which amount, on which days.</summary>
public sealed record ApprovalAuthority
{
    /// <summary>Key of the row.</summary>
    public required string Key { get; init; }

    /// <summary>True where it is for one project; an authority for every project is less specific.</summary>
    public required bool IsForProject { get; init; }

    /// <summary>Who may approve.</summary>
    public required Approver Approver { get; init; }

    /// <summary>Who approves in place of the approver on the days of the delegation; null where no one does.</summary>
    public Approver? Delegate { get; init; }

    /// <summary>First day of the delegation; null where it has none.</summary>
    public CalendarDate? DelegateFrom { get; init; }

    /// <summary>Last day of the delegation; null where it has no end.</summary>
    public CalendarDate? DelegateTo { get; init; }

    /// <summary>Largest absolute amount, in <see cref="Currency"/>.</summary>
    public required decimal Limit { get; init; }

    /// <summary>ISO code of the currency of the limit.</summary>
    public required string Currency { get; init; }

    /// <summary>First day.</summary>
    public required CalendarDate ValidFrom { get; init; }

    /// <summary>Last day; null where it has no end.</summary>
    public CalendarDate? ValidTo { get; init; }

    /// <summary>True where it applies on the day.</summary>
    public bool IsValidOn(CalendarDate day) => ValidFrom <= day && (ValidTo is not { } last || day <= last);

    /// <summary>True where the delegate approves on the day. A delegation without a first day does not begin.</summary>
    public bool IsDelegatedOn(CalendarDate day) =>
        Delegate is not null && DelegateFrom is { } first && first <= day && (DelegateTo is not { } last || day <= last);

    /// <summary>Who approves on the day: the delegate on the days of the delegation, else the approver.</summary>
    public Approver ActingOn(CalendarDate day) => IsDelegatedOn(day) ? Delegate! : Approver;

    /// <summary>True where the amount is within the limit.</summary>
    /// <param name="amount">Absolute amount.</param>
    /// <param name="currency">ISO code of its currency.</param>
    public bool Covers(decimal amount, string currency) => currency == Currency && amount <= Limit;
}
