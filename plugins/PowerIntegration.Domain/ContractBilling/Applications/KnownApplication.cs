namespace PowerIntegration.Domain.ContractBilling.Applications;

/// <summary>Another application of the contract.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Status">Its approval status.</param>
public sealed record KnownApplication(int Number, ApplicationStatus Status);
