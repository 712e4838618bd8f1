namespace PowerIntegration.Domain.ContractBilling.Applications;

/// <summary>
/// Retainage paid to the payee. Totals are divided over the lines by what each holds, largest remainder, never more than a line holds.
/// </summary>
public abstract record RetainageRelease
{
    private RetainageRelease() { }

    /// <summary>
    /// The part of the release held for punch-list items: it moves to the punch-list bucket, and the rest is paid. Zero where none is held.
    /// </summary>
    public decimal PunchListHold { get; init; }

    /// <summary>A total.</summary>
    /// <param name="Amount">Above zero.</param>
    public sealed record Total(decimal Amount) : RetainageRelease;

    /// <summary>Down to an amount that stays held.</summary>
    /// <param name="Held">The total that stays held.</param>
    public sealed record DownTo(decimal Held) : RetainageRelease;

    /// <summary>All retainage left on every line.</summary>
    public sealed record Everything : RetainageRelease;

    /// <summary>Amounts by line.</summary>
    /// <param name="Lines">The lines.</param>
    public sealed record ByLine(IReadOnlyList<LineRelease> Lines) : RetainageRelease;
}
