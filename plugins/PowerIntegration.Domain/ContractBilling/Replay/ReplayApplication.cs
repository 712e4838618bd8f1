using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Terms;

namespace PowerIntegration.Domain.ContractBilling.Replay;

/// <summary>An application of a running contract, with what was really paid for it.</summary>
/// <param name="Terms">The proposed terms that apply to it.</param>
/// <param name="Application">The application.</param>
public sealed record ReplayApplication(ContractTerms Terms, Application Application)
{
    /// <summary>Line 8 as it was really paid; null where it is not known.</summary>
    public decimal? Paid { get; init; }

    /// <summary>Retainage that was really held to date, by line; only lines for which it is known.</summary>
    public IReadOnlyList<HeldOnLine> Held { get; init; } = [];

    /// <summary>True where it is known what was paid or held.</summary>
    internal bool IsCompared => Paid is not null || Held.Count > 0;
}
