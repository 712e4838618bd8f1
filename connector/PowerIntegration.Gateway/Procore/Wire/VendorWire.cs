namespace PowerIntegration.Gateway.Procore.Wire;

/// <summary>The vendor inside a commitment.</summary>
internal sealed record VendorWire(string? Company);
