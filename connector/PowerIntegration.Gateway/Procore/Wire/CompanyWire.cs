namespace PowerIntegration.Gateway.Procore.Wire;

/// <summary>A company that the integration account sees.</summary>
internal sealed record CompanyWire(long? Id);
