using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Wbs;

/// <summary>Why a Procore code has no Oracle coding.</summary>
public static class WbsReasons
{
    /// <summary>A Procore code has no mapping rule or no Oracle task.</summary>
    public static ReasonCode WbsUnmapped { get; } = new("wbs-unmapped", StopState.Refused, 600);

    /// <summary>Two equally exact mapping rules match a Procore code.</summary>
    public static ReasonCode WbsAmbiguous { get; } = new("wbs-ambiguous", StopState.Refused, 610);

    /// <summary>Two equally specific mapping rules would take the same code on the same day.</summary>
    public static ReasonCode MappingConflict { get; } = new("mapping-conflict", StopState.Refused, 615);

    /// <summary>The project has no such Oracle task.</summary>
    public static ReasonCode TaskUnknown { get; } = new("task-unknown", StopState.Refused, 620);

    /// <summary>The Oracle task has subtasks.</summary>
    public static ReasonCode TaskNotLowestLevel { get; } = new("task-not-lowest-level", StopState.Refused, 630);

    /// <summary>The Oracle task is not chargeable.</summary>
    public static ReasonCode TaskNotChargeable { get; } = new("task-not-chargeable", StopState.Refused, 640);

    /// <summary>The Oracle task is not open on the expenditure item date.</summary>
    public static ReasonCode TaskNotOpen { get; } = new("task-not-open", StopState.Refused, 650);

    /// <summary>A transaction control of the Oracle project forbids the expenditure type on the task on that day.</summary>
    public static ReasonCode TransactionControl { get; } = new("transaction-control", StopState.Refused, 651);

    /// <summary>The expenditure type is not active in Oracle on that day.</summary>
    public static ReasonCode TypeInactive { get; } = new("type-inactive", StopState.Refused, 652);

    /// <summary>The expenditure type cannot be used for this kind of document.</summary>
    public static ReasonCode TypeClass { get; } = new("type-class", StopState.Refused, 653);

    /// <summary>The organization owns no expenditures in Oracle on that day.</summary>
    public static ReasonCode Organization { get; } = new("organization", StopState.Refused, 654);

    /// <summary>The organization is in another business unit than the project, which takes no cost of other units.</summary>
    public static ReasonCode BusinessUnit { get; } = new("business-unit", StopState.Refused, 655);

    /// <summary>Every reason for which a document waits because of the coding of a line.</summary>
    public static IReadOnlyList<ReasonCode> OfDocuments { get; } =
    [
        WbsUnmapped,
        WbsAmbiguous,
        TaskUnknown,
        TaskNotLowestLevel,
        TaskNotChargeable,
        TaskNotOpen,
        TransactionControl,
        TypeInactive,
        TypeClass,
        Organization,
        BusinessUnit,
    ];
}
