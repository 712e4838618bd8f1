using PowerIntegration.Domain.Dates;

namespace PowerIntegration.Domain.Wbs;

/// <summary>A transaction control of an Oracle project that forbids cost.</summary>
/// <param name="TaskNumber">Task; null for the whole project.</param>
/// <param name="ExpenditureType">Expenditure type; null for every type.</param>
/// <param name="From">First day; null where it always applied.</param>
/// <param name="To">Last day; null where it has no end.</param>
public sealed record TransactionControl(string? TaskNumber, string? ExpenditureType, CalendarDate? From, CalendarDate? To)
{
    /// <summary>True where it forbids the type on the task on the day.</summary>
    public bool Forbids(string taskNumber, string expenditureType, CalendarDate day) =>
        (TaskNumber is null || string.Equals(TaskNumber, taskNumber, StringComparison.Ordinal))
        && (ExpenditureType is null || string.Equals(ExpenditureType, expenditureType, StringComparison.Ordinal))
        && (From is not { } from || from <= day)
        && (To is not { } to || day <= to);
}
