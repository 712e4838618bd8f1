namespace PowerIntegration.Local.Dataverse.Metadata;

/// <summary>
/// The platform's tables of security roles and teams, and the tables between them and the users, with the columns that artifacts touch. Their rows
/// follow from the solutions and the user list; they are read here and never written.
/// </summary>
internal static class SecurityTables
{
    public const string Role = "role";
    public const string Team = "team";
    public const string UserRoles = "systemuserroles";
    public const string TeamRoles = "teamroles";
    public const string Membership = "teammembership";

    /// <summary>All of them, those first that others point to.</summary>
    public static IReadOnlyList<string> Names { get; } = [Role, Team, UserRoles, TeamRoles, Membership];

    public static IEnumerable<TableDefinition> All()
    {
        yield return Table("Role", "roles", "Security Role", "name", Name("Name"), Lookup("BusinessUnitId", SystemTables.BusinessUnit), RootRole);
        yield return Table("Team", "teams", "Team", "name", Name("Name"), Lookup("BusinessUnitId", SystemTables.BusinessUnit));
        yield return Between("SystemUserRoles", "systemuserrolescollection", "SystemUserRoleId", "SystemUserId", "RoleId");
        yield return Between("TeamRoles", "teamrolescollection", "TeamRoleId", "TeamId", "RoleId");
        yield return Between("TeamMembership", "teammemberships", "TeamMembershipId", "SystemUserId", "TeamId");
    }

    public static IEnumerable<RelationshipDefinition> Relationships()
    {
        yield return new RelationshipDefinition(
            "role_parent_root_role",
            Role,
            "parentrootroleid",
            Role,
            "parentrootroleid",
            "role_parent_root_role",
            DeleteBehavior.NoCascade,
            IsSystem: true
        );
    }

    // The copies of a role in other business units name the role that they are copies of; the role itself names itself.
    private static ColumnDefinition RootRole => Lookup("ParentRootRoleId", Role);

    private static TableDefinition Table(
        string schemaName,
        string setName,
        string displayName,
        string? primaryName,
        params ColumnDefinition[] columns
    ) => Of(schemaName, setName, displayName, primaryName, schemaName + "Id", columns);

    // What the platform makes of a relationship of many to many: two ids, which are no lookups.
    private static TableDefinition Between(string schemaName, string setName, string key, string first, string second) =>
        Of(schemaName, setName, schemaName, null, key, [Id(first), Id(second)]);

    private static TableDefinition Of(
        string schemaName,
        string setName,
        string displayName,
        string? primaryName,
        string key,
        IEnumerable<ColumnDefinition> columns
    ) =>
        new(schemaName, setName, false, [SystemTables.Key(key.ToLowerInvariant(), key), .. columns, SystemTables.Version], primaryName)
        {
            DisplayName = displayName,
            IsSystem = true,
            IsFixed = true,
        };

    private static ColumnDefinition Name(string schemaName) => SystemTables.Text(schemaName.ToLowerInvariant(), schemaName);

    private static ColumnDefinition Id(string schemaName) => SystemTables.Id(schemaName.ToLowerInvariant(), schemaName);

    private static ColumnDefinition Lookup(string schemaName, string target) =>
        new()
        {
            LogicalName = schemaName.ToLowerInvariant(),
            SchemaName = schemaName,
            Kind = ColumnKind.Lookup,
            Targets = [target],
        };
}
