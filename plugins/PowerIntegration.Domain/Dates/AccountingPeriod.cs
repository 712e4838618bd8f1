namespace PowerIntegration.Domain.Dates;

/// <summary>One accounting period of a business unit in Oracle.</summary>
public sealed record AccountingPeriod
{
    /// <summary>First day.</summary>
    public required CalendarDate Start { get; init; }

    /// <summary>Last day.</summary>
    public required CalendarDate End { get; init; }

    /// <summary>True where Payables takes postings.</summary>
    public required bool IsPayablesOpen { get; init; }

    /// <summary>True where the ledger takes postings.</summary>
    public required bool IsLedgerOpen { get; init; }

    /// <summary>True where Projects takes postings.</summary>
    public required bool IsProjectsOpen { get; init; }

    /// <summary>True where accounting is closing it: nothing more posts into it from here, although Oracle still takes postings.</summary>
    public bool IsCutOff { get; init; }

    /// <summary>True where all three take postings and accounting is not closing it.</summary>
    public bool IsOpen => IsPayablesOpen && IsLedgerOpen && IsProjectsOpen && !IsCutOff;

    /// <summary>True where the day is in the period.</summary>
    public bool Contains(CalendarDate day) => Start <= day && day <= End;
}
