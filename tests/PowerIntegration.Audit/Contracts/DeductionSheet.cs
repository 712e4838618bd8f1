namespace PowerIntegration.Audit.Contracts;

/// <summary>An amount after line 8.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Amount">Cents, positive.</param>
/// <param name="Account">The account it is booked to.</param>
/// <param name="Name">To whom or for what.</param>
public sealed record DeductionSheet(DeductionKind Kind, long Amount, string Account, string Name);
