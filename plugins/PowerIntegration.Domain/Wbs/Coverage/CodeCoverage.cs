using PowerIntegration.Domain.Dates;

namespace PowerIntegration.Domain.Wbs.Coverage;

/// <summary>The proof for one code on one day.</summary>
/// <param name="State">Whether it is covered.</param>
/// <param name="Decision">The rules, the coding and the fault.</param>
/// <param name="IsCatchAll">True where it is covered only by a rule that takes codes which no one looked at.</param>
/// <param name="Until">The last earlier day on which it was covered; null unless it is stale.</param>
public sealed record CodeCoverage(CoverageState State, CodeDecision Decision, bool IsCatchAll, CalendarDate? Until)
{
    /// <summary>True where it is covered by a rule that was made for it.</summary>
    public bool IsSafe => State == CoverageState.Covered && !IsCatchAll;
}
