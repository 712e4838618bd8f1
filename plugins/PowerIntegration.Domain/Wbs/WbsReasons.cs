using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Wbs;

/// <summary>Why a Procore code has no Oracle coding.</summary>
public static class WbsReasons
{
    /// <summary>A Procore code has no mapping rule or no Oracle task.</summary>
    public static ReasonCode WbsUnmapped { get; } = new("wbs-unmapped", StopState.Refused, 600);

    /// <summary>Two equally exact mapping rules match a Procore code.</summary>
    public static ReasonCode WbsAmbiguous { get; } = new("wbs-ambiguous", StopState.Refused, 610);

    /// <summary>The project has no such Oracle task.</summary>
    public static ReasonCode TaskUnknown { get; } = new("task-unknown", StopState.Refused, 620);

    /// <summary>The Oracle task has subtasks.</summary>
    public static ReasonCode TaskNotLowestLevel { get; } = new("task-not-lowest-level", StopState.Refused, 630);

    /// <summary>The Oracle task is not chargeable.</summary>
    public static ReasonCode TaskNotChargeable { get; } = new("task-not-chargeable", StopState.Refused, 640);

    /// <summary>The Oracle task is not open on the expenditure item date.</summary>
    public static ReasonCode TaskNotOpen { get; } = new("task-not-open", StopState.Refused, 650);
}
