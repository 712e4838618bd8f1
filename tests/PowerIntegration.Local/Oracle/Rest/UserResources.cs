using System.Text.Json.Nodes;

namespace PowerIntegration.Local.Oracle.Rest;

/// <summary>User accounts and their roles, the one resource below the root of HCM.</summary>
internal static class UserResources
{
    /// <summary>First segment of the root of HCM.</summary>
    public const string Root = "hcmRestApi";

    private static readonly ResourceDefinition Roles = new(
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

    /// <summary>Accounts as records.</summary>
    public static IReadOnlyList<JsonObject> Rows(IReadOnlyList<OracleUserAccount> accounts) => [.. accounts.Select(Row)];

    private static JsonObject Row(OracleUserAccount account, int index) =>
        new()
        {
            ["UserId"] = Rest.Row.Of(index + 1),
            ["GUID"] = account.Id,
            ["Username"] = account.UserName,
            ["SuspendedFlag"] = false,
            [Roles.Name] = new JsonArray([
                .. account.RoleCodes.Select(
                    (code, position) =>
                        new JsonObject
                        {
                            ["UserRoleId"] = Rest.Row.Of(((index + 1) * 10_000) + position),
                            ["RoleId"] = Rest.Row.Of(position + 1),
                            ["RoleCode"] = code,
                        }
                ),
            ]),
        };
}
