using Xunit;

namespace PowerIntegration.Local.Tests.Dataverse;

public sealed class WebApiTests
{
    [Theory]
    [InlineData("POST", "$batch")]
    [InlineData("GET", "$metadata")]
    [InlineData("POST", "cts_customers/Microsoft.Dynamics.CRM.UpdateMultiple")]
    [InlineData("PUT", "cts_customers(0b000000-0000-4000-8000-000000000009)/cts_name")]
    [InlineData("GET", "GlobalOptionSetDefinitions")]
    public async Task What_is_not_built_is_refused_by_name(string method, string path)
    {
        await using var desk = Desk.Start();
        var answer = await desk.SendAsync(method, path, method == "GET" ? null : "{}");
        Assert.Equal(501, answer.Status);
        Assert.Contains("is not run by this local Dataverse", answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_set_is_not_found()
    {
        await using var desk = Desk.Start();
        var answer = await desk.GetAsync("cts_nothings");
        Assert.Equal((404, "0x80060888", "Resource not found for the segment 'cts_nothings'."), (answer.Status, answer.Code, answer.Message));
    }

    [Fact]
    public async Task A_create_answers_where_the_row_is_and_a_lookup_is_bound_by_id_key_or_address_and_emptied_by_null()
    {
        await using var desk = Desk.Start();
        var customer = desk.Customer("Prairie", "X-1");
        foreach (
            var bind in new[]
            {
                $"/cts_customers({customer})",
                $"cts_customers({customer})",
                "/cts_customers(cts_externalref='X-1')",
                $"{desk.Url}/api/data/v9.2/cts_customers({customer})",
            }
        )
        {
            var created = await desk.SendAsync("POST", "cts_cases", $$"""{"cts_name":"case","cts_CustomerId@odata.bind":"{{bind}}"}""");
            Assert.Equal(204, created.Status);
            var address = created.Headers["OData-EntityId"];
            Assert.Equal(customer.ToString(), (string?)(await desk.GetAsync(address)).Json!["_cts_customerid_value"]);
            Assert.Equal(204, (await desk.SendAsync("PATCH", address, """{"cts_CustomerId@odata.bind":null}""")).Status);
            Assert.Null((await desk.GetAsync(address)).Json!["_cts_customerid_value"]);
        }

        var nowhere = await desk.SendAsync("POST", "cts_cases", """{"cts_CustomerId@odata.bind":"/cts_customers(cts_externalref='none')"}""");
        Assert.Equal((404, "0x80060891"), (nowhere.Status, nowhere.Code));
    }

    [Fact]
    public async Task CreateMultiple_is_all_or_nothing_and_answers_the_ids_in_order()
    {
        await using var desk = Desk.Start();
        const string Address = "cts_customers/Microsoft.Dynamics.CRM.CreateMultiple";
        var good = await desk.SendAsync("POST", Address, Targets("X-1", "X-2"));
        Assert.Equal(200, good.Status);
        var ids = good.Json!["Ids"]!.AsArray().Select(id => (string)id!).ToList();
        Assert.Equal("X-2", (string?)(await desk.GetAsync($"cts_customers({ids[1]})")).Json!["cts_externalref"]);
        Assert.Equal(412, (await desk.SendAsync("POST", Address, Targets("X-3", "X-1"))).Status);
        Assert.Equal(2, desk.Count("cts_customer"));
        Assert.Equal(400, (await desk.SendAsync("POST", Address, """{"Targets":[{"cts_name":"without a type"}]}""")).Status);
    }

    [Fact]
    public async Task UpsertMultiple_names_rows_by_their_keys()
    {
        await using var desk = Desk.Start();
        desk.Customer("Old name", "X-1");
        var answer = await desk.SendAsync(
            "POST",
            "cts_customers/Microsoft.Dynamics.CRM.UpsertMultiple",
            """
            {"Targets":[{"@odata.type":"Microsoft.Dynamics.CRM.cts_customer","@odata.id":"cts_customers(cts_externalref='X-1')",
            "cts_name":"New name"},
                        {"@odata.type":"Microsoft.Dynamics.CRM.cts_customer","@odata.id":"cts_customers(cts_externalref='X-2')","cts_name":"Second"}]}
            """
        );
        Assert.Equal(204, answer.Status);
        Assert.Equal("New name", (string?)(await desk.GetAsync("cts_customers(cts_externalref='X-1')")).Json!["cts_name"]);
        Assert.Equal(2, desk.Count("cts_customer"));
    }

    [Fact]
    public async Task Throttled_requests_say_when_to_come_back_and_the_next_one_is_served()
    {
        await using var desk = Desk.Start();
        desk.Dataverse.ThrottleNext(1);
        var throttled = await desk.GetAsync("WhoAmI");
        Assert.Equal((429, "0x80072322"), (throttled.Status, throttled.Code));
        Assert.Equal("1", throttled.Headers["Retry-After"]);
        Assert.Equal(200, (await desk.GetAsync("WhoAmI")).Status);
    }

    [Fact]
    public async Task A_body_beyond_the_limit_is_refused()
    {
        await using var desk = Desk.Start();
        var answer = await desk.SendAsync("POST", "cts_customers", $$"""{"cts_note":"{{new string('x', 25_000_001)}}"}""");
        Assert.Equal(413, answer.Status);
    }

    private static string Targets(params string[] keys) =>
        "{\"Targets\":["
        + string.Join(',', keys.Select(key => $$"""{"@odata.type":"Microsoft.Dynamics.CRM.cts_customer","cts_externalref":"{{key}}"}"""))
        + "]}";
}
