using Microsoft.Xrm.Sdk;
using Xunit;

namespace PowerIntegration.Local.Tests.Dataverse;

public sealed class AlternateKeyTests
{
    [Fact]
    public async Task A_second_row_with_the_same_key_is_refused_whatever_its_case()
    {
        await using var desk = Desk.Start();
        desk.Customer("Prairie", "ENV|1");
        var answer = await desk.SendAsync("POST", "cts_customers", """{"cts_name":"Other","cts_externalref":"env|1"}""");
        Assert.Equal((412, "0x80060892"), (answer.Status, answer.Code));
        Assert.StartsWith(
            "Entity Key cts_ExternalRefKey violated. A record with the same value for cts_externalref already exists.",
            answer.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Rows_without_a_key_value_are_outside_the_key()
    {
        await using var desk = Desk.Start();
        desk.Customer("One");
        desk.Customer("Two");
        Assert.Equal(2, desk.Count("cts_customer"));
    }

    [Fact]
    public async Task A_key_is_free_again_after_its_row_moved_to_another_or_went()
    {
        await using var desk = Desk.Start();
        var id = desk.Customer("Prairie", "A");
        desk.Service.Update(new Entity("cts_customer", id) { ["cts_externalref"] = "B" });
        desk.Customer("Second", "A");
        desk.Service.Delete("cts_customer", id);
        desk.Customer("Third", "B");
        Assert.Equal(0x80060892u, Desk.Fault(() => desk.Customer("Fourth", "B")).Code);
    }

    [Fact]
    public async Task Within_one_transaction_a_key_given_up_is_free_and_one_taken_is_not()
    {
        var api = "";
        await using var desk = Desk.Start(solution =>
            api = solution.CustomApi(plug =>
            {
                Entity Customer(string key) => new("cts_customer") { ["cts_externalref"] = key };
                var first = plug.Service.Create(Customer("A"));
                plug.Service.Update(new Entity("cts_customer", first) { ["cts_externalref"] = "B" });
                var second = plug.Service.Create(Customer("A"));
                plug.Service.Delete("cts_customer", second);
                plug.Service.Create(Customer("a"));
                plug.Service.Create(Customer("b"));
            })
        );
        Assert.Equal(0x80060892u, Desk.Fault(() => desk.Service.Execute(new OrganizationRequest(api))).Code);
        var execution = Assert.Single(desk.Dataverse.Executions);
        Assert.Equal(["Create", "Update", "Create", "Delete", "Create", "Create"], execution.Requests);
        Assert.Equal(0, desk.Count("cts_customer"));
    }

    [Fact]
    public async Task A_row_is_read_by_its_key_with_bars_slashes_and_quotes_in_it()
    {
        await using var desk = Desk.Start();
        desk.Customer("Prairie", "ENV|A/B'C");
        var answer = await desk.GetAsync($"cts_customers(cts_externalref='{Uri.EscapeDataString("ENV|A/B''C")}')?$select=cts_name");
        Assert.Equal("Prairie", (string?)answer.Json!["cts_name"]);
        Assert.Equal(
            200,
            (await desk.GetAsync("cts_customers(cts_externalref=@k)?@k='ENV|A%2FB''''C'".Replace("''''", "''", StringComparison.Ordinal))).Status
        );
    }

    [Fact]
    public async Task A_key_of_a_lookup_and_a_number_is_named_by_the_lookups_wire_name()
    {
        await using var desk = Desk.Start();
        var id = desk.Service.Create(new Entity("cts_case") { ["cts_name"] = "case" });
        desk.Service.Create(
            new Entity("cts_task")
            {
                ["cts_name"] = "second",
                ["cts_caseid"] = new EntityReference("cts_case", id),
                ["cts_line"] = 2,
            }
        );
        var answer = await desk.GetAsync($"cts_tasks(_cts_caseid_value={id},cts_line=2)");
        Assert.Equal("second", (string?)answer.Json!["cts_name"]);
    }

    [Fact]
    public async Task Columns_that_are_no_key_are_refused_and_a_key_nobody_has_is_not_found()
    {
        await using var desk = Desk.Start();
        var wrong = await desk.GetAsync("cts_customers(cts_name='Prairie')");
        Assert.Equal(400, wrong.Status);
        Assert.StartsWith("The key in the request URI is not valid for resource", wrong.Message, StringComparison.Ordinal);
        var missing = await desk.GetAsync("cts_customers(cts_externalref='none')");
        Assert.Equal((404, "0x80060891"), (missing.Status, missing.Code));
    }

    [Fact]
    public async Task An_upsert_by_key_takes_the_key_from_the_address_and_answers_in_key_form()
    {
        await using var desk = Desk.Start();
        var created = await desk.SendAsync("PATCH", "cts_customers(cts_externalref='X-1')", """{"cts_name":"Prairie"}""");
        Assert.Equal(204, created.Status);
        Assert.EndsWith("/cts_customers(cts_externalref='X-1')", created.Headers["OData-EntityId"], StringComparison.Ordinal);
        var updated = await desk.SendAsync(
            "PATCH",
            "cts_customers(cts_externalref='X-1')",
            """{"cts_name":"Prairie Concrete","cts_externalref":"dropped"}""",
            null,
            ("Prefer", "return=representation")
        );
        Assert.Equal(
            (200, "X-1", "Prairie Concrete"),
            (updated.Status, (string?)updated.Json!["cts_externalref"], (string?)updated.Json["cts_name"])
        );
        Assert.Equal(1, desk.Count("cts_customer"));
    }

    [Fact]
    public async Task On_a_new_row_the_bodys_own_key_wins_over_the_address()
    {
        await using var desk = Desk.Start();
        var created = await desk.SendAsync(
            "PATCH",
            "cts_customers(cts_externalref='X-1')",
            """{"cts_externalref":"X-2"}""",
            null,
            ("Prefer", "return=representation")
        );
        Assert.Equal((201, "X-2"), (created.Status, (string?)created.Json!["cts_externalref"]));
    }
}
