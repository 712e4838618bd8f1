namespace PowerIntegration.Benchmarks;

/// <summary>One line after it is billed: columns C to I with percent, the balances before and after, and what it is paid.</summary>
public sealed class BareLine
{
    public required string LineId { get; init; }

    public required decimal Scheduled { get; init; }

    public required decimal WorkPrevious { get; init; }

    public required decimal WorkThisPeriod { get; init; }

    public required decimal Stored { get; init; }

    public required decimal Gross { get; init; }

    public required decimal Percent { get; init; }

    public required decimal ToFinish { get; init; }

    public required decimal HeldOnWork { get; init; }

    public required decimal HeldOnStored { get; init; }

    public required decimal GrossBefore { get; init; }

    public required decimal HeldBefore { get; init; }

    public required decimal Payable { get; init; }
}
