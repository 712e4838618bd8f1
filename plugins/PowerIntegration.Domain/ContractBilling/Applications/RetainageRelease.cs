namespace PowerIntegration.Domain.ContractBilling.Applications;

/// <summary>
/// Retainage that goes back to the payee. Totals go to the lines by what each holds, largest remainder, never more than a line holds.
/// </summary>
public abstract record RetainageRelease
{
    private RetainageRelease() { }

    /// <summary>
    /// What stays held for punch-list items, out of what is released: it moves to the punch-list bucket, the rest is paid. Zero where nothing stays.
    /// </summary>
    public decimal PunchListHold { get; init; }

    /// <summary>A total.</summary>
    /// <param name="Amount">Above zero.</param>
    public sealed record Total(decimal Amount) : RetainageRelease;

    /// <summary>Down to what stays held.</summary>
    /// <param name="Held">What stays held in all.</param>
    public sealed record DownTo(decimal Held) : RetainageRelease;

    /// <summary>Everything that is left on every line.</summary>
    public sealed record Everything : RetainageRelease;

    /// <summary>Amounts by line.</summary>
    /// <param name="Lines">The lines.</param>
    public sealed record ByLine(IReadOnlyList<LineRelease> Lines) : RetainageRelease;
}
