using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Replay;
using PowerIntegration.Domain.ContractBilling.Terms;

namespace PowerIntegration.Tool.Billing;

/// <summary>An application of a contract file.</summary>
/// <param name="Terms">The terms that apply to it.</param>
/// <param name="Application">The application.</param>
internal sealed record ContractFileApplication(ContractTerms Terms, Application Application)
{
    /// <summary>Line 8 as it was really paid; null where the file does not say it.</summary>
    public decimal? Paid { get; init; }

    /// <summary>Retainage that was really held to date, by line; only lines for which the file says it.</summary>
    public IReadOnlyList<HeldOnLine> Held { get; init; } = [];
}
