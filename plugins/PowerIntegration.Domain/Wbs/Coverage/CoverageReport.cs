namespace PowerIntegration.Domain.Wbs.Coverage;

/// <summary>The coverage of a project: what is not covered one by one, and the covered codes in sum.</summary>
public sealed record CoverageReport
{
    /// <summary>Codes that were proved.</summary>
    public required int Codes { get; init; }

    /// <summary>Codes and days with one coding of a rule that was made for them.</summary>
    public required int Covered { get; init; }

    /// <summary>Codes and days that only a rule for every code covers.</summary>
    public required int CatchAll { get; init; }

    /// <summary>Codes and days with two or more equally specific rules.</summary>
    public required int Ambiguous { get; init; }

    /// <summary>Codes and days without a coding that had one before.</summary>
    public required int Stale { get; init; }

    /// <summary>Codes and days without a coding.</summary>
    public required int Uncovered { get; init; }

    /// <summary>Codes with a day that is not covered, or only by a rule for every code.</summary>
    public required int Faults { get; init; }

    /// <summary>Open work of the codes with a fault, each counted once.</summary>
    public required decimal AmountAtRisk { get; init; }

    /// <summary>What is not covered, in the order of the codes.</summary>
    public required IReadOnlyList<CoverageFinding> Findings { get; init; }

    /// <summary>The result in one sentence.</summary>
    public string Sentence =>
        Codes == 0 ? "The project has no codes in use."
        : Faults == 0 ? $"All {Number(Codes)} codes have one Oracle coding on each date."
        : $"{Number(Codes - Faults)} of {Number(Codes)} codes have one Oracle coding on each date. {Number(Faults)} "
            + $"{(Faults == 1 ? "has" : "have")} not, with open work of {Refusals.Sentence.Amount(AmountAtRisk)}.";

    private static string Number(int count) => count.ToString("#,0", CultureInfo.InvariantCulture);
}
