using System.Text.Json.Nodes;
using PowerIntegration.Local.Tests.Seed;
using Xunit;

namespace PowerIntegration.Local.Tests.Procore;

/// <summary>Every answer of the simulator against Procore's published description, where that file lies beside the repository.</summary>
public sealed class PublishedContractTests
{
    private const string Project = "562949953500001";
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
        };

    // A link to a file is opaque: no page describes its path. The others are described by the published SDK, not by this file.
    private static readonly string[] ElsewhereDescribed =
    [
        "GET /files/{file_id}",
        "GET /rest/v1.0/settings/permissions",
        "GET /rest/v1.3/companies/{company_id}/users/{id}",
    ];

    [Theory]
    [MemberData(nameof(Reads))]
    public async Task An_answer_has_the_published_shape_and_no_undocumented_field(string template, string path)
    {
        Assert.SkipUnless(DescriptionPath is not null, "Procore's OpenAPI file is not beside this repository.");
        await using var host = await ProcoreHost.StartAsync();
        host.Play(2);
        var body = await host.GetAsync(path);
        Assert.Empty(new OpenApiSchema(JsonNode.Parse(await File.ReadAllTextAsync(DescriptionPath!))!).Findings(template, "get", "200", body));
        Assert.True(body is not JsonArray list || list.Count > 0, "An empty list proves nothing.");
    }

    [Fact]
    public async Task The_reads_checked_here_are_all_the_simulator_knows()
    {
        await using var host = await ProcoreHost.StartAsync();
        host.Play(2);
        host.Simulator.Calls.Reset();
        foreach (var read in Reads)
        {
            await host.GetAsync(read.Data.Item2);
        }

        Assert.Equal(Reads.Select(read => "GET " + read.Data.Item1).Order(StringComparer.Ordinal), host.Simulator.Calls.Snapshot().Keys);

        var described = host.Simulator.Operations.Except(ElsewhereDescribed);
        Assert.Equal(described.Order(StringComparer.Ordinal), host.Simulator.Calls.Snapshot().Keys);
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
