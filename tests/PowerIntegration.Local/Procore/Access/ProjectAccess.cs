using System.Text.Json.Nodes;
using PowerIntegration.Local.Procore.Guesses;
using PowerIntegration.Local.Procore.Records;
using PowerIntegration.Local.Procore.Wire;

namespace PowerIntegration.Local.Procore.Access;

/// <summary>What the service account may see: companies where the app is installed, and in them the permitted projects.</summary>
/// <param name="store">The records.</param>
internal sealed class ProjectAccess(ProcoreStore store)
{
    /// <summary>The account the token belongs to.</summary>
    public JsonObject Account => store.All(RecordKind.ServiceAccounts).Single();

    /// <summary>The company of the header.</summary>
    /// <exception cref="WireRefusalException">The app is not installed there: 403.</exception>
    public void RequireCompany(long companyId)
    {
        if (store.Find(RecordKind.Companies, companyId) is null)
        {
            throw new WireRefusalException(403, "App is not connected to this company");
        }
    }

    /// <summary>Whether the account may see a project.</summary>
    public bool IsPermitted(long projectId) => Account["permitted_project_ids"]!.AsArray().Any(id => id!.GetValue<long>() == projectId);

    /// <summary>The project named by the query parameter <c>project_id</c>.</summary>
    /// <exception cref="WireRefusalException">400 without it, 404 where the company has no such project, 403 where it is not permitted.</exception>
    public long ProjectOfQuery(ProcoreCall call) => Require(call, call.Query.RequiredId("project_id"));

    /// <summary>The project of the path.</summary>
    /// <exception cref="WireRefusalException">404 where the company has no such project, 403 where it is not permitted.</exception>
    public long ProjectOfPath(ProcoreCall call) => Require(call, call.PathId("project_id"));

    /// <summary>Tools of the account in a project; the seed may give one project tools of its own.</summary>
    public JsonNode? ToolsOf(long projectId) =>
        Account["tools_by_project"]?[projectId.ToString(CultureInfo.InvariantCulture)] ?? Account["project_tools"];

    /// <summary>Refuses a write where the account may at most read.</summary>
    /// <param name="tool">Name of the tool.</param>
    /// <param name="projectId">The project; null for the company. A tool that the project does not have counts as in the company.</param>
    /// <exception cref="WireRefusalException">The level is below Standard: 403.</exception>
    public void RequireWrite(string tool, long? projectId)
    {
        var level = (projectId is { } id ? LevelOf(ToolsOf(id), tool) : null) ?? LevelOf(Account["company_tools"], tool);
        if (level is not ("Standard" or "Admin"))
        {
            throw new WireRefusalException(403, ProcoreGuesses.MayNotWrite);
        }
    }

    /// <summary>Refuses a read of a tool that the project has and the account does not, or that the project does not have.</summary>
    /// <exception cref="WireRefusalException">The account has no level in the tool: 403.</exception>
    public void RequireRead(string tool, long projectId)
    {
        if (LevelOf(ToolsOf(projectId), tool) is null or "None")
        {
            throw new WireRefusalException(403, ProcoreGuesses.MayNotRead);
        }
    }

    private static string? LevelOf(JsonNode? tools, string tool) =>
        (tools as JsonArray)?.FirstOrDefault(one => one!["name"]!.ToString() == tool)?["user_access_level"]?["name"]?.ToString();

    private long Require(ProcoreCall call, long projectId)
    {
        var project = store.Find(RecordKind.Projects, projectId);
        if (project is null || WireValue.Id(project["company"]!.AsObject()) != call.CompanyId)
        {
            throw new WireRefusalException(404, ProcoreGuesses.NotFound);
        }

        return IsPermitted(projectId) ? projectId : throw new WireRefusalException(403, "You do not have permission to access this project");
    }
}
