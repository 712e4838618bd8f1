using System.Text.Json.Nodes;
using PowerIntegration.Local.Procore.Access;
using PowerIntegration.Local.Procore.Guesses;
using PowerIntegration.Local.Procore.Records;
using PowerIntegration.Local.Procore.Wire;

namespace PowerIntegration.Local.Procore.Resources;

/// <summary>The account, companies, projects and vendors.</summary>
/// <param name="store">The records.</param>
/// <param name="access">What the account may see.</param>
internal sealed class DirectoryResource(ProcoreStore store, ProjectAccess access)
{
    public IEnumerable<ProcoreRoute> Routes =>
        [
            new("GET", "/rest/v1.0/me", [], _ => Me()),
            new(
                "GET",
                "/rest/v1.0/companies",
                Paging.Parameters,
                call => Paging.Answer(call, [.. store.All(RecordKind.Companies)], ProcoreGuesses.PageSize)
            ),
            new(
                "GET",
                "/rest/v1.1/projects",
                [
                    .. Paging.Parameters,
                    "company_id",
                    "filters[by_status]",
                    "filters[id]",
                    "filters[name]",
                    "filters[project_number]",
                    "filters[updated_at]",
                    "filters[origin_id]",
                    "filters[template]",
                ],
                Projects
            ),
            new(
                "GET",
                "/rest/v1.0/vendors",
                [.. Paging.Parameters, "company_id", "filters[id]", "filters[origin_id]", "filters[updated_at]"],
                Vendors
            ),
        ];

    private ProcoreAnswer Me() =>
        ProcoreAnswer.Ok(
            new JsonObject
            {
                ["id"] = WireValue.Id(access.Account),
                ["login"] = WireValue.Text(access.Account, "login"),
                ["name"] = WireValue.Text(access.Account, "name"),
            }
        );

    // A list leaves out what the account may not see; only a call about one project answers 403.
    private ProcoreAnswer Projects(ProcoreCall call)
    {
        RequireSameCompany(call);
        var status = call.Query.OneOf("filters[by_status]", "All", "Active", "Inactive") ?? "All";
        var ids = call.Query.Ids("filters[id]");
        var range = call.Query.Range("filters[updated_at]");
        var rows = store
            .All(RecordKind.Projects)
            .Where(row => WireValue.Id(row["company"]!.AsObject()) == call.CompanyId && access.IsPermitted(WireValue.Id(row)))
            .Where(row => status == "All" || row["active"]!.GetValue<bool>() == (status == "Active"))
            .Where(row => ids?.Contains(WireValue.Id(row)) != false)
            .Where(row => (row["template"]?.GetValue<bool>() == true) == (call.Query.Flag("filters[template]") == true))
            .Where(row => range?.Contains(WireValue.Time(row, "updated_at")) != false)
            .Where(row =>
                IsText(call, "filters[name]", row, "name")
                && IsText(call, "filters[project_number]", row, "project_number")
                && IsText(call, "filters[origin_id]", row, "origin_id")
            );
        return Paging.Answer(call, [.. rows], ProcoreGuesses.PageSize);
    }

    private ProcoreAnswer Vendors(ProcoreCall call)
    {
        RequireSameCompany(call);
        var ids = call.Query.Ids("filters[id]");
        var range = call.Query.Range("filters[updated_at]");
        var rows = store
            .All(RecordKind.Vendors)
            .Where(row => ids?.Contains(WireValue.Id(row)) != false)
            .Where(row => range?.Contains(WireValue.Time(row, "updated_at")) != false)
            .Where(row => IsText(call, "filters[origin_id]", row, "origin_id"));
        return Paging.Answer(call, [.. rows], ProcoreGuesses.PageSize);
    }

    private static void RequireSameCompany(ProcoreCall call)
    {
        if (call.Query.RequiredId("company_id") != call.CompanyId)
        {
            throw new WireRefusalException(403, $"company_id {call.Query.Text("company_id")} is not the company of the header Procore-Company-Id");
        }
    }

    private static bool IsText(ProcoreCall call, string filter, JsonObject row, string field) =>
        call.Query.Text(filter) is not { } wanted || string.Equals(row[field]?.ToString(), wanted, StringComparison.Ordinal);
}
