namespace PowerIntegration.Gateway.Connection;

/// <summary>The pair of systems behind a connection, and what the caller may do there.</summary>
/// <param name="Environment">Key of the environment.</param>
/// <param name="ProcoreCompanyId">The Procore company.</param>
/// <param name="OraclePod">The Oracle pod.</param>
/// <param name="Roles">App roles of the caller's token.</param>
internal sealed record ConnectionDescription(string Environment, string ProcoreCompanyId, string OraclePod, IReadOnlyList<string> Roles);
