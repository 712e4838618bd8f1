using PowerIntegration.Domain.Wbs.Coverage;

namespace PowerIntegration.Tool.Coverage;

/// <summary>The counts of a proof.</summary>
internal sealed class CoverageSummary
{
    private readonly int[] states = new int[Enum.GetValues<CoverageState>().Length];

    /// <summary>Codes that were read.</summary>
    public int Codes { get; private set; }

    /// <summary>Codes with a day that is not covered, or covered only by a rule for all codes.</summary>
    public int Faults { get; private set; }

    /// <summary>Days that are covered only by a rule for all codes.</summary>
    public int CatchAll { get; private set; }

    /// <summary>The money of all days that are not safe.</summary>
    public decimal AtRisk { get; private set; }

    /// <summary>Days of a state.</summary>
    public int Days(CoverageState state) => states[(int)state];

    /// <summary>Counts a day.</summary>
    public void Add(CodeCoverage coverage, decimal amount)
    {
        states[(int)coverage.State]++;
        CatchAll += coverage.IsCatchAll ? 1 : 0;
        AtRisk += coverage.IsSafe ? 0m : amount;
    }

    /// <summary>Counts a code.</summary>
    public void AddCode(bool isFault)
    {
        Codes++;
        Faults += isFault ? 1 : 0;
    }
}
