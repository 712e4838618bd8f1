namespace PowerIntegration.Sandbox.Demo;

/// <summary>What one month of billing led to.</summary>
/// <param name="Name">For example October 2025.</param>
/// <param name="Approved">Invoices that were approved in Procore.</param>
/// <param name="Posted">Documents that were posted in Oracle, with corrections and reversals.</param>
/// <param name="Net">What these documents add to the amount payable.</param>
/// <param name="ToDate">The amount payable of every document posted so far.</param>
public sealed record DemoMonth(string Name, int Approved, int Posted, decimal Net, decimal ToDate);
