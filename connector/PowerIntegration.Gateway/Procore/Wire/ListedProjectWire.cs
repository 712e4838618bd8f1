namespace PowerIntegration.Gateway.Procore.Wire;

/// <summary>A project with the company that it belongs to.</summary>
internal sealed record ListedProjectWire(long? Id, CompanyWire? Company);
