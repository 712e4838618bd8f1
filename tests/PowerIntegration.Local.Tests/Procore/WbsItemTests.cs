using System.Net;
using System.Text.Json.Nodes;
using PowerIntegration.Local.Procore.Faults;
using Xunit;

namespace PowerIntegration.Local.Tests.Procore;

/// <summary>Segment items of a project: made, changed, taken out of use, removed, and what Procore does not take.</summary>
public sealed class WbsItemTests
{
    private const HttpStatusCode Invalid = HttpStatusCode.UnprocessableEntity;

    [Fact]
    public async Task A_new_item_is_active_unused_and_listed()
    {
        await using var desk = await WbsDesk.StartAsync();
        var item = await desk.CreateItemAsync(WbsDesk.TaskSegment, "0784", "Firestopping");

        Assert.Equal(("0784", "Firestopping", "active"), (item["path_code"]!.ToString(), item["name"]!.ToString(), item["status"]!.ToString()));
        Assert.False((bool)item["in_use"]!);
        Assert.Equal(16, (int)item["segment"]!["segment_items_count"]!);
        Assert.Equal("2025-10-01T13:00:00Z", item["updated_at"]!.ToString());
        Assert.Equal(item.ToJsonString(), (await desk.FindItemAsync(WbsDesk.TaskSegment, "0784")).ToJsonString());
        var pattern = await desk.Host.GetAsync(WbsDesk.Root + "/patterns");
        Assert.Equal(16, (int)pattern["segments"]![0]!["segment_items_count"]!);
    }

    [Fact]
    public async Task A_code_is_taken_once_in_a_flat_segment_and_once_among_siblings_in_a_tiered_one()
    {
        await using var desk = await WbsDesk.StartAsync();
        var flat = WbsDesk.Items(WbsDesk.TaskSegment);
        var tiered = WbsDesk.Items(WbsDesk.CostCodeSegment);
        Assert.Contains("code", await desk.RefusedAsync("POST", flat, WbsDesk.ItemBody("2100", "x"), Invalid), StringComparison.Ordinal);
        Assert.Contains(
            "has already been taken",
            await desk.RefusedAsync("POST", tiered, WbsDesk.ItemBody("050", "x", WbsDesk.Electrical), Invalid),
            StringComparison.Ordinal
        );

        var top = await desk.CreateItemAsync(WbsDesk.CostCodeSegment, "050", "The same code at the top");
        var below = await desk.CreateItemAsync(WbsDesk.CostCodeSegment, "050", "And below it", (long)top["id"]!);
        Assert.Equal("050-050", below["path_code"]!.ToString());
        await desk.RefusedAsync("PATCH", WbsDesk.Item(top), new JsonObject { ["code"] = "26" }, Invalid);
    }

    [Fact]
    public async Task An_inactive_item_keeps_its_code()
    {
        await using var desk = await WbsDesk.StartAsync();
        await desk.ChangeItemAsync(await desk.FindItemAsync(WbsDesk.TaskSegment, "2100"), new JsonObject { ["status"] = "inactive" });
        await desk.RefusedAsync("POST", WbsDesk.Items(WbsDesk.TaskSegment), WbsDesk.ItemBody("2100", "x"), Invalid);
        Assert.Equal(14, (await desk.Host.GetAsync(WbsDesk.Items(WbsDesk.TaskSegment) + "?only_active_items=true")).AsArray().Count);
        Assert.Equal(15, (await desk.Host.GetAsync(WbsDesk.Items(WbsDesk.TaskSegment))).AsArray().Count);
    }

    [Fact]
    public async Task A_parent_comes_before_its_items_and_only_in_a_tiered_segment()
    {
        await using var desk = await WbsDesk.StartAsync();
        var tiered = WbsDesk.Items(WbsDesk.CostCodeSegment);
        Assert.Contains("parent_id", await desk.RefusedAsync("POST", tiered, WbsDesk.ItemBody("1", "x", 7), Invalid), StringComparison.Ordinal);
        var ofAnotherSegment = await desk.FindItemAsync(WbsDesk.TaskSegment, "2100");
        await desk.RefusedAsync("POST", tiered, WbsDesk.ItemBody("1", "x", (long)ofAnotherSegment["id"]!), Invalid);
        Assert.Contains(
            "flat",
            await desk.RefusedAsync("POST", WbsDesk.Items(WbsDesk.TaskSegment), WbsDesk.ItemBody("1", "x", (long)ofAnotherSegment["id"]!), Invalid),
            StringComparison.Ordinal
        );

        var parent = await desk.CreateItemAsync(WbsDesk.CostCodeSegment, "09", "Finishes");
        Assert.False((bool)parent["is_parent"]!);
        var item = await desk.CreateItemAsync(WbsDesk.CostCodeSegment, "200", "Plaster", (long)parent["id"]!);
        Assert.Equal("""["09","200"]""", item["path_codes"]!.ToJsonString());
        Assert.True((bool)(await desk.FindItemAsync(WbsDesk.CostCodeSegment, "09"))["is_parent"]!);
    }

    [Fact]
    public async Task A_renamed_parent_shows_in_the_paths_below_it_and_in_the_codes()
    {
        await using var desk = await WbsDesk.StartAsync();
        var parent = await desk.FindItemAsync(WbsDesk.CostCodeSegment, "26");
        desk.Host.Clock.Advance(TimeSpan.FromMinutes(1));
        var changed = await desk.ChangeItemAsync(parent, new JsonObject { ["code"] = "16", ["name"] = "Electric work" });
        Assert.Equal((long)parent["id"]!, (long)changed["id"]!);
        Assert.Equal("2025-10-01T13:01:00Z", changed["updated_at"]!.ToString());

        var below = await desk.FindItemAsync(WbsDesk.CostCodeSegment, "16-050");
        Assert.Equal("Electric work", below["path_names"]![0]!.ToString());
        var code = await desk.FindCodeAsync(562949953470011);
        Assert.Equal("2605.16-050.SUB", code["flat_code"]!.ToString());
        Assert.Equal("2025-02-10T16:00:00Z", code["updated_at"]!.ToString());
    }

    [Fact]
    public async Task With_the_setting_a_change_gives_another_id_that_children_and_codes_follow_and_the_old_one_is_not_found()
    {
        await using var desk = await WbsDesk.StartAsync();
        desk.Host.Simulator.Wbs.ItemIdsChange = true;
        var before = await desk.FindItemAsync(WbsDesk.CostCodeSegment, "26");
        var after = await desk.ChangeItemAsync(before, new JsonObject { ["name"] = "Electric work" });

        Assert.NotEqual((long)before["id"]!, (long)after["id"]!);
        await desk.DoAsync("PATCH", WbsDesk.Item(before), new JsonObject { ["name"] = "x" }, HttpStatusCode.NotFound);
        await desk.DoAsync("DELETE", WbsDesk.Item(before), null, HttpStatusCode.NotFound);
        Assert.Equal((long)after["id"]!, (long)(await desk.FindItemAsync(WbsDesk.CostCodeSegment, "26"))["id"]!);
        Assert.Equal((long)after["id"]!, (long)(await desk.FindItemAsync(WbsDesk.CostCodeSegment, "26-050"))["parent_id"]!);

        var task = await desk.FindItemAsync(WbsDesk.TaskSegment, "2605");
        var moved = await desk.ChangeItemAsync(task, new JsonObject { ["code"] = "2606" });
        var code = await desk.FindCodeAsync(562949953470011);
        Assert.Equal("2606.26-050.SUB", code["flat_code"]!.ToString());
        Assert.Equal((long)moved["id"]!, (long)code["segment_items"]![0]!["id"]!);
        Assert.Equal(25 + 15, (await ItemsAsync(desk, WbsDesk.CostCodeSegment)) + await ItemsAsync(desk, WbsDesk.TaskSegment));

        // The same combination is still the same code.
        Assert.Equal(562949953470011, (long)(await desk.CreateCodeAsync(null, (long)moved["id"]!, 562949953461019, WbsDesk.Subcontract))["id"]!);
    }

    [Fact]
    public async Task An_item_in_use_or_with_items_below_it_cannot_be_deleted_and_another_can()
    {
        await using var desk = await WbsDesk.StartAsync();
        Assert.Contains(
            "in use",
            await desk.RefusedAsync("DELETE", WbsDesk.Item(await desk.FindItemAsync(WbsDesk.TaskSegment, "2100")), null, Invalid),
            StringComparison.Ordinal
        );
        var parent = await desk.CreateItemAsync(WbsDesk.CostCodeSegment, "09", "Finishes");
        var item = await desk.CreateItemAsync(WbsDesk.CostCodeSegment, "200", "Plaster", (long)parent["id"]!);
        Assert.Contains("below it", await desk.RefusedAsync("DELETE", WbsDesk.Item(parent), null, Invalid), StringComparison.Ordinal);

        await desk.DoAsync("DELETE", WbsDesk.Item(item), null, HttpStatusCode.NoContent);
        await desk.DoAsync("DELETE", WbsDesk.Item(item), null, HttpStatusCode.NotFound);
        var again = await desk.CreateItemAsync(WbsDesk.CostCodeSegment, "200", "Plaster", (long)parent["id"]!);
        Assert.NotEqual((long)item["id"]!, (long)again["id"]!);

        await desk.CreateCodeAsync(null, (long)(await desk.FindItemAsync(WbsDesk.TaskSegment, "2100"))["id"]!, 562949953461012, WbsDesk.Subcontract);
        var task = await desk.CreateItemAsync(WbsDesk.TaskSegment, "0784", "Firestopping");
        await desk.CreateCodeAsync(null, (long)task["id"]!, 562949953461012, WbsDesk.Subcontract);
        await desk.RefusedAsync("DELETE", WbsDesk.Item(task), null, Invalid);
        Assert.True((bool)(await desk.FindItemAsync(WbsDesk.TaskSegment, "0784"))["in_use"]!);
    }

    [Fact]
    public async Task A_status_for_many_reaches_what_is_below_them_and_for_one_it_does_not()
    {
        await using var desk = await WbsDesk.StartAsync();
        var parent = await desk.FindItemAsync(WbsDesk.CostCodeSegment, "26");
        await desk.ChangeItemAsync(parent, new JsonObject { ["status"] = "inactive" });
        Assert.Equal("active", (await desk.FindItemAsync(WbsDesk.CostCodeSegment, "26-050"))["status"]!.ToString());

        var path = WbsDesk.Items(WbsDesk.CostCodeSegment) + "/update_all";
        await desk.DoAsync("PATCH", path, StatusOf("inactive", (long)parent["id"]!), HttpStatusCode.NoContent);
        Assert.Equal("inactive", (await desk.FindItemAsync(WbsDesk.CostCodeSegment, "26-050"))["status"]!.ToString());

        await desk.DoAsync("PATCH", path, StatusOf("active", (long)parent["id"]!, 7), HttpStatusCode.NotFound);
        Assert.Equal("inactive", (await desk.FindItemAsync(WbsDesk.CostCodeSegment, "26-050"))["status"]!.ToString());
    }

    [Fact]
    public async Task The_cost_types_of_the_company_are_not_changed_in_a_project()
    {
        await using var desk = await WbsDesk.StartAsync();
        var path = WbsDesk.Items(WbsDesk.CostTypeSegment);
        var refusal = await desk.RefusedAsync("POST", path, WbsDesk.ItemBody("OTH", "Other"), Invalid);
        Assert.Contains("company level", refusal, StringComparison.Ordinal);
        await desk.RefusedAsync("PATCH", $"{path}/{WbsDesk.Subcontract}", new JsonObject { ["name"] = "x" }, Invalid);
        await desk.RefusedAsync("DELETE", $"{path}/562949953462004", null, Invalid);
    }

    [Theory]
    [InlineData("POST", "", """{"name":"x"}""", 400, "code is required")]
    [InlineData("POST", "", """{"code":" ","name":"x"}""", 400, "code is required")]
    [InlineData("POST", "", """{"code":"1"}""", 400, "name is required")]
    [InlineData("POST", "", """{"code":1,"name":"x"}""", 400, "code must be a string")]
    [InlineData("POST", "", """{"code":"1","name":"x","parent_id":"7"}""", 400, "parent_id must be an id")]
    [InlineData("POST", "", """{"code":"1","name":"x","sub_job_id":7}""", 400, "does not support the field sub_job_id")]
    [InlineData("POST", "", "[]", 400, "must be a JSON object")]
    [InlineData("PATCH", "/562949953460001", """{"status":"closed"}""", 400, "status must be one of: active, inactive")]
    [InlineData("PATCH", "/562949953460001", """{"code":""}""", 400, "code is required")]
    [InlineData("PATCH", "/562949953460001", """{"parent_id":1}""", 400, "does not support the field parent_id")]
    [InlineData("PATCH", "/7", """{"name":"x"}""", 404, "Not found")]
    [InlineData("PATCH", "/update_all", """{"ids":[1],"attributes":{}}""", 400, "status is required")]
    [InlineData("PATCH", "/update_all", """{"ids":1,"attributes":{"status":"active"}}""", 400, "ids must be a list")]
    [InlineData("DELETE", "/bulk_destroy", null, 404, "The Procore simulator does not support DELETE")]
    [InlineData("DELETE", "/562949953460001?sub_job_id=1", null, 400, "does not support the query parameter sub_job_id")]
    [InlineData("PUT", "", "{}", 404, "The Procore simulator does not support PUT")]
    public async Task What_is_malformed_or_not_built_is_refused_by_name(string method, string path, string? body, int status, string words)
    {
        await using var desk = await WbsDesk.StartAsync();
        var before = (await desk.Host.GetAsync(WbsDesk.Items(WbsDesk.TaskSegment))).ToJsonString();
        var node = body is null ? null : JsonNode.Parse(body);
        var refusal = await desk.RefusedAsync(method, WbsDesk.Items(WbsDesk.TaskSegment) + path, node, (HttpStatusCode)status);
        Assert.Contains(words, refusal, StringComparison.Ordinal);
        Assert.Equal(before, (await desk.Host.GetAsync(WbsDesk.Items(WbsDesk.TaskSegment))).ToJsonString());
    }

    [Theory]
    [InlineData("None")]
    [InlineData("Read Only")]
    public async Task Who_may_only_read_is_refused_and_reads_on(string level)
    {
        await using var desk = await WbsDesk.StartAsync();
        desk.Host.Simulator.Actors.SetToolLevel(WbsDesk.Tool, level);
        await desk.RefusedAsync("POST", WbsDesk.Items(WbsDesk.TaskSegment), WbsDesk.ItemBody("1", "x"), HttpStatusCode.Forbidden);
        await desk.RefusedAsync("POST", WbsDesk.CompanyRoot + "/segments", new JsonObject(), HttpStatusCode.Forbidden);
        Assert.Equal(15, await ItemsAsync(desk, WbsDesk.TaskSegment));

        desk.Host.Simulator.Actors.SetToolLevel(WbsDesk.Tool, "Admin");
        desk.Host.Simulator.Actors.SetProjectPermission(ProcoreHost.Project, false);
        await desk.RefusedAsync("POST", WbsDesk.Items(WbsDesk.TaskSegment), WbsDesk.ItemBody("1", "x"), HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task An_unknown_tool_or_level_is_refused_when_it_is_given()
    {
        await using var desk = await WbsDesk.StartAsync();
        var actors = desk.Host.Simulator.Actors;
        Assert.Contains(
            "no tool drawings",
            Assert.Throws<InvalidOperationException>(() => actors.SetToolLevel("drawings", "Admin")).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "level Owner",
            Assert.Throws<InvalidOperationException>(() => actors.SetToolLevel(WbsDesk.Tool, "Owner")).Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(ProcoreFault.TooManyRequests, false)]
    [InlineData(ProcoreFault.Unavailable, false)]
    [InlineData(ProcoreFault.ConnectionLost, false)]
    [InlineData(ProcoreFault.AnswerLost, true)]
    public async Task A_fault_leaves_nothing_behind_unless_only_the_answer_is_lost(ProcoreFault fault, bool isThere)
    {
        await using var desk = await WbsDesk.StartAsync();
        desk.Host.Simulator.Faults.FailNext(1, fault);
        if (fault is ProcoreFault.ConnectionLost or ProcoreFault.AnswerLost)
        {
            await Assert.ThrowsAsync<System.Net.Http.HttpRequestException>(() =>
                desk.SendAsync("POST", WbsDesk.Items(WbsDesk.TaskSegment), WbsDesk.ItemBody("0784", "Firestopping"))
            );
        }
        else
        {
            using var answer = await desk.SendAsync("POST", WbsDesk.Items(WbsDesk.TaskSegment), WbsDesk.ItemBody("0784", "Firestopping"));
            Assert.NotNull(answer.Headers.RetryAfter);
        }

        Assert.Equal(isThere ? 16 : 15, await ItemsAsync(desk, WbsDesk.TaskSegment));
        using var again = await desk.SendAsync("POST", WbsDesk.Items(WbsDesk.TaskSegment), WbsDesk.ItemBody("0784", "Firestopping"));
        Assert.Equal(isThere ? Invalid : HttpStatusCode.Created, again.StatusCode);
        Assert.Equal(16, await ItemsAsync(desk, WbsDesk.TaskSegment));
    }

    [Fact]
    public async Task A_write_counts_against_the_limits()
    {
        await using var host = await ProcoreHost.StartAsync(
            new()
            {
                ClientId = "client",
                ClientSecret = ProcoreHost.Secret,
                SpikeLimit = 2,
            }
        );
        host.Simulator.Actors.SetToolLevel(WbsDesk.Tool, "Admin");
        var statuses = new List<HttpStatusCode>();
        foreach (var code in new[] { "1", "2", "3" })
        {
            using var body = new System.Net.Http.StringContent(
                WbsDesk.ItemBody(code, "x").ToJsonString(),
                System.Text.Encoding.UTF8,
                "application/json"
            );
            using var answer = await host.Client.PostAsync(WbsDesk.Items(WbsDesk.TaskSegment), body);
            statuses.Add(answer.StatusCode);
        }

        Assert.Equal([HttpStatusCode.Created, HttpStatusCode.Created, HttpStatusCode.TooManyRequests], statuses);
    }

    [Fact]
    public async Task Five_thousand_items_come_in_pages_each_once_and_in_order()
    {
        await using var desk = await WbsDesk.StartAsync();
        desk.Host.Simulator.WbsActors.ImportItems(
            ProcoreHost.Project,
            WbsDesk.TaskSegment,
            [
                .. Enumerable
                    .Range(0, 5000 - 15)
                    .Select(number => KeyValuePair.Create("T" + number.ToString("00000", CultureInfo.InvariantCulture), $"Task {number}")),
            ]
        );
        var ids = new List<long>();
        string? next = WbsDesk.Items(WbsDesk.TaskSegment) + "?per_page=700";
        while (next is not null)
        {
            using var page = await desk.Host.Client.GetAsync(next);
            Assert.Equal("5000", page.Headers.GetValues("Total").Single());
            ids.AddRange(JsonNode.Parse(await page.Content.ReadAsStringAsync())!.AsArray().Select(item => (long)item!["id"]!));
            next = page
                .Headers.GetValues("Link")
                .Single()
                .Split(", ")
                .SingleOrDefault(link => link.EndsWith("rel=\"next\"", StringComparison.Ordinal));
            next = next?[1..next.IndexOf('>', StringComparison.Ordinal)];
        }

        Assert.Equal(5000, ids.Distinct().Count());
        Assert.Equal(ids.Order(), ids);
        Assert.Equal(
            8,
            desk.Host.Simulator.Calls.Snapshot()["GET /rest/v1.0/projects/{project_id}/work_breakdown_structure/segments/{segment_id}/segment_items"]
        );
    }

    [Fact]
    public async Task What_was_written_is_there_after_a_restart()
    {
        using var folder = new Storage.TemporaryFolder();
        var path = System.IO.Path.Combine(folder.Path, "procore.db");
        using (var file = PowerIntegration.Local.Storage.RowFile.Open(path))
        {
            await using var host = await ProcoreHost.StartAsync(file: file);
            host.Simulator.WbsActors.ImportItems(ProcoreHost.Project, WbsDesk.TaskSegment, [KeyValuePair.Create("0784", "Firestopping")]);
        }

        using var again = PowerIntegration.Local.Storage.RowFile.Open(path);
        await using var restarted = await ProcoreHost.StartAsync(file: again);
        Assert.Equal(16, (await restarted.GetAsync(WbsDesk.Items(WbsDesk.TaskSegment))).AsArray().Count);
    }

    private static async Task<int> ItemsAsync(WbsDesk desk, long segment) => (await desk.Host.GetAsync(WbsDesk.Items(segment))).AsArray().Count;

    private static JsonObject StatusOf(string status, params long[] ids) =>
        new()
        {
            ["ids"] = new JsonArray([.. ids.Select(id => (JsonNode)id)]),
            ["attributes"] = new JsonObject { ["status"] = status },
        };
}
