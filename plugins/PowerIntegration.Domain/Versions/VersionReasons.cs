using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Versions;

/// <summary>Why a version of the configuration is not entered, activated or ended.</summary>
public static class VersionReasons
{
    /// <summary>The version's state does not allow it.</summary>
    public static ReasonCode VersionState { get; } = new("version-state", StopState.Refused, 31);

    /// <summary>The draft is not what was reviewed.</summary>
    public static ReasonCode VersionChanged { get; } = new("version-changed", StopState.Refused, 33);

    /// <summary>Another version applies to the same records and days.</summary>
    public static ReasonCode VersionOverlap { get; } = new("version-overlap", StopState.Refused, 34);

    /// <summary>The version would begin or end in a period that is posted.</summary>
    public static ReasonCode VersionBackDated { get; } = new("version-back-dated", StopState.Refused, 36);
}
