namespace PowerIntegration.Local.Dataverse.Metadata;

/// <summary>A security role.</summary>
/// <param name="Id">Its id, which an import keeps.</param>
/// <param name="Name">Its name.</param>
/// <param name="Privileges">Privileges it grants at any level. Levels (user, unit, organization) are not told apart: this sandbox has one business
/// unit.</param>
internal sealed record RoleDefinition(Guid Id, string Name, IReadOnlySet<string> Privileges)
{
    /// <summary>The level of each privilege, as the role's file spells it: Basic, Local, Deep or Global.</summary>
    public IReadOnlyDictionary<string, string> Levels { get; init; } = new Dictionary<string, string>();
}
