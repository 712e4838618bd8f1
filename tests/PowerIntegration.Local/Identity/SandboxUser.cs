namespace PowerIntegration.Local.Identity;

/// <summary>A person or an application the sandbox knows.</summary>
/// <param name="Name">Short name for the command line, lower case.</param>
/// <param name="ObjectId">Identity in the token, the Entra object id.</param>
/// <param name="SystemUserId">Identity in Dataverse.</param>
/// <param name="FullName">Shown name.</param>
/// <param name="Email">User principal name.</param>
/// <param name="SecurityRoles">Names of Dataverse security roles.</param>
/// <param name="AppRoles">App roles of the gateway: Read, Submit, Administer.</param>
/// <param name="IsApplication">Whether it is an application, not a person.</param>
/// <param name="ApplicationId">Client id of an application; null for a person.</param>
/// <param name="Teams">Teams that the user is a member of; null for none. A user has the privileges of the roles of its teams as well.</param>
public sealed record SandboxUser(
    string Name,
    Guid ObjectId,
    Guid SystemUserId,
    string FullName,
    string Email,
    IReadOnlyList<string> SecurityRoles,
    IReadOnlyList<string> AppRoles,
    bool IsApplication,
    Guid? ApplicationId = null,
    IReadOnlyList<SandboxTeam>? Teams = null
)
{
    /// <summary>What a plug-in sees of an application: its client id; empty for a person.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public Guid ClientId => IsApplication ? ApplicationId ?? ObjectId : Guid.Empty;
}
