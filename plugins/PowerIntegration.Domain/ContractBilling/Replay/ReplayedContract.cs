namespace PowerIntegration.Domain.ContractBilling.Replay;

/// <summary>The applications of a contract, billed by its terms and compared with what was really paid.</summary>
public sealed record ReplayedContract
{
    internal ReplayedContract() { }

    /// <summary>The number of applications for which it is known what was paid or held.</summary>
    public required int Compared { get; init; }

    /// <summary>The applications for which it is not known.</summary>
    public required IReadOnlyList<int> NotCompared { get; init; }

    /// <summary>Every difference, in the order of the applications.</summary>
    public required IReadOnlyList<ReplayDifference> Differences { get; init; }

    /// <summary>The number of applications that are not billed.</summary>
    public required int Stopped { get; init; }

    /// <summary>What the rounding of the source explains, added without signs.</summary>
    public required decimal Rounded { get; init; }

    /// <summary>Retainage that the source calls released and the terms do not return by themselves.</summary>
    public required decimal Released { get; init; }

    /// <summary>The differences that terms have to explain: those that no person made.</summary>
    public IEnumerable<ReplayDifference> Open => Differences.Where(difference => !difference.IsOverridden);

    /// <summary>True where terms leave nothing to explain.</summary>
    public bool IsExplained => !Open.Any();

    /// <summary>The open differences of the payments, added without their signs.</summary>
    public decimal PaymentGap => Open.Where(difference => difference.Figure == ReplayFigure.Payment).Sum(Size);

    /// <summary>The open differences of the retainage, added without their signs.</summary>
    public decimal RetainageGap => Open.Where(difference => difference.Figure != ReplayFigure.Payment).Sum(Size);

    /// <summary>All open differences, added without their signs.</summary>
    public decimal Gap => Open.Sum(Size);

    /// <summary>The number of applications with an open difference.</summary>
    public int Differing => Open.Select(difference => difference.Application).Distinct().Count();

    /// <summary>The applications whose retainage a person overrode, also those in which such a difference remains.</summary>
    public IReadOnlyList<int> Overridden =>
        [.. Differences.Where(difference => difference.IsOverridden).Select(difference => difference.Application).Distinct()];

    /// <summary>Bills the contract and compares it.</summary>
    public static ReplayedContract Of(ReplayHistory history) => new ReplayRun(history).Run();

    private static decimal Size(ReplayDifference difference) => Math.Abs(difference.Difference);
}
