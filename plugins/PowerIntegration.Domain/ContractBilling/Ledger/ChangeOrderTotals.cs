namespace PowerIntegration.Domain.ContractBilling.Ledger;

/// <summary>
/// The change order summary of the certificate (G702): additions to the contract sum and deductions from it, both without sign. With each
/// application, a line of the schedule of values counts on one side, by the change in its scheduled value; a correction of a posted application
/// counts as a separate application.
/// </summary>
/// <param name="Additions">Additions, in the major unit.</param>
/// <param name="Deductions">Deductions, in the major unit.</param>
public readonly record struct ChangeOrderTotals(decimal Additions, decimal Deductions)
{
    /// <summary>Line 2 of the certificate, net change by change orders.</summary>
    public decimal Net => Additions - Deductions;

    /// <summary>All on one side, where only the net change is known.</summary>
    /// <param name="net">Line 2 of the certificate.</param>
    public static ChangeOrderTotals OfNet(decimal net) => default(ChangeOrderTotals).With(net);

    /// <summary>With one more change.</summary>
    /// <param name="change">The change in a scheduled value; below zero where it falls.</param>
    public ChangeOrderTotals With(decimal change) =>
        change < 0m ? this with { Deductions = Deductions - change } : this with { Additions = Additions + change };
}
