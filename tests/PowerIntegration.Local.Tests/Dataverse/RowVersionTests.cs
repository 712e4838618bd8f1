using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace PowerIntegration.Local.Tests.Dataverse;

public sealed class RowVersionTests
{
    [Fact]
    public async Task A_patch_with_an_old_tag_is_refused_and_changes_nothing()
    {
        await using var desk = Desk.Start();
        var path = $"cts_customers({desk.Customer("Prairie", counter: 1)})";
        var tag = (string)(await desk.GetAsync(path)).Json!["@odata.etag"]!;
        Assert.Equal(204, (await desk.SendAsync("PATCH", path, """{"cts_counter":2}""", null, ("If-Match", tag))).Status);
        var late = await desk.SendAsync("PATCH", path, """{"cts_counter":3}""", null, ("If-Match", tag));
        Assert.Equal((412, "0x80060882"), (late.Status, late.Code));
        var now = (await desk.GetAsync(path)).Json!;
        Assert.Equal(2, (int)now["cts_counter"]!);
        Assert.NotEqual(tag, (string?)now["@odata.etag"]);
    }

    [Fact]
    public async Task Of_two_claims_with_one_tag_one_wins()
    {
        await using var desk = Desk.Start();
        var id = desk.Customer("Prairie", counter: 1);
        var read = desk.Service.Retrieve("cts_customer", id, new ColumnSet("cts_note"));
        UpdateRequest Claim(string by) =>
            new()
            {
                Target = new Entity("cts_customer", id) { ["cts_note"] = by, RowVersion = read.RowVersion },
                ConcurrencyBehavior = ConcurrencyBehavior.IfRowVersionMatches,
            };
        desk.Service.Execute(Claim("first"));
        Assert.Equal(0x80060882u, Desk.Fault(() => desk.Service.Execute(Claim("second"))).Code);
        var without = Claim("third");
        without.Target.RowVersion = null;
        Assert.Equal(0x80060883u, Desk.Fault(() => desk.Service.Execute(without)).Code);
    }

    [Fact]
    public async Task If_match_any_never_creates_and_if_none_match_any_never_updates()
    {
        await using var desk = Desk.Start();
        const string Address = "cts_customers(cts_externalref='X-1')";
        Assert.Equal(404, (await desk.SendAsync("PATCH", Address, """{"cts_name":"A"}""", null, ("If-Match", "*"))).Status);
        Assert.Equal(204, (await desk.SendAsync("PATCH", Address, """{"cts_name":"A"}""", null, ("If-None-Match", "*"))).Status);
        var again = await desk.SendAsync("PATCH", Address, """{"cts_name":"B"}""", null, ("If-None-Match", "*"));
        Assert.Equal((412, "A record with matching key values already exists."), (again.Status, again.Message));
        Assert.Equal(204, (await desk.SendAsync("PATCH", Address, """{"cts_name":"C"}""", null, ("If-Match", "*"))).Status);
    }

    [Fact]
    public async Task If_none_match_answers_304_for_a_plain_read_only_and_the_word_null_means_nothing()
    {
        await using var desk = Desk.Start();
        var path = $"cts_customers({desk.Customer("Prairie")})";
        var tag = (string)(await desk.GetAsync(path)).Json!["@odata.etag"]!;
        Assert.Equal(304, (await desk.GetAsync(path, ("If-None-Match", tag))).Status);
        Assert.Equal(200, (await desk.GetAsync(path, ("If-None-Match", tag), ("Prefer", "odata.include-annotations=\"*\""))).Status);
        Assert.Equal(200, (await desk.GetAsync(path, ("If-None-Match", "null"))).Status);
        Assert.Equal(204, (await desk.SendAsync("PATCH", path, """{"cts_counter":2}""", null, ("If-None-Match", "null"))).Status);
    }

    [Fact]
    public async Task A_delete_with_an_old_tag_is_refused()
    {
        await using var desk = Desk.Start();
        var id = desk.Customer("Prairie");
        var tag = (string)(await desk.GetAsync($"cts_customers({id})")).Json!["@odata.etag"]!;
        desk.Service.Update(new Entity("cts_customer", id) { ["cts_counter"] = 2 });
        Assert.Equal(412, (await desk.SendAsync("DELETE", $"cts_customers({id})", null, null, ("If-Match", tag))).Status);
        Assert.Equal(204, (await desk.SendAsync("DELETE", $"cts_customers({id})")).Status);
        Assert.Equal(404, (await desk.GetAsync($"cts_customers({id})")).Status);
    }
}
