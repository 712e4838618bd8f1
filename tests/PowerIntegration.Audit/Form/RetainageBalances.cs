namespace PowerIntegration.Audit.Form;

/// <summary>What the retainage of a contract remembers from one application to the next.</summary>
internal sealed record RetainageBalances
{
    /// <summary>
    /// Where the threshold lay when it was reached, in millionths of a cent; none while it is not. A later change order does not undo it.
    /// </summary>
    public Int128? Threshold { get; init; }

    /// <summary>G of every line before the application that reached it.</summary>
    public IReadOnlyList<long> GrossAt { get; init; } = [];

    /// <summary>What the terms held on every line before the application that reached it.</summary>
    public IReadOnlyList<long> HeldAt { get; init; } = [];

    /// <summary>Without the lines that were taken out.</summary>
    /// <param name="positions">Their positions.</param>
    public RetainageBalances Without(IReadOnlyList<int> positions) =>
        this with
        {
            GrossAt = [.. GrossAt.Where((_, position) => !positions.Contains(position))],
            HeldAt = [.. HeldAt.Where((_, position) => !positions.Contains(position))],
        };
}
