namespace PowerIntegration.Local.Oracle.Rest;

/// <summary>User accounts and their roles, the one resource below the root of HCM.</summary>
internal static class UserResources
{
    /// <summary>First segment of the root of HCM.</summary>
    public const string Root = "hcmRestApi";

    public static readonly ResourceDefinition Roles = new(
        "userAccountRoles",
        "UserRoleId",
        KeyForm.Plain,
        [
            .. AttributeDefinition.Many(AttributeKind.Id, "UserRoleId", "RoleId"),
            .. AttributeDefinition.Many(AttributeKind.Text, "RoleCode", "CreatedBy", "LastUpdatedBy"),
            .. AttributeDefinition.Many(AttributeKind.Timestamp, "CreationDate", "LastUpdateDate"),
        ],
        []
    );

    public static readonly ResourceDefinition UserAccounts = new(
        "userAccounts",
        "GUID",
        KeyForm.OpaqueOrPlain,
        [
            new AttributeDefinition("UserId", AttributeKind.Id),
            .. AttributeDefinition.Many(AttributeKind.Text, "GUID", "Username"),
            new AttributeDefinition("SuspendedFlag", AttributeKind.Flag),
        ],
        [Roles]
    );
}
