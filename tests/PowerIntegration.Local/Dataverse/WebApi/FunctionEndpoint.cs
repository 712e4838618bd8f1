using System.Text.Json.Nodes;
using Microsoft.Xrm.Sdk;
using PowerIntegration.Local.Dataverse.Errors;
using PowerIntegration.Local.Dataverse.Metadata;
using PowerIntegration.Local.Dataverse.Pipeline;

namespace PowerIntegration.Local.Dataverse.WebApi;

/// <summary>Functions of the platform that are bound to a row.</summary>
internal sealed class FunctionEndpoint
{
    /// <summary>What a user may do.</summary>
    public const string UserPrivileges = "RetrieveUserPrivileges";

    // There is one business unit, and depth by row is not built: what is granted is granted for all rows.
    private const string Depth = "Global";

    private readonly Platform platform;

    public FunctionEndpoint(Platform platform) => this.platform = platform;

    /// <summary>The privileges of a user from all roles, own and of teams, each once.</summary>
    public WebApiResponse Privileges(WebApiRequest request, EntityReference user)
    {
        if (platform.Users.Find(user.Id) is null)
        {
            throw Faults.RowMissing(SystemTables.User, user.Id);
        }

        var names = platform.Users.PrivilegesOf(user.Id, platform.Model);
        return new WebApiResponse(
            200,
            new JsonObject
            {
                ["@odata.context"] = $"{request.Root}/$metadata#Microsoft.Dynamics.CRM.RetrieveUserPrivilegesResponse",
                ["RolePrivileges"] = new JsonArray([.. names.Order(StringComparer.Ordinal).Select(name => (JsonNode)Describe(name))]),
            }
        );
    }

    private static JsonObject Describe(string name) =>
        new()
        {
            ["Depth"] = Depth,
            ["PrivilegeId"] = StableId.Of("privilege " + name.ToLowerInvariant()).ToString(),
            ["BusinessUnitId"] = SystemTables.BusinessUnitId.ToString(),
            ["PrivilegeName"] = name,
        };
}
