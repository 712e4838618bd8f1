using System.Text.Json.Nodes;
using PowerIntegration.Local.Tests.Seed;
using Xunit;

namespace PowerIntegration.Local.Tests.Procore;

/// <summary>Every answer of the simulator against Procore's published description, where that file lies beside the repository.</summary>
public sealed class PublishedContractTests
{
    private const string Project = "562949953500001";
    private const string Company = "rest/v2.0/companies/562949953421312";
    private static readonly DateTimeOffset Later = new(2025, 12, 9, 10, 0, 0, TimeSpan.Zero);
    private static readonly string? DescriptionPath = Find();

    public static TheoryData<string, string> Reads =>
        new()
        {
            { "/rest/v1.0/me", "rest/v1.0/me" },
            { "/rest/v1.0/companies", "rest/v1.0/companies" },
            { "/rest/v1.1/projects", "rest/v1.1/projects?company_id=562949953421312" },
            { "/rest/v1.0/vendors", "rest/v1.0/vendors?company_id=562949953421312" },
            { "/rest/v1.0/work_order_contracts", $"rest/v1.0/work_order_contracts?project_id={Project}" },
            { "/rest/v1.0/work_order_contracts/{id}", $"rest/v1.0/work_order_contracts/562949953700001?project_id={Project}" },
            {
                "/rest/v1.0/work_order_contracts/{work_order_contract_id}/line_items",
                $"rest/v1.0/work_order_contracts/562949953700001/line_items?project_id={Project}"
            },
            { "/rest/v1.0/purchase_order_contracts", $"rest/v1.0/purchase_order_contracts?project_id={Project}" },
            {
                "/rest/v1.0/purchase_order_contracts/{purchase_order_contract_id}/line_items",
                $"rest/v1.0/purchase_order_contracts/562949953600101/line_items?project_id={Project}"
            },
            { "/rest/v1.0/budget_views", $"rest/v1.0/budget_views?project_id={Project}" },
            {
                "/rest/v1.0/budget_views/{budget_view_id}/detail_rows",
                $"rest/v1.0/budget_views/562949953481001/detail_rows?project_id={Project}&budget_row_type=budgeted"
            },
            { "/rest/v1.1/projects/{project_id}/direct_costs", $"rest/v1.1/projects/{Project}/direct_costs" },
            { "/rest/v1.0/projects/{project_id}/direct_costs/line_items", $"rest/v1.0/projects/{Project}/direct_costs/line_items" },
            { "/rest/v1.0/projects/{project_id}/billing_periods", $"rest/v1.0/projects/{Project}/billing_periods" },
            {
                "/rest/v1.0/projects/{project_id}/work_breakdown_structure/patterns",
                $"rest/v1.0/projects/{Project}/work_breakdown_structure/patterns"
            },
            {
                "/rest/v1.0/projects/{project_id}/work_breakdown_structure/segments",
                $"rest/v1.0/projects/{Project}/work_breakdown_structure/segments"
            },
            {
                "/rest/v1.0/projects/{project_id}/work_breakdown_structure/segments/{id}",
                $"rest/v1.0/projects/{Project}/work_breakdown_structure/segments/562949953450001"
            },
            {
                "/rest/v1.0/projects/{project_id}/work_breakdown_structure/segments/{segment_id}/segment_items",
                $"rest/v1.0/projects/{Project}/work_breakdown_structure/segments/562949953450002/segment_items"
            },
            {
                "/rest/v1.0/projects/{project_id}/work_breakdown_structure/wbs_codes",
                $"rest/v1.0/projects/{Project}/work_breakdown_structure/wbs_codes"
            },
            {
                "/rest/v1.0/companies/{company_id}/work_breakdown_structure/patterns",
                "rest/v1.0/companies/562949953421312/work_breakdown_structure/patterns"
            },
            {
                "/rest/v1.0/companies/{company_id}/work_breakdown_structure/segments",
                "rest/v1.0/companies/562949953421312/work_breakdown_structure/segments"
            },
            {
                "/rest/v1.0/companies/{company_id}/work_breakdown_structure/segments/{segment_id}/segment_items",
                "rest/v1.0/companies/562949953421312/work_breakdown_structure/segments/562949953450003/segment_items"
            },
            {
                "/rest/v1.0/projects/{project_id}/contracts/{contract_id}/invoice_configuration",
                $"rest/v1.0/projects/{Project}/contracts/562949953700002/invoice_configuration"
            },
            { "/rest/v1.1/requisitions", $"rest/v1.1/requisitions?project_id={Project}&view=items" },
            { "/rest/v1.1/requisitions/{id}", $"rest/v1.1/requisitions/562949953900005?project_id={Project}" },
            { "/rest/v1.0/requisitions/{requisition_id}/detail", $"rest/v1.0/requisitions/562949953900005/detail?project_id={Project}" },
            {
                "/rest/v1.0/requisitions/{requisition_id}/change_histories",
                $"rest/v1.0/requisitions/562949953900005/change_histories?project_id={Project}"
            },
            { "/rest/v2.0/companies/{company_id}/workflows/tools", "rest/v2.0/companies/562949953421312/workflows/tools" },
            {
                "/rest/v2.0/companies/{company_id}/projects/{project_id}/workflows/instances",
                $"{Company}/projects/{Project}/workflows/instances?filters[tool_type]=requisition"
            },
            {
                "/rest/v2.0/companies/{company_id}/projects/{project_id}/workflows/instances/{id}",
                $"{Company}/projects/{Project}/workflows/instances/562949954000001"
            },
            {
                "/rest/v2.0/companies/{company_id}/projects/{project_id}/workflows/instances/{id}/history",
                $"{Company}/projects/{Project}/workflows/instances/562949954000001/history"
            },
        };

    /// <summary>Writes of the work breakdown structure: operation, path below its root, body, status; those without a body answer none.</summary>
    public static TheoryData<string, string, string, string> Writes =>
        new()
        {
            { "PUT /patterns/remove_segment", "patterns/remove_segment", """{"segment_id":562949953450001}""", "204" },
            { "PUT /patterns/add_segment", "patterns/add_segment", """{"segment_id":562949953450001}""", "204" },
            { "POST " + Items, "segments/562949953450001/segment_items", """{"code":"0784","name":"Firestopping"}""", "201" },
            { "PATCH " + Items + "/{id}", "segments/562949953450001/segment_items/562949953460001", """{"name":"x"}""", "200" },
            {
                "PATCH " + Items + "/update_all",
                "segments/562949953450001/segment_items/update_all",
                """{"ids":[562949953460001],"attributes":{"status":"inactive"}}""",
                "204"
            },
            { "DELETE " + Items + "/{id}", "segments/562949953450001/segment_items/{new}", "", "204" },
            { "POST /wbs_codes", "wbs_codes", CodeBody, "201" },
            { "PATCH /wbs_codes/bulk_create", "wbs_codes/bulk_create", $$"""{"bulk":[{{CodeBody}},{}]}""", "201" },
            { "PATCH /wbs_codes/{id}", "wbs_codes/562949953470001", """{"status":"inactive"}""", "200" },
            { "PATCH /wbs_codes/update_all", "wbs_codes/update_all", """{"ids":[562949953470001],"attributes":{"status":"inactive"}}""", "204" },
            { "POST /segments", OfCompany + "segments", """{"segment":{"name":"Phase","structure":"flat"}}""", "201" },
            { "POST " + Items, OfCompany + CostTypes, """{"code":"OTH","name":"Other"}""", "201" },
            { "PATCH " + Items + "/{id}", OfCompany + CostTypes + "/562949953462004", """{"name":"x"}""", "200" },
            {
                "PATCH " + Items + "/update_all",
                OfCompany + CostTypes + "/update_all",
                """{"ids":[562949953462004],"attributes":{"status":"inactive"}}""",
                "204"
            },
        };

    private const string OfCompany = "company:";
    private const string CostTypes = "segments/562949953450003/segment_items";
    private const string Items = "/segments/{segment_id}/segment_items";
    private const string CodeBody = """
        {"segment_items":[{"segment_id":562949953450002,"segment_item_id":562949953461012},
        {"segment_id":562949953450003,"segment_item_id":562949953462002}]}
        """;

    // A link to a file is opaque: no page describes its path. The others are described by the published SDK or by Procore's developer pages, not by
    // this file.
    private static readonly string[] ElsewhereDescribed =
    [
        "GET /files/{file_id}",
        "GET /rest/v1.0/settings/permissions",
        "GET /rest/v1.3/companies/{company_id}/users/{id}",
        "GET /rest/v2.0/companies/{company_id}/projects/{project_id}/workflows/presets",
        "POST /rest/v2.0/companies/{company_id}/projects/{project_id}/workflows/instances/{id}/responses",
    ];

    [Theory]
    [MemberData(nameof(Reads))]
    public async Task An_answer_has_the_published_shape_and_no_undocumented_field(string template, string path)
    {
        Assert.SkipUnless(DescriptionPath is not null, "Procore's OpenAPI file is not beside this repository.");
        await using var host = await ProcoreHost.StartAsync();
        Play(host);
        var body = await host.GetAsync(path);
        Assert.Empty(new OpenApiSchema(JsonNode.Parse(await File.ReadAllTextAsync(DescriptionPath!))!).Findings(template, "get", "200", body));
        Assert.True(
            (body is JsonObject { Count: 1 } wrapped ? wrapped["data"] : body) is not JsonArray list || list.Count > 0,
            "An empty list proves nothing."
        );
    }

    [Fact]
    public async Task The_reads_checked_here_are_all_the_simulator_knows()
    {
        await using var host = await ProcoreHost.StartAsync();
        Play(host);
        host.Simulator.Calls.Reset();
        foreach (var read in Reads)
        {
            await host.GetAsync(read.Data.Item2);
        }

        Assert.Equal(Reads.Select(read => "GET " + read.Data.Item1).Order(StringComparer.Ordinal), host.Simulator.Calls.Snapshot().Keys);

        var described = host.Simulator.Operations.Except(ElsewhereDescribed).Except(WrittenBelow(ProjectRoot)).Except(WrittenBelow(CompanyRoot));
        Assert.Equal(described.Order(StringComparer.Ordinal), host.Simulator.Calls.Snapshot().Keys);
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task An_answer_to_a_write_has_the_published_status_and_shape(string operation, string path, string body, string status)
    {
        Assert.SkipUnless(DescriptionPath is not null, "Procore's OpenAPI file is not beside this repository.");
        await using var desk = await WbsDesk.StartAsync();
        if (path.EndsWith("{new}", StringComparison.Ordinal))
        {
            var item = await desk.CreateItemAsync(WbsDesk.TaskSegment, "0784", "Firestopping");
            path = path.Replace("{new}", item["id"]!.ToString(), StringComparison.Ordinal);
        }
        else if (path.EndsWith("add_segment", StringComparison.Ordinal))
        {
            await desk.DoAsync("PUT", WbsDesk.Root + "/patterns/remove_segment", JsonNode.Parse(body), System.Net.HttpStatusCode.NoContent);
        }

        var isOfCompany = path.StartsWith(OfCompany, StringComparison.Ordinal);
        var method = operation.Split(' ')[0];
        using var answer = await desk.SendAsync(
            method,
            (isOfCompany ? WbsDesk.CompanyRoot : WbsDesk.Root) + "/" + path[(isOfCompany ? OfCompany.Length : 0)..],
            body.Length == 0 ? null : JsonNode.Parse(body)
        );
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(((int)answer.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture) == status, text);
        var document = JsonNode.Parse(await File.ReadAllTextAsync(DescriptionPath!))!;
        var template = (isOfCompany ? CompanyRoot : ProjectRoot) + operation.Split(' ')[1];
        var verb = method.ToLowerInvariant();
        if (status == "204")
        {
            Assert.Equal("", text);
            var known = document["paths"]![template]![verb]!["responses"]!.AsObject();
            Assert.True(known.ContainsKey(status), string.Join(' ', known.Select(one => one.Key)));
            return;
        }

        Assert.Empty(new OpenApiSchema(document).Findings(template, verb, status, JsonNode.Parse(text)!));
    }

    [Fact]
    public void The_check_finds_an_undocumented_field_a_wrong_type_and_an_unknown_value()
    {
        var document = JsonNode.Parse(
            """
            {"paths":{"/a":{"get":{"responses":{"200":{"content":{"application/json":{"schema":{"type":"object",
            "properties":{"id":{"type":"integer"},"day":{"type":"string","format":"date"},"state":{"type":"string","enum":["open"]}}}}}}}}}}}
            """
        )!;
        IReadOnlyList<string> Of(string json) => new OpenApiSchema(document).Findings("/a", "get", "200", JsonNode.Parse(json)!);
        Assert.Empty(Of("""{"id":1,"day":"2025-10-31","state":null}"""));
        Assert.Equal(4, Of("""{"id":"1","day":"31.10.2025","state":"shut","extra":1}""").Count);
    }

    private const string ProjectRoot = "/rest/v1.0/projects/{project_id}/work_breakdown_structure";
    private const string CompanyRoot = "/rest/v1.0/companies/{company_id}/work_breakdown_structure";

    private static IEnumerable<string> WrittenBelow(string root) =>
        Writes.Select(write => write.Data.Item1.Replace(" /", " " + root + "/", StringComparison.Ordinal));

    // One more invoice than two months have is under review, and has a workflow.
    private static void Play(ProcoreHost host)
    {
        host.Play(2);
        var month = host.Seed.Months[2];
        host.Simulator.Actors.OpenPeriod(month.PeriodId, Later);
        host.Simulator.Actors.StartWorkflow(host.Simulator.Actors.SubmitInvoice(month, month.Invoices[0]), Later);
    }

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(LakeshoreSeed.Root); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", "contracts", "procore-openapi.json");
            if (File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }
}
