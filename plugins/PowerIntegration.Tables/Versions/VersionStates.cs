using PowerIntegration.Domain.Versions;

namespace PowerIntegration.Tables.Versions;

/// <summary>States of a version as a choice.</summary>
public static class VersionStates
{
    /// <summary>The state of a choice value; null for none.</summary>
    /// <exception cref="InvalidOperationException">The choice has no such value.</exception>
    public static VersionState? FromChoice(int? value) =>
        value switch
        {
            null => null,
            RuleStateChoice.Draft => VersionState.Draft,
            RuleStateChoice.Active => VersionState.Active,
            RuleStateChoice.Superseded => VersionState.Superseded,
            _ => throw new InvalidOperationException(
                $"The state has the unknown value {value}. Ask the integration administrator to import the solution again."
            ),
        };
}
