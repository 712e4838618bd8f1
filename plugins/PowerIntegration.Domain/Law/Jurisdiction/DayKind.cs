namespace PowerIntegration.Domain.Law.Jurisdiction;

/// <summary>How days of a rule are counted.</summary>
public enum DayKind
{
    /// <summary>Every day counts.</summary>
    Calendar,

    /// <summary>Only working days count. They differ by place, so no date is computed from them.</summary>
    Business,
}
