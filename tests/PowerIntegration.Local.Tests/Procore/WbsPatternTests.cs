using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace PowerIntegration.Local.Tests.Procore;

/// <summary>Segments of the company, and which of them a project's pattern has.</summary>
public sealed class WbsPatternTests
{
    private const HttpStatusCode BadRequest = HttpStatusCode.BadRequest;

    [Fact]
    public async Task A_custom_segment_of_the_company_comes_into_a_project_only_when_it_is_added()
    {
        await using var desk = await WbsDesk.StartAsync();
        var segment = await CreateSegmentAsync(desk, "Phase", "flat");
        Assert.Equal((3, "custom", false), ((int)segment["position"]!, segment["type"]!.ToString(), (bool)segment["required"]!));
        await desk.DoAsync("POST", WbsDesk.CompanyItems((long)segment["id"]!), WbsDesk.ItemBody("A", "North"), HttpStatusCode.Created);
        Assert.Equal("Oracle Task.Cost Code.Cost Type", (await PatternAsync(desk))["description"]!.ToString());

        await ChangePatternAsync(desk, "add_segment", segment);
        var pattern = await PatternAsync(desk);
        Assert.Equal("Oracle Task.Cost Code.Cost Type.Phase", pattern["description"]!.ToString());
        var added = pattern["segments"]![3]!;
        Assert.Equal((3, 1, true), ((int)added["position"]!, (int)added["segment_items_count"]!, (bool)added["is_included_in_project_pattern"]!));
        Assert.Equal((long)pattern["id"]!, (long)added["wbs_pattern_id"]!);
        Assert.Contains("already", await PatternRefusedAsync(desk, "add_segment", segment), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_item_that_came_from_the_company_keeps_its_code_and_takes_another_name()
    {
        await using var desk = await WbsDesk.StartAsync();
        var segment = await CreateSegmentAsync(desk, "Phase", "tiered");
        var id = (long)segment["id"]!;
        var top = await desk.DoAsync("POST", WbsDesk.CompanyItems(id), WbsDesk.ItemBody("A", "North"), HttpStatusCode.Created);
        await desk.DoAsync("POST", WbsDesk.CompanyItems(id), WbsDesk.ItemBody("1", "Hall", (long)top!["id"]!), HttpStatusCode.Created);
        await ChangePatternAsync(desk, "add_segment", segment);

        var item = await desk.FindItemAsync(id, "A-1");
        Assert.Contains(
            "comes from the company",
            await desk.RefusedAsync("PATCH", WbsDesk.Item(item), new JsonObject { ["code"] = "2" }, HttpStatusCode.UnprocessableEntity),
            StringComparison.Ordinal
        );
        Assert.Equal("Nave", (await desk.ChangeItemAsync(item, new JsonObject { ["name"] = "Nave" }))["name"]!.ToString());
        var own = await desk.CreateItemAsync(id, "2", "Hall 2", (long)item["parent_id"]!);
        Assert.Equal("A-2", own["path_code"]!.ToString());
        await desk.DoAsync("DELETE", WbsDesk.Item(item), null, HttpStatusCode.NoContent);
        Assert.Equal(2, (await desk.Host.GetAsync(WbsDesk.CompanyItems(id))).AsArray().Count);
    }

    [Fact]
    public async Task A_company_can_forbid_that_a_project_deletes_its_items_or_makes_its_own()
    {
        await using var desk = await WbsDesk.StartAsync();
        var body = SegmentBody("Phase", "flat");
        body["segment"]!["project_can_modify_origin_project"] = false;
        body["segment"]!["project_can_delete_origin_company"] = false;
        var segment = (await desk.DoAsync("POST", WbsDesk.CompanyRoot + "/segments", body, HttpStatusCode.Created))!;
        var id = (long)segment["id"]!;
        await desk.DoAsync("POST", WbsDesk.CompanyItems(id), WbsDesk.ItemBody("A", "North"), HttpStatusCode.Created);
        await ChangePatternAsync(desk, "add_segment", segment);

        await desk.RefusedAsync("POST", WbsDesk.Items(id), WbsDesk.ItemBody("B", "South"), HttpStatusCode.UnprocessableEntity);
        await desk.RefusedAsync("DELETE", WbsDesk.Item(await desk.FindItemAsync(id, "A")), null, HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_segment_that_is_taken_out_leaves_the_pattern_and_stays_on_the_codes()
    {
        await using var desk = await WbsDesk.StartAsync();
        var task = (await PatternAsync(desk))["segments"]![0]!;
        await ChangePatternAsync(desk, "remove_segment", task);

        var pattern = await PatternAsync(desk);
        Assert.Equal("Cost Code.Cost Type", pattern["description"]!.ToString());
        Assert.Equal([0, 1], pattern["segments"]!.AsArray().Select(segment => (int)segment!["position"]!));
        var listed = (await desk.Host.GetAsync(WbsDesk.Root + "/segments")).AsArray().Single(one => (long)one!["id"]! == (long)task["id"]!)!;
        Assert.False((bool)listed["is_included_in_project_pattern"]!);
        Assert.Equal("2605.26-050.SUB", (await desk.FindCodeAsync(562949953470011))["flat_code"]!.ToString());
        Assert.Contains(
            "is not in the project",
            JsonNode
                .Parse(
                    await desk.RefusedAsync(
                        "POST",
                        WbsDesk.Root + "/wbs_codes",
                        WbsDesk.CodeBody(null, 562949953460001, 562949953461012, WbsDesk.Subcontract),
                        HttpStatusCode.UnprocessableEntity
                    )
                )!
                .ToString(),
            StringComparison.Ordinal
        );
        Assert.Contains("not in", await PatternRefusedAsync(desk, "remove_segment", task), StringComparison.Ordinal);

        await ChangePatternAsync(desk, "add_segment", task);
        Assert.Equal("Cost Code.Cost Type.Oracle Task", (await PatternAsync(desk))["description"]!.ToString());
        Assert.Equal(15, (await desk.Host.GetAsync(WbsDesk.Items(WbsDesk.TaskSegment))).AsArray().Count);
    }

    [Fact]
    public async Task A_required_segment_stays_and_an_unknown_one_is_not_found()
    {
        await using var desk = await WbsDesk.StartAsync();
        Assert.Contains(
            "Cost Code is required",
            await PatternRefusedAsync(desk, "remove_segment", new JsonObject { ["id"] = WbsDesk.CostCodeSegment }),
            StringComparison.Ordinal
        );
        var unknown = new JsonObject { ["segment_id"] = 7 };
        await desk.DoAsync("PUT", WbsDesk.Root + "/patterns/add_segment", unknown, HttpStatusCode.NotFound);
        await desk.RefusedAsync("PUT", WbsDesk.Root + "/patterns/add_segment", new JsonObject(), BadRequest);
        await desk.RefusedAsync("PUT", WbsDesk.Root + "/patterns/update_segment_order", new JsonObject(), HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Where_the_company_has_ERP_Integrations_custom_segments_are_refused_everywhere()
    {
        await using var desk = await WbsDesk.StartAsync();
        var segment = await CreateSegmentAsync(desk, "Phase", "flat");
        desk.Host.Simulator.Wbs.HasErpIntegrations = true;

        Assert.Contains(
            "ERP Integrations",
            await desk.RefusedAsync("POST", WbsDesk.CompanyRoot + "/segments", SegmentBody("Area", "flat"), BadRequest),
            StringComparison.Ordinal
        );
        Assert.Contains("ERP Integrations", await PatternRefusedAsync(desk, "add_segment", segment), StringComparison.Ordinal);
        await desk.RefusedAsync("POST", WbsDesk.Items(WbsDesk.TaskSegment), WbsDesk.ItemBody("1", "x"), HttpStatusCode.UnprocessableEntity);
        var code = WbsDesk.CodeBody(null, 562949953460001, 562949953461012, WbsDesk.Subcontract);
        await desk.RefusedAsync("POST", WbsDesk.Root + "/wbs_codes", code, HttpStatusCode.UnprocessableEntity);
        await desk.CreateItemAsync(WbsDesk.CostCodeSegment, "09", "Finishes");
        await desk.CreateCodeAsync(null, 562949953461012, 562949953462004);
    }

    [Theory]
    [InlineData("""[{"id":1,"item_ids_change":true}]""", true, false)]
    [InlineData("""[{"id":1,"has_erp_integrations":true,"item_ids_change":false}]""", false, true)]
    [InlineData("[]", false, false)]
    public async Task A_data_folder_may_say_how_the_structure_behaves(string json, bool idsChange, bool hasErp)
    {
        await using var host = await ProcoreHost.StartAsync(wbsSettings: JsonNode.Parse(json)!.AsArray());
        Assert.Equal((idsChange, hasErp), (host.Simulator.Wbs.ItemIdsChange, host.Simulator.Wbs.HasErpIntegrations));
    }

    [Fact]
    public async Task A_company_has_ten_custom_segments_each_with_its_own_name()
    {
        await using var desk = await WbsDesk.StartAsync();
        await desk.RefusedAsync("POST", WbsDesk.CompanyRoot + "/segments", SegmentBody("Oracle Task", "flat"), BadRequest);
        for (var number = 2; number <= 10; number++)
        {
            await CreateSegmentAsync(desk, $"Segment {number}", "flat");
        }

        var refusal = await desk.RefusedAsync("POST", WbsDesk.CompanyRoot + "/segments", SegmentBody("Segment 11", "flat"), BadRequest);
        Assert.Contains("10 custom segments", refusal, StringComparison.Ordinal);
        Assert.Equal(12, (await desk.Host.GetAsync(WbsDesk.CompanyRoot + "/segments")).AsArray().Count);
    }

    [Fact]
    public async Task Items_of_the_company_are_made_changed_and_deleted_and_projects_keep_theirs()
    {
        await using var desk = await WbsDesk.StartAsync();
        var path = WbsDesk.CompanyItems(WbsDesk.CostTypeSegment);
        var item = await desk.DoAsync("POST", path, WbsDesk.ItemBody("OTH", "Other"), HttpStatusCode.Created);
        await desk.RefusedAsync("POST", path, WbsDesk.ItemBody("OTH", "Other"), HttpStatusCode.UnprocessableEntity);
        var changed = await desk.DoAsync("PATCH", $"{path}/{item!["id"]}", new JsonObject { ["name"] = "Others" }, HttpStatusCode.OK);
        Assert.Equal(((long)item["id"]!, "Others"), ((long)changed!["id"]!, changed["name"]!.ToString()));
        await desk.DoAsync("PATCH", path + "/update_all", Inactive((long)item["id"]!), HttpStatusCode.NoContent);
        Assert.Equal("inactive", (await desk.Host.GetAsync(path)).AsArray()[^1]!["status"]!.ToString());
        await desk.DoAsync("DELETE", $"{path}/{item["id"]}", null, HttpStatusCode.NoContent);
        Assert.Equal(4, (await desk.Host.GetAsync(path)).AsArray().Count);
        Assert.Equal(4, (await desk.Host.GetAsync(WbsDesk.Items(WbsDesk.CostTypeSegment))).AsArray().Count);
    }

    [Theory]
    [InlineData("GET", "segments/562949953450002/segment_items", null, 400, "the company's cost codes and their lists")]
    [InlineData("GET", "segments/562949953450003/segment_items?segment_item_list_id=1", null, 400, "segment_item_list_id")]
    [InlineData("GET", "segments/562949953450003/lists", null, 404, "does not support GET")]
    [InlineData("PATCH", "segments/562949953450001", "{}", 404, "does not support PATCH")]
    [InlineData("POST", "segments", """{"segment":{"name":"x"}}""", 400, "structure is required")]
    [InlineData("POST", "segments", """{"segment":{"name":"x","structure":"round"}}""", 400, "structure must be one of")]
    [InlineData("POST", "segments", """{"segment":{"name":"x","structure":"flat","required":true}}""", 400, "does not support the field required")]
    [InlineData("POST", "segments", """{"name":"x"}""", 400, "does not support the field name")]
    [InlineData(
        "POST",
        "segments/562949953450003/segment_items",
        """{"code":"1","name":"x","segment_item_list_id":1}""",
        400,
        "segment_item_list_id"
    )]
    public async Task What_is_malformed_or_not_built_is_refused_by_name(string method, string path, string? body, int status, string words)
    {
        await using var desk = await WbsDesk.StartAsync();
        var node = body is null ? null : JsonNode.Parse(body);
        var refusal = await desk.RefusedAsync(method, $"{WbsDesk.CompanyRoot}/{path}", node, (HttpStatusCode)status);
        Assert.Contains(words, JsonNode.Parse(refusal)!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_companys_structure_is_forbidden()
    {
        await using var desk = await WbsDesk.StartAsync();
        await desk.RefusedAsync("GET", "rest/v1.0/companies/1/work_breakdown_structure/patterns", null, HttpStatusCode.Forbidden);
    }

    private static async Task<JsonNode> CreateSegmentAsync(WbsDesk desk, string name, string structure) =>
        (await desk.DoAsync("POST", WbsDesk.CompanyRoot + "/segments", SegmentBody(name, structure), HttpStatusCode.Created))!;

    private static Task<JsonNode> PatternAsync(WbsDesk desk) => desk.Host.GetAsync(WbsDesk.Root + "/patterns");

    private static Task ChangePatternAsync(WbsDesk desk, string change, JsonNode segment) =>
        desk.DoAsync("PUT", $"{WbsDesk.Root}/patterns/{change}", Of(segment), HttpStatusCode.NoContent);

    private static async Task<string> PatternRefusedAsync(WbsDesk desk, string change, JsonNode segment) =>
        JsonNode.Parse(await desk.RefusedAsync("PUT", $"{WbsDesk.Root}/patterns/{change}", Of(segment), BadRequest))!.ToString();

    private static JsonObject Of(JsonNode segment) => new() { ["segment_id"] = segment["id"]!.DeepClone() };

    private static JsonObject SegmentBody(string name, string structure) =>
        new()
        {
            ["segment"] = new JsonObject { ["name"] = name, ["structure"] = structure },
        };

    private static JsonObject Inactive(long id) =>
        new()
        {
            ["ids"] = new JsonArray(id),
            ["attributes"] = new JsonObject { ["status"] = "inactive" },
        };
}
