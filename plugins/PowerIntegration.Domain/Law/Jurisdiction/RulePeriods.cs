namespace PowerIntegration.Domain.Law.Jurisdiction;

/// <summary>Days of a rule, each null where the rule does not state it.</summary>
public sealed record RulePeriods
{
    /// <summary>Days for the owner to pay.</summary>
    public int? OwnerDays { get; init; }

    /// <summary>Days for each lower tier to pay.</summary>
    public int? PassThroughDays { get; init; }

    /// <summary>Days to release retainage.</summary>
    public int? ReleaseDays { get; init; }

    /// <summary>Days to give a notice or an answer.</summary>
    public int? NoticeDays { get; init; }

    /// <summary>How the days are counted.</summary>
    public DayKind DayKind { get; init; }
}
