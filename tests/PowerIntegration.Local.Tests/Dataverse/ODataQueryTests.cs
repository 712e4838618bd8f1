using Microsoft.Xrm.Sdk;
using Xunit;

namespace PowerIntegration.Local.Tests.Dataverse;

public sealed class ODataQueryTests
{
    [Theory]
    [InlineData("cts_name eq 'PRAIRIE'", "Prairie")]
    [InlineData("cts_name ne 'prairie'", "Halsted,Illiana,O'Hare")]
    [InlineData("contains(cts_name,'AL')", "Halsted")]
    [InlineData("startswith(cts_name,'i') or endswith(cts_name,'E')", "Illiana,O'Hare,Prairie")]
    [InlineData("contains(cts_name,'_a_s')", "Halsted")]
    [InlineData("cts_name eq 'O''Hare'", "O'Hare")]
    [InlineData("cts_counter gt 1 and cts_counter le 3", "Illiana,Prairie")]
    [InlineData("not (cts_counter gt 1 or cts_counter eq null)", "Halsted")]
    [InlineData("cts_counter eq null", "O'Hare")]
    [InlineData("cts_counter ne null and not contains(cts_name,'a')", "")]
    [InlineData("cts_limit eq 10.50", "Halsted")]
    [InlineData("cts_counter lt @p", "Halsted")]
    public async Task Filters_find_what_they_say(string filter, string expected)
    {
        await using var desk = Customers();
        var answer = await desk.GetAsync($"cts_customers?$select=cts_name,&$orderby=cts_name&$filter={Uri.EscapeDataString(filter)}&@p=2");
        Assert.Equal(expected, string.Join(',', answer.Rows.Select(row => (string?)row!["cts_name"])));
    }

    [Theory]
    [InlineData("cts_cases?$filter=cts_stage eq 727270001", "working")]
    [InlineData("cts_cases?$filter=cts_due ge 2025-11-01", "working")]
    [InlineData("cts_cases?$filter=cts_at lt 2025-10-15T00:00:00Z", "new")]
    [InlineData("cts_cases?$filter=cts_urgent eq true", "working")]
    [InlineData("cts_cases?$filter=cts_CustomerId/cts_externalref eq 'x-2'", "working")]
    [InlineData("cts_cases?$orderby=cts_CustomerId/cts_externalref desc&$top=1", "working")]
    public async Task Choices_dates_flags_and_paths_through_lookups_compare_by_their_kind(string path, string expected)
    {
        await using var desk = Cases();
        Assert.Equal(expected, (string?)Assert.Single((await desk.GetAsync(path)).Rows)!["cts_name"]);
    }

    [Fact]
    public async Task A_lookup_is_compared_by_its_wire_name()
    {
        await using var desk = Cases();
        var customer = (string)(await desk.GetAsync("cts_customers(cts_externalref='X-1')")).Json!["cts_customerid"]!;
        Assert.Equal(
            "new",
            (string?)Assert.Single((await desk.GetAsync($"cts_cases?$filter=_cts_customerid_value eq {customer}")).Rows)!["cts_name"]
        );
    }

    [Theory]
    [InlineData("cts_customers?$skip=1")]
    [InlineData("cts_customers?$apply=aggregate($count as c)")]
    [InlineData("cts_customers?$filter=cts_unknown eq 1")]
    [InlineData("cts_customers?$filter=cts_counter eq 'text'")]
    [InlineData("cts_customers?$filter=cts_name eq 'x' xor cts_name eq 'y'")]
    [InlineData("cts_customers?$filter=cts_case_task/any(t:t/cts_line eq 1)")]
    [InlineData("cts_customers?$filter=tolower(cts_name) eq 'x'")]
    [InlineData("cts_cases?$filter=cts_customerid eq null")]
    [InlineData("cts_cases?$expand=cts_case_task($top=1;$expand=cts_WatcherId)")]
    [InlineData("cts_cases?$select=cts_customerid")]
    public async Task What_is_not_understood_is_refused_by_name(string path)
    {
        await using var desk = Desk.Start();
        var answer = await desk.GetAsync(path);
        Assert.Equal((400, "0x80060888"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Pages_follow_each_other_by_the_link_and_every_row_comes_once()
    {
        await using var desk = Customers();
        var first = await desk.GetAsync("cts_customers?$select=cts_name&$orderby=cts_name&$count=true", ("Prefer", "odata.maxpagesize=3"));
        Assert.Equal("odata.maxpagesize=3", first.Headers["Preference-Applied"]);
        Assert.Equal(4, (int)first.Json!["@odata.count"]!);
        Assert.Equal(["Halsted", "Illiana", "O'Hare"], first.Rows.Select(row => (string)row!["cts_name"]!));
        var second = await desk.GetAsync((string)first.Json["@odata.nextLink"]!, ("Prefer", "odata.maxpagesize=3"));
        Assert.Equal(["Prairie"], second.Rows.Select(row => (string)row!["cts_name"]!));
        Assert.Null(second.Json!["@odata.nextLink"]);
    }

    [Fact]
    public async Task A_count_is_plain_text_and_top_limits()
    {
        await using var desk = Customers();
        Assert.Equal("4", (await desk.GetAsync("cts_customers/$count")).Text);
        Assert.Equal(2, (await desk.GetAsync("cts_customers?$top=2")).Rows.Count);
    }

    [Fact]
    public async Task Annotations_come_only_when_asked_for()
    {
        await using var desk = Cases();
        var plain = (await desk.GetAsync("cts_cases?$select=cts_stage,_cts_customerid_value&$filter=cts_name eq 'working'")).Rows[0]!;
        Assert.Equal(727270001, (int)plain["cts_stage"]!);
        Assert.Null(plain["cts_stage@OData.Community.Display.V1.FormattedValue"]);
        var row = (
            await desk.GetAsync(
                "cts_cases?$select=cts_stage,_cts_customerid_value&$filter=cts_name eq 'working'",
                ("Prefer", "odata.include-annotations=\"*\"")
            )
        ).Rows[0]!;
        Assert.Equal("Working", (string?)row["cts_stage@OData.Community.Display.V1.FormattedValue"]);
        Assert.Equal("Second", (string?)row["_cts_customerid_value@OData.Community.Display.V1.FormattedValue"]);
        Assert.Equal("cts_customer", (string?)row["_cts_customerid_value@Microsoft.Dynamics.CRM.lookuplogicalname"]);
        Assert.Equal("cts_CustomerId", (string?)row["_cts_customerid_value@Microsoft.Dynamics.CRM.associatednavigationproperty"]);
    }

    [Fact]
    public async Task Without_a_selection_every_column_is_there_and_empty_ones_are_null()
    {
        await using var desk = Customers();
        var row = (await desk.GetAsync("cts_customers?$filter=cts_name eq 'Prairie'")).Rows[0]!.AsObject();
        Assert.True(row.ContainsKey("cts_note"));
        Assert.Null(row["cts_note"]);
        Assert.True(row.ContainsKey("versionnumber"));
    }

    private static Desk Customers()
    {
        var desk = Desk.Start();
        desk.Customer("Prairie", counter: 2);
        desk.Service.Create(
            new Entity("cts_customer")
            {
                ["cts_name"] = "Halsted",
                ["cts_counter"] = 1,
                ["cts_limit"] = 10.5m,
            }
        );
        desk.Customer("Illiana", counter: 3);
        desk.Customer("O'Hare");
        return desk;
    }

    internal static Desk Cases()
    {
        var desk = Desk.Start();
        var first = desk.Customer("First", "X-1");
        var second = desk.Customer("Second", "X-2");
        Case(desk, "new", first, 727270000, new DateTime(2025, 10, 31), new DateTime(2025, 10, 1, 8, 0, 0, DateTimeKind.Utc), false);
        Case(desk, "working", second, 727270001, new DateTime(2025, 11, 30), new DateTime(2025, 11, 1, 8, 0, 0, DateTimeKind.Utc), true);
        return desk;
    }

    private static void Case(Desk desk, string name, Guid customer, int stage, DateTime due, DateTime at, bool urgent) =>
        desk.Service.Create(
            new Entity("cts_case")
            {
                ["cts_name"] = name,
                ["cts_customerid"] = new EntityReference("cts_customer", customer),
                ["cts_stage"] = new OptionSetValue(stage),
                ["cts_due"] = due,
                ["cts_at"] = at,
                ["cts_urgent"] = urgent,
            }
        );
}
