using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace PowerIntegration.Local.Tests.Procore;

/// <summary>WBS codes: one item in each segment, each combination once.</summary>
public sealed class WbsCodeTests
{
    private const long Formwork = 562949953460002;
    private const long Firestopping = 562949953461012;
    private const HttpStatusCode Invalid = HttpStatusCode.UnprocessableEntity;

    [Fact]
    public async Task A_new_combination_is_a_new_code_and_the_same_again_only_gets_another_description()
    {
        await using var desk = await WbsDesk.StartAsync();
        var made = await desk.CreateCodeAsync(null, Formwork, Firestopping, WbsDesk.Subcontract);
        Assert.Equal("3100.07-840.SUB", made["flat_code"]!.ToString());
        Assert.Equal("Formwork.Firestopping.Subcontract", made["flat_name"]!.ToString());
        Assert.Equal("active", made["status"]!.ToString());
        Assert.Equal(27, await CodesAsync(desk));

        await desk.DoAsync("PATCH", Code(made), new JsonObject { ["status"] = "inactive" }, HttpStatusCode.OK);
        desk.Host.Clock.Advance(TimeSpan.FromMinutes(1));
        var again = await desk.CreateCodeAsync("Seals", WbsDesk.Subcontract, Formwork, Firestopping);
        Assert.Equal((long)made["id"]!, (long)again["id"]!);
        Assert.Equal(("Seals", "inactive"), (again["description"]!.ToString(), again["status"]!.ToString()));
        Assert.Equal("2025-10-01T13:01:00Z", again["updated_at"]!.ToString());
        Assert.Equal(made["created_at"]!.ToString(), again["created_at"]!.ToString());
        Assert.Equal(27, await CodesAsync(desk));
    }

    [Fact]
    public async Task An_optional_segment_may_be_left_out_and_a_required_one_may_not()
    {
        await using var desk = await WbsDesk.StartAsync();
        Assert.Equal("07-840.EQP", (await desk.CreateCodeAsync(null, Firestopping, 562949953462004))["flat_code"]!.ToString());
        Assert.Contains("Cost Type is required", await CodeRefusedAsync(desk, Formwork, Firestopping), StringComparison.Ordinal);
        Assert.Contains("Cost Code is required", await CodeRefusedAsync(desk, Formwork, WbsDesk.Subcontract), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_item_that_cannot_be_used_makes_no_code()
    {
        await using var desk = await WbsDesk.StartAsync();
        Assert.Contains("has no item 7", await CodeRefusedAsync(desk, 7, Firestopping, WbsDesk.Subcontract), StringComparison.Ordinal);
        Assert.Contains(
            "more than once",
            await CodeRefusedAsync(desk, Formwork, 562949953460001, Firestopping, WbsDesk.Subcontract),
            StringComparison.Ordinal
        );
        Assert.Contains("items below it", await CodeRefusedAsync(desk, WbsDesk.Electrical, WbsDesk.Subcontract), StringComparison.Ordinal);
        await desk.ChangeItemAsync(await desk.FindItemAsync(WbsDesk.TaskSegment, "3100"), new JsonObject { ["status"] = "inactive" });
        Assert.Contains("is inactive", await CodeRefusedAsync(desk, Formwork, Firestopping, WbsDesk.Subcontract), StringComparison.Ordinal);
        Assert.Equal(26, await CodesAsync(desk));
    }

    [Fact]
    public async Task An_inactive_item_stays_on_its_codes_and_leaves_them_active()
    {
        await using var desk = await WbsDesk.StartAsync();
        await desk.ChangeItemAsync(await desk.FindItemAsync(WbsDesk.TaskSegment, "3100"), new JsonObject { ["status"] = "inactive" });
        var code = await desk.FindCodeAsync(562949953470006);
        Assert.Equal("3100.03-100.SUB", code["flat_code"]!.ToString());
        Assert.Equal(("active", "inactive"), (code["status"]!.ToString(), code["segment_items"]![0]!["status"]!.ToString()));
    }

    [Fact]
    public async Task Codes_are_found_by_several_statuses_and_by_when_they_changed()
    {
        await using var desk = await WbsDesk.StartAsync();
        desk.Host.Clock.Advance(TimeSpan.FromHours(1));
        var path = WbsDesk.Root + "/wbs_codes/562949953470001";
        var changed = await desk.DoAsync("PATCH", path, new JsonObject { ["status"] = "inactive", ["description"] = "Fences" }, HttpStatusCode.OK);
        Assert.Equal("Fences", changed!["description"]!.ToString());

        Assert.Equal(25, await CodesAsync(desk, "?filters[status][]=active"));
        Assert.Equal(1, await CodesAsync(desk, "?filters[status][]=inactive"));
        Assert.Equal(26, await CodesAsync(desk, "?filters[status][]=active&filters[status][]=inactive"));
        Assert.Equal(1, await CodesAsync(desk, "?filters[updated_at]=2025-10-01T13:30:00Z...2025-10-03"));
        Assert.Equal(0, await CodesAsync(desk, "?filters[updated_at]=2025-10-02...2025-10-04"));
    }

    [Fact]
    public async Task A_bulk_takes_what_it_can_and_answers_the_rest_as_it_came()
    {
        await using var desk = await WbsDesk.StartAsync();
        var bad = WbsDesk.CodeBody("no such item", 7, Firestopping, WbsDesk.Subcontract);
        var bulk = new JsonObject
        {
            ["bulk"] = new JsonArray(
                WbsDesk.CodeBody("first", Formwork, Firestopping, WbsDesk.Subcontract),
                bad,
                WbsDesk.CodeBody("known", 562949953460001, 562949953461004, WbsDesk.Subcontract),
                WbsDesk.CodeBody("first again", Formwork, Firestopping, WbsDesk.Subcontract),
                new JsonObject { ["description"] = "no items" }
            ),
        };
        var answer = (await desk.DoAsync("PATCH", WbsDesk.Root + "/wbs_codes/bulk_create", bulk, HttpStatusCode.Created))!;

        Assert.Equal(["first again", "known"], answer["entities"]!.AsArray().Select(one => one!["description"]!.ToString()));
        Assert.Equal(562949953470001, (long)answer["entities"]![1]!["id"]!);
        Assert.Equal(2, answer["errors"]!.AsArray().Count);
        Assert.Equal("no such item", answer["errors"]![0]!["description"]!.ToString());
        Assert.Equal(bad["segment_items"]!.ToJsonString(), answer["errors"]![0]!["segment_items"]!.ToJsonString());
        Assert.Contains("has no item 7", answer["errors"]![0]!["errors"]!["segment_items"]![0]!.ToString(), StringComparison.Ordinal);
        Assert.Equal(27, await CodesAsync(desk));
    }

    [Fact]
    public async Task A_bulk_of_more_codes_than_are_known_to_be_taken_makes_none()
    {
        await using var desk = await WbsDesk.StartAsync();
        var code = WbsDesk.CodeBody(null, Formwork, Firestopping, WbsDesk.Subcontract);
        var bulk = new JsonObject { ["bulk"] = new JsonArray([.. Enumerable.Range(0, 2001).Select(_ => code.DeepClone())]) };
        var path = WbsDesk.Root + "/wbs_codes/bulk_create";
        Assert.Contains("2001 codes are too many", await desk.RefusedAsync("PATCH", path, bulk, (HttpStatusCode)413), StringComparison.Ordinal);
        Assert.Equal(26, await CodesAsync(desk));
    }

    [Fact]
    public async Task A_bulk_of_two_thousand_codes_is_taken_in_one_call()
    {
        await using var desk = await WbsDesk.StartAsync();
        desk.Host.Simulator.WbsActors.ImportItems(
            ProcoreHost.Project,
            WbsDesk.TaskSegment,
            [.. Enumerable.Range(10_000, 2000).Select(number => KeyValuePair.Create($"{number}", "Task"))]
        );
        var items = (await desk.Host.GetAsync(WbsDesk.Items(WbsDesk.TaskSegment) + "?per_page=2000&page=2")).AsArray();
        var first = (long)items[0]!["id"]! - 1985;
        var bulk = new JsonObject
        {
            ["bulk"] = new JsonArray([
                .. Enumerable.Range(0, 2000).Select(number => (JsonNode)WbsDesk.CodeBody(null, first + number, Firestopping, WbsDesk.Subcontract)),
            ]),
        };
        var answer = (await desk.DoAsync("PATCH", WbsDesk.Root + "/wbs_codes/bulk_create", bulk, HttpStatusCode.Created))!;
        Assert.Equal(2000, answer["entities"]!.AsArray().Select(one => (long)one!["id"]!).Distinct().Count());
        Assert.Empty(answer["errors"]!.AsArray());
        using var page = await desk.Host.Client.GetAsync(WbsDesk.Root + "/wbs_codes?per_page=1");
        Assert.Equal("2026", page.Headers.GetValues("Total").Single());
    }

    [Fact]
    public async Task A_status_for_many_codes_is_given_to_all_or_none()
    {
        await using var desk = await WbsDesk.StartAsync();
        var path = WbsDesk.Root + "/wbs_codes/update_all";
        await desk.DoAsync("PATCH", path, Many(562949953470001, 7), HttpStatusCode.NotFound);
        Assert.Equal(0, await CodesAsync(desk, "?filters[status][]=inactive"));
        await desk.DoAsync("PATCH", path, Many(562949953470001, 562949953470002), HttpStatusCode.NoContent);
        Assert.Equal(2, await CodesAsync(desk, "?filters[status][]=inactive"));
    }

    [Theory]
    [InlineData("POST", "", """{"description":"x"}""", 400, "segment_items must be a list")]
    [InlineData("POST", "", """{"segment_items":[{"segment_id":1}]}""", 400, "segment_item_id is required")]
    [InlineData("POST", "", """{"segment_items":[{"segment_id":1,"segment_item_id":2}]}""", 422, "segment 1 is not in the project")]
    [InlineData("POST", "", """{"segment_items":[],"status":"active"}""", 400, "does not support the field status")]
    [InlineData("PATCH", "/562949953470001", """{"segment_items":[]}""", 400, "does not support the field segment_items")]
    [InlineData("PATCH", "/562949953470001", """{"status":"gone"}""", 400, "status must be one of")]
    [InlineData("PATCH", "/7", """{"status":"active"}""", 404, "Not found")]
    [InlineData("PATCH", "/bulk_create", """{"bulk":{}}""", 400, "bulk must be a list")]
    [InlineData("PATCH", "/bulk_create", """{"bulk":[1]}""", 400, "must be a JSON object")]
    [InlineData("DELETE", "/562949953470001", null, 404, "The Procore simulator does not support DELETE")]
    public async Task What_is_malformed_or_not_built_is_refused_by_name(string method, string path, string? body, int status, string words)
    {
        await using var desk = await WbsDesk.StartAsync();
        var node = body is null ? null : JsonNode.Parse(body);
        var refusal = await desk.RefusedAsync(method, WbsDesk.Root + "/wbs_codes" + path, node, (HttpStatusCode)status);
        Assert.Contains(words, JsonNode.Parse(refusal)!.ToString(), StringComparison.Ordinal);
        Assert.Equal(26, await CodesAsync(desk));
        Assert.Equal(26, await CodesAsync(desk, "?filters[status][]=active"));
    }

    [Fact]
    public async Task An_unknown_status_in_the_filter_is_refused()
    {
        await using var desk = await WbsDesk.StartAsync();
        await desk.RefusedAsync("GET", WbsDesk.Root + "/wbs_codes?filters[status][]=active&filters[status][]=gone", null, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task People_make_and_change_codes_and_items_in_Procore_itself()
    {
        await using var desk = await WbsDesk.StartAsync();
        var people = desk.Host.Simulator.WbsActors;
        var id = people.CreateCode(
            ProcoreHost.Project,
            new Dictionary<long, string> { [WbsDesk.CostCodeSegment] = "07-840", [WbsDesk.CostTypeSegment] = "EQP" }
        );
        Assert.Equal("07-840.EQP", (await desk.FindCodeAsync(id))["flat_code"]!.ToString());
        people.SetCodeStatus(ProcoreHost.Project, id, "inactive");
        Assert.Equal("inactive", (await desk.FindCodeAsync(id))["status"]!.ToString());

        people.ChangeItem(ProcoreHost.Project, WbsDesk.CostCodeSegment, "07-840", name: "Seals");
        Assert.Equal("Seals", (await desk.FindItemAsync(WbsDesk.CostCodeSegment, "07-840"))["name"]!.ToString());
        Assert.Contains(
            "in use",
            Assert.Throws<InvalidOperationException>(() => people.DeleteItem(ProcoreHost.Project, WbsDesk.CostCodeSegment, "07-840")).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "no item 99",
            Assert.Throws<InvalidOperationException>(() => people.ChangeItem(ProcoreHost.Project, WbsDesk.CostCodeSegment, "99", name: "x")).Message,
            StringComparison.Ordinal
        );
    }

    private static string Code(JsonNode code) => $"{WbsDesk.Root}/wbs_codes/{code["id"]}";

    private static Task<string> CodeRefusedAsync(WbsDesk desk, params long[] items) =>
        desk.RefusedAsync("POST", WbsDesk.Root + "/wbs_codes", WbsDesk.CodeBody(null, items), Invalid);

    private static async Task<int> CodesAsync(WbsDesk desk, string query = "") =>
        (await desk.Host.GetAsync(WbsDesk.Root + "/wbs_codes" + query)).AsArray().Count;

    private static JsonObject Many(params long[] ids) =>
        new()
        {
            ["ids"] = new JsonArray([.. ids.Select(id => (JsonNode)id)]),
            ["attributes"] = new JsonObject { ["status"] = "inactive" },
        };
}
