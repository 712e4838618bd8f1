namespace PowerIntegration.Gateway.Remote.SignIn;

/// <summary>A token of a system we call.</summary>
/// <param name="Value">The bearer token.</param>
/// <param name="Lifetime">How long it lives from when it was asked for.</param>
internal sealed record IssuedToken(string Value, TimeSpan Lifetime);
