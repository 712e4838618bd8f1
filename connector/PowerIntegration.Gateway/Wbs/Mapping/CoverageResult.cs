namespace PowerIntegration.Gateway.Wbs.Mapping;

/// <summary>A coverage proof and what it found so far.</summary>
/// <param name="RunId">Row of the run.</param>
/// <param name="State">Waiting, Running, Finished or Failed.</param>
/// <param name="Message">Message to show to a person.</param>
/// <param name="Faults">Codes without exactly one coding on each date.</param>
/// <param name="Covered">Codes and dates with one coding.</param>
/// <param name="CatchAll">Of them, those that only a rule for every code covers.</param>
/// <param name="Stale">Codes and dates that were covered before.</param>
/// <param name="Ambiguous">Codes and dates with several equally specific rules.</param>
/// <param name="Uncovered">Codes and dates without a coding.</param>
/// <param name="AmountAtRisk">Open work on what is not covered.</param>
internal sealed record CoverageResult(
    string RunId,
    ProofState State,
    string Message,
    int Faults,
    int Covered,
    int CatchAll,
    int Stale,
    int Ambiguous,
    int Uncovered,
    decimal AmountAtRisk
);
