using System.Text.Json.Nodes;
using PowerIntegration.Local.Oracle.Rest;

namespace PowerIntegration.Local.Oracle;

/// <summary>User accounts as records of their resource.</summary>
internal static class UserAccountRows
{
    private const int RolesMax = 10_000;

    /// <summary>The records, with their roles as children.</summary>
    public static IReadOnlyList<JsonObject> Of(IReadOnlyList<OracleUserAccount> accounts) => [.. accounts.Select(Row)];

    private static JsonObject Row(OracleUserAccount account, int index) =>
        new()
        {
            ["UserId"] = Rest.Row.Of(index + 1),
            ["GUID"] = account.Id,
            ["Username"] = account.UserName,
            ["SuspendedFlag"] = false,
            [UserResources.Roles.Name] = new JsonArray([
                .. account.RoleCodes.Select(
                    (code, position) =>
                        new JsonObject
                        {
                            ["UserRoleId"] = Rest.Row.Of(((index + 1) * RolesMax) + position),
                            ["RoleId"] = Rest.Row.Of(position + 1),
                            ["RoleCode"] = code,
                        }
                ),
            ]),
        };
}
