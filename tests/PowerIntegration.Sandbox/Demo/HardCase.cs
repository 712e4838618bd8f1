namespace PowerIntegration.Sandbox.Demo;

/// <summary>A situation that a simple integration gets wrong: said before it happens, and looked up in Oracle afterwards.</summary>
/// <param name="Month">Name of the month in months.json.</param>
/// <param name="InvoiceNumber">The supplier's invoice that it is about; a job without this invoice does not have the case.</param>
/// <param name="Title">A few words.</param>
/// <param name="Before">What is special, and what has to come of it.</param>
/// <param name="Evidence">What Oracle shows; null where it does not show what has to be.</param>
internal sealed record HardCase(string Month, string InvoiceNumber, string Title, string Before, Func<DemoProof, string?> Evidence);
