using System.Text.Json.Nodes;
using PowerIntegration.Local.Procore.Access;
using PowerIntegration.Local.Procore.Guesses;
using PowerIntegration.Local.Procore.Wire;

namespace PowerIntegration.Local.Procore.Resources;

/// <summary>What the account may do: its tools in the company and in a project, and its entry in the company's directory.</summary>
/// <param name="access">What the account may see.</param>
internal sealed class PermissionResource(ProjectAccess access)
{
    public IEnumerable<ProcoreRoute> Routes =>
        [
            new("GET", "/rest/v1.0/settings/permissions", ["company_id", "project_id", "filter_correspondence_types"], Manifest),
            new("GET", "/rest/v1.3/companies/{company_id}/users/{id}", [], User),
        ];

    // The company or a project; Procore documents that the other one is left out.
    private ProcoreAnswer Manifest(ProcoreCall call)
    {
        var company = call.Query.Id("company_id");
        if (company is null == (call.Query.Id("project_id") is null))
        {
            throw new WireRefusalException(400, "Give company_id or project_id, and not both");
        }

        if (company is { } id && id != call.CompanyId)
        {
            throw new WireRefusalException(403, $"company_id {id} is not the company of the header Procore-Company-Id");
        }

        var tools = company is null ? access.ToolsOf(access.ProjectOfQuery(call)) : access.Account["company_tools"];
        return ProcoreAnswer.Ok(new JsonObject { ["tools"] = tools?.DeepClone() ?? new JsonArray() });
    }

    private ProcoreAnswer User(ProcoreCall call)
    {
        if (call.PathId("company_id") != call.CompanyId || call.PathId("id") != WireValue.Id(access.Account))
        {
            throw new WireRefusalException(404, ProcoreGuesses.NotFound);
        }

        return ProcoreAnswer.Ok(
            new JsonObject
            {
                ["id"] = WireValue.Id(access.Account),
                ["email_address"] = WireValue.Text(access.Account, "login"),
                ["last_name"] = WireValue.Text(access.Account, "name"),
                ["is_active"] = true,
                ["is_employee"] = false,
                ["erp_integrated_accountant"] = access.Account["erp_integrated_accountant"]?.DeepClone(),
            }
        );
    }
}
