namespace PowerIntegration.Local.Oracle;

/// <summary>A confidential application of the identity domain that asks for tokens with its client credentials.</summary>
/// <param name="ClientId">The client's id.</param>
/// <param name="ClientSecret">The client's secret.</param>
/// <param name="UserName">The Fusion user that its calls run as.</param>
public sealed record OracleClient(string ClientId, string ClientSecret, string UserName);
