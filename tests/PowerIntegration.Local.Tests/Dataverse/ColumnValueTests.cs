using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace PowerIntegration.Local.Tests.Dataverse;

public sealed class ColumnValueTests
{
    [Theory]
    [InlineData("""{"cts_limit":1.005}""", "1.01")]
    [InlineData("""{"cts_limit":-1.005}""", "-1.01")]
    [InlineData("""{"cts_limit":100}""", "100.00")]
    [InlineData("""{"cts_limit":0.1}""", "0.10")]
    [InlineData("""{"cts_limit":99999.994999999999999}""", "99999.99")]
    public async Task A_decimal_is_kept_exactly_at_the_columns_precision_rounded_away_from_zero(string body, string expected)
    {
        await using var desk = Desk.Start();
        var answer = await desk.SendAsync("POST", "cts_customers", body, null, ("Prefer", "return=representation"));
        Assert.Equal(expected, answer.Json!["cts_limit"]!.ToJsonString());
    }

    [Theory]
    [InlineData("cts_customers", """{"cts_limit":100000.01}""", "0x80044330")]
    [InlineData("cts_customers", """{"cts_counter":1000001}""", "0x8004432f")]
    [InlineData("cts_cases", """{"cts_stage":5}""", "0x8004431a")]
    [InlineData("cts_customers", """{"cts_limit":"12.00"}""", "0x80048d19")]
    [InlineData("cts_customers", """{"cts_counter":1.5}""", "0x80048d19")]
    [InlineData("cts_cases", """{"cts_due":"2025-10-31T10:00:00Z"}""", "0x80048d19")]
    [InlineData("cts_cases", """{"cts_urgent":"yes"}""", "0x80048d19")]
    [InlineData("cts_cases", """{"_cts_customerid_value":"0b000000-0000-4000-8000-000000000001"}""", "0x80048d19")]
    [InlineData("cts_cases", """{"cts_customerid":"0b000000-0000-4000-8000-000000000001"}""", "0x80048d19")]
    [InlineData("cts_cases", """{"cts_customerid@odata.bind":"/cts_customers(cts_externalref='X')"}""", "0x80048d19")]
    [InlineData("cts_cases", """{"nothing":1}""", "0x80048d19")]
    [InlineData("cts_cases", """{"cts_name":"a","cts_name":"b"}""", "0x80048d19")]
    [InlineData("cts_cases", """{"cts_name":""", "0x80048d19")]
    public async Task A_value_that_does_not_fit_its_column_is_refused(string set, string body, string code)
    {
        await using var desk = Desk.Start();
        var answer = await desk.SendAsync("POST", set, body);
        Assert.Equal((400, code), (answer.Status, answer.Code));
        Assert.Equal(0, desk.Count(set[..^1]));
    }

    [Fact]
    public async Task Text_longer_than_its_column_is_refused_with_the_platforms_sentence()
    {
        await using var desk = Desk.Start();
        var answer = await desk.SendAsync("POST", "cts_customers", $$"""{"cts_externalref":"{{new string('x', 51)}}"}""");
        Assert.Equal("0x80044331", answer.Code);
        Assert.Equal(
            "A validation error occurred.  The length of the 'cts_externalref' attribute of the 'cts_customer' entity exceeded the "
                + "maximum allowed length of '50'.",
            answer.Message
        );
    }

    [Fact]
    public async Task Dates_keep_their_kind_on_the_wire_and_in_the_sdk()
    {
        await using var desk = Desk.Start();
        var answer = await desk.SendAsync(
            "POST",
            "cts_cases",
            """{"cts_due":"2025-10-31","cts_at":"2025-10-31T18:30:15.75-05:00"}""",
            null,
            ("Prefer", "return=representation")
        );
        Assert.Equal("2025-10-31", (string?)answer.Json!["cts_due"]);
        Assert.Equal("2025-10-31T23:30:15Z", (string?)answer.Json["cts_at"]);
        var row = desk.Service.Retrieve("cts_case", Guid.Parse((string)answer.Json["cts_caseid"]!), new ColumnSet(true));
        Assert.Equal(DateTimeKind.Utc, row.GetAttributeValue<DateTime>("cts_at").Kind);
        Assert.Equal(new DateTime(2025, 10, 31), row["cts_due"]);
    }

    [Fact]
    public async Task A_plug_ins_value_of_the_wrong_type_is_refused()
    {
        await using var desk = Desk.Start();
        Assert.Contains(
            "Incorrect attribute value type",
            Desk.Fault(() => desk.Service.Create(new Entity("cts_case") { ["cts_stage"] = 727270000 })).Message,
            StringComparison.Ordinal
        );
        Assert.Equal(0x80041103u, Desk.Fault(() => desk.Service.Create(new Entity("cts_case") { ["cts_unknown"] = 1 })).Code);
    }

    [Fact]
    public async Task A_new_row_gets_its_defaults_owner_state_and_stamps_from_the_clock()
    {
        await using var desk = Desk.Start();
        var id = desk.Dataverse.CreateService(Desk.Agent.SystemUserId).Create(new Entity("cts_case") { ["cts_name"] = "case" });
        var row = desk.Service.Retrieve("cts_case", id, new ColumnSet(true));
        Assert.False(row.GetAttributeValue<bool>("cts_urgent"));
        Assert.Equal(Desk.Agent.SystemUserId, row.GetAttributeValue<EntityReference>("ownerid").Id);
        Assert.Equal("agent person", row.GetAttributeValue<EntityReference>("createdby").Name);
        Assert.Equal((0, 1), (row.GetAttributeValue<OptionSetValue>("statecode").Value, row.GetAttributeValue<OptionSetValue>("statuscode").Value));
        Assert.Equal(desk.Clock.GetUtcNow().UtcDateTime, row["createdon"]);
    }

    [Fact]
    public async Task Setting_the_state_alone_picks_its_status_and_a_foreign_status_is_refused()
    {
        await using var desk = Desk.Start();
        var id = desk.Customer("Prairie");
        desk.Service.Update(new Entity("cts_customer", id) { ["statecode"] = new OptionSetValue(1) });
        Assert.Equal(2, desk.Service.Retrieve("cts_customer", id, new ColumnSet("statuscode")).GetAttributeValue<OptionSetValue>("statuscode").Value);
        Assert.Equal(
            0x80048408u,
            Desk.Fault(() => desk.Service.Update(new Entity("cts_customer", id) { ["statuscode"] = new OptionSetValue(1) })).Code
        );
        desk.Service.Update(new Entity("cts_customer", id) { ["statecode"] = new OptionSetValue(0), ["statuscode"] = new OptionSetValue(1) });
    }
}
