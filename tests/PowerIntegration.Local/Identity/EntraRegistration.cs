namespace PowerIntegration.Local.Identity;

/// <summary>The app registration of a service that tokens are issued for.</summary>
/// <param name="ClientId">Its client id, the audience of its tokens.</param>
/// <param name="ApplicationIdUri">Its application id URI, by which a token is asked for.</param>
/// <param name="Scope">The one delegated permission that it exposes.</param>
public sealed record EntraRegistration(Guid ClientId, string ApplicationIdUri, string Scope);
