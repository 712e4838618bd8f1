using Microsoft.Extensions.Options;
using PowerIntegration.Gateway.Oracle.Wire;
using PowerIntegration.Gateway.Remote;

namespace PowerIntegration.Gateway.Oracle;

/// <summary>Reads from Oracle which accounting periods are open.</summary>
internal sealed class OraclePeriods(OracleClient oracle, IOptions<OracleOptions> options)
{
    // General Ledger is documented with this ID; that of Payables is the expected one.
    private const int Ledger = 101;
    private const int Payables = 200;

    /// <summary>Periods of General Ledger.</summary>
    public Task<IReadOnlyList<OraclePeriodStatusWire>> OfLedgerAsync(string ledgerId, CallBudget budget, CancellationToken cancellationToken) =>
        ListAsync(ledgerId, Ledger, budget, cancellationToken);

    /// <summary>Periods of Payables.</summary>
    public Task<IReadOnlyList<OraclePeriodStatusWire>> OfPayablesAsync(string ledgerId, CallBudget budget, CancellationToken cancellationToken) =>
        ListAsync(ledgerId, Payables, budget, cancellationToken);

    /// <summary>Periods of project costing; null where its ID is not configured.</summary>
    public async Task<IReadOnlyList<OraclePeriodStatusWire>?> OfProjectsAsync(
        string ledgerId,
        CallBudget budget,
        CancellationToken cancellationToken
    ) => options.Value.ProjectsApplicationId is { } id ? await ListAsync(ledgerId, id, budget, cancellationToken) : null;

    // Without an application, Oracle answers with rows of any of them.
    private Task<IReadOnlyList<OraclePeriodStatusWire>> ListAsync(
        string ledgerId,
        int applicationId,
        CallBudget budget,
        CancellationToken cancellationToken
    ) =>
        oracle.ListAsync<OraclePeriodStatusWire>(
            "accountingPeriodStatusLOV",
            "&q=" + Uri.EscapeDataString($"LedgerId={ledgerId} and ApplicationId={applicationId.ToString(CultureInfo.InvariantCulture)}"),
            budget,
            cancellationToken
        );
}
