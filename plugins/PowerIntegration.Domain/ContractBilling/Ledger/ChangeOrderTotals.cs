namespace PowerIntegration.Domain.ContractBilling.Ledger;

/// <summary>
/// The change order summary of the certificate (G702): what change orders added to the contract sum and what they took off, both without sign. A line
/// of the schedule of values counts on one side with each application, by what its scheduled value moves; the correction of a posted application
/// counts as an application of its own.
/// </summary>
/// <param name="Additions">What was added, in the major unit.</param>
/// <param name="Deductions">What was taken off, in the major unit.</param>
public readonly record struct ChangeOrderTotals(decimal Additions, decimal Deductions)
{
    /// <summary>Line 2 of the certificate, net change by change orders.</summary>
    public decimal Net => Additions - Deductions;

    /// <summary>All on one side: of a contract that is known by its net change alone.</summary>
    /// <param name="net">Line 2 of the certificate.</param>
    public static ChangeOrderTotals OfNet(decimal net) => default(ChangeOrderTotals).With(net);

    /// <summary>With one change more.</summary>
    /// <param name="change">What a scheduled value moves; below zero where it falls.</param>
    public ChangeOrderTotals With(decimal change) =>
        change < 0m ? this with { Deductions = Deductions - change } : this with { Additions = Additions + change };
}
