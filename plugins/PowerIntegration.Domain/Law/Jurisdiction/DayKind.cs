namespace PowerIntegration.Domain.Law.Jurisdiction;

/// <summary>How days of a rule are counted.</summary>
public enum DayKind
{
    /// <summary>Every day counts.</summary>
    Calendar,

    /// <summary>Only working days count; which they are is a matter of the place, so no date is computed from them.</summary>
    Business,
}
