namespace PowerIntegration.Domain.Wbs;

/// <summary>Why a code has no valid coding on a day. The order is that in which faults are reported.</summary>
public enum CodingFault
{
    /// <summary>No rule fits.</summary>
    NoRow,

    /// <summary>Two or more equally specific rules fit.</summary>
    TwoRows,

    /// <summary>No task is named, or the project has no such task.</summary>
    TaskMissing,

    /// <summary>The task is not at the lowest level.</summary>
    SummaryTask,

    /// <summary>The task takes no cost.</summary>
    NotChargeable,

    /// <summary>The day is after the task's last day.</summary>
    TaskClosed,

    /// <summary>The day is before the task's first day.</summary>
    TaskDates,

    /// <summary>A transaction control forbids the expenditure type there on that day.</summary>
    TransactionControl,

    /// <summary>The expenditure type is not listed, not active, or outside its dates.</summary>
    TypeInactive,

    /// <summary>The needed expenditure type class is not among the type's classes.</summary>
    TypeClass,

    /// <summary>The organization is not listed, owns no expenditures, or is outside its dates.</summary>
    Organization,

    /// <summary>The organization's business unit is not the project's, and the project takes no cost of other units.</summary>
    BusinessUnit,
}
