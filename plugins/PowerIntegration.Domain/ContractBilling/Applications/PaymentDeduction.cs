namespace PowerIntegration.Domain.ContractBilling.Applications;

/// <summary>A deduction after line 8. It is not part of G and carries no retainage.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Name, such as the reference of the back-charge.</param>
/// <param name="Amount">The deduction; above zero.</param>
/// <param name="Account">Account it posts to.</param>
/// <param name="ApprovedBy">Who approved it.</param>
public sealed record PaymentDeduction(DeductionKind Kind, string Name, decimal Amount, string? Account, string? ApprovedBy);
