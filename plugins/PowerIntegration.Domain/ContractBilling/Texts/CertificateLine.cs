namespace PowerIntegration.Domain.ContractBilling.Texts;

/// <summary>One line of the certificate (G702).</summary>
/// <param name="Line">Its number on the form, such as 5a; empty for the summary of change orders.</param>
/// <param name="Name">What it says.</param>
/// <param name="Before">The figure before the application.</param>
/// <param name="Now">The figure with the application.</param>
public sealed record CertificateLine(string Line, string Name, decimal Before, decimal Now);
