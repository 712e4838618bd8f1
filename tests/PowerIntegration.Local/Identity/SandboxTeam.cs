namespace PowerIntegration.Local.Identity;

/// <summary>A team of users. It is named by each of its members, each time with the same roles.</summary>
/// <param name="Name">Its name in Dataverse.</param>
/// <param name="SecurityRoles">Names of the Dataverse security roles that its members have through it.</param>
public sealed record SandboxTeam(string Name, IReadOnlyList<string> SecurityRoles);
