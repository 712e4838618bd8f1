namespace PowerIntegration.Domain.Drift;

/// <summary>A security role with what it grants.</summary>
/// <param name="Id">Its id, which an import keeps.</param>
/// <param name="Name">Its name, which an administrator may change.</param>
/// <param name="Privileges">Privileges by name, such as <c>prvReadpint_Document</c>. The lookup must ignore case, as Dataverse does.</param>
public sealed record SecurityRole(Guid Id, string Name, IReadOnlyDictionary<string, PrivilegeDepth> Privileges);
