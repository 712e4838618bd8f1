namespace PowerIntegration.Gateway.Procore.Wire;

/// <summary>Currency of a record.</summary>
internal sealed record CurrencyWire(string? CurrencyIsoCode);
