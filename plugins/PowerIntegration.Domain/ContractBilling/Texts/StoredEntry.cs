namespace PowerIntegration.Domain.ContractBilling.Texts;

/// <summary>One line of the journals.</summary>
/// <param name="Account">Role and account, or the coding.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Debit">Debit; zero where it is a credit.</param>
/// <param name="Credit">Credit; zero where it is a debit.</param>
public sealed record StoredEntry(string Account, string Description, decimal Debit, decimal Credit);
