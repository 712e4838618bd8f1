namespace PowerIntegration.Domain.Law.Jurisdiction;

/// <summary>Days of a rule, each null where the rule does not speak of it.</summary>
public sealed record RulePeriods
{
    /// <summary>Days for the owner to pay.</summary>
    public int? OwnerDays { get; init; }

    /// <summary>Days for each tier below to pay on what it received.</summary>
    public int? PassThroughDays { get; init; }

    /// <summary>Days within which retainage is released.</summary>
    public int? ReleaseDays { get; init; }

    /// <summary>Days within which a notice or an answer is given.</summary>
    public int? NoticeDays { get; init; }

    /// <summary>How the days are counted.</summary>
    public DayKind DayKind { get; init; }
}
