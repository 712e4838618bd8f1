using System.Xml.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace PowerIntegration.Local.Tests.Dataverse;

public sealed class FetchXmlTests
{
    [Fact]
    public async Task Linked_columns_come_as_alias_and_column_with_their_labels()
    {
        await using var desk = ODataQueryTests.Cases();
        var answer = await desk.GetAsync(
            Path(
                "cts_cases",
                """
                <fetch><entity name="cts_case"><attribute name="cts_name"/><order attribute="cts_name"/>
                  <link-entity name="cts_customer" from="cts_customerid" to="cts_customerid" alias="c"><attribute name="cts_externalref"/>
                    <filter><condition attribute="cts_name" operator="like" value="sec%"/></filter></link-entity></entity></fetch>
                """
            )
        );
        var row = Assert.Single(answer.Rows)!;
        Assert.Equal(("working", "X-2"), ((string)row["cts_name"]!, (string)row["c.cts_externalref"]!));
    }

    [Fact]
    public async Task An_outer_link_keeps_rows_without_a_match_and_an_inner_one_does_not()
    {
        await using var desk = ODataQueryTests.Cases();
        desk.Customer("Third", "X-3");
        QueryExpression Query(JoinOperator join)
        {
            var query = new QueryExpression("cts_customer") { ColumnSet = new ColumnSet("cts_name") };
            var link = query.AddLink("cts_case", "cts_customerid", "cts_customerid", join);
            link.EntityAlias = "k";
            link.Columns = new ColumnSet("cts_name");
            query.AddOrder("cts_name", OrderType.Ascending);
            return query;
        }

        var outer = desk.Service.RetrieveMultiple(Query(JoinOperator.LeftOuter)).Entities;
        Assert.Equal(["First", "Second", "Third"], outer.Select(row => (string)row["cts_name"]));
        Assert.Equal("new", ((AliasedValue)outer[0]["k.cts_name"]).Value);
        Assert.False(outer[2].Contains("k.cts_name"));
        Assert.Equal(2, desk.Service.RetrieveMultiple(Query(JoinOperator.Inner)).Entities.Count);
    }

    [Theory]
    [InlineData("""<condition attribute="cts_stage" operator="in"><value>727270001</value><value>727270002</value></condition>""", "working")]
    [InlineData("""<condition attribute="cts_due" operator="between"><value>2025-11-01</value><value>2025-12-01</value></condition>""", "working")]
    [InlineData("""<condition attribute="cts_at" operator="on" value="2025-10-01"/>""", "new")]
    [InlineData("""<condition attribute="cts_urgent" operator="eq" value="0"/>""", "new")]
    [InlineData("""<condition attribute="cts_due" operator="last-x-days" value="3"/>""", "new")]
    [InlineData("""<condition attribute="cts_due" operator="next-x-days" value="27"/>""", "working")]
    [InlineData("""<condition attribute="cts_due" operator="this-month"/>""", "working")]
    [InlineData("""<condition attribute="cts_due" operator="last-week"/>""", "new")]
    [InlineData("""<condition attribute="cts_at" operator="last-month"/>""", "new")]
    [InlineData("""<condition attribute="cts_number" operator="null"/><condition attribute="cts_name" operator="not-like" value="n%"/>""", "working")]
    public async Task Conditions_find_what_they_say(string condition, string expected)
    {
        await using var desk = ODataQueryTests.Cases();
        var answer = await desk.GetAsync(
            Path("cts_cases", $"<fetch><entity name='cts_case'><attribute name='cts_name'/><filter>{condition}</filter></entity></fetch>")
        );
        Assert.Equal(expected, (string?)Assert.Single(answer.Rows)!["cts_name"]);
    }

    [Fact]
    public async Task Pages_come_with_a_cookie_that_is_encoded_twice()
    {
        await using var desk = ODataQueryTests.Cases();
        var first = await desk.GetAsync(
            Path(
                "cts_cases",
                "<fetch count='1' page='1' returntotalrecordcount='true'><entity name='cts_case'><attribute name='cts_name'/><order "
                    + "attribute='cts_name'/></entity></fetch>"
            )
        );
        Assert.True((bool)first.Json!["@Microsoft.Dynamics.CRM.morerecords"]!);
        Assert.Equal(2, (int)first.Json["@Microsoft.Dynamics.CRM.totalrecordcount"]!);
        var outer = XElement.Parse((string)first.Json["@Microsoft.Dynamics.CRM.fetchxmlpagingcookie"]!);
        var inner = Uri.UnescapeDataString(Uri.UnescapeDataString((string)outer.Attribute("pagingcookie")!));
        Assert.StartsWith("<cookie page=\"1\">", inner, StringComparison.Ordinal);
        var fetch = new XElement(
            "fetch",
            new XAttribute("count", 1),
            new XAttribute("page", 2),
            new XAttribute("paging-cookie", inner),
            XElement.Parse("<entity name='cts_case'><attribute name='cts_name'/><order attribute='cts_name'/></entity>")
        );
        var second = await desk.GetAsync(Path("cts_cases", fetch.ToString()));
        Assert.Equal("working", (string?)Assert.Single(second.Rows)!["cts_name"]);
        Assert.False((bool)second.Json!["@Microsoft.Dynamics.CRM.morerecords"]!);
    }

    [Theory]
    [InlineData(
        "<fetch aggregate='true'><entity name='cts_case'><attribute name='cts_caseid' alias='n' rowaggregate='CountChildren'/></entity></fetch>",
        "rowaggregate"
    )]
    [InlineData(
        "<fetch><entity name='cts_case'><filter><condition attribute='cts_at' operator='last-x-hours' value='3'/></filter></entity></fetch>",
        "last-x-hours"
    )]
    [InlineData(
        "<fetch><entity name='cts_case'><link-entity name='cts_task' from='cts_caseid' to='cts_caseid' link-type='not any'/></entity></fetch>",
        "not any"
    )]
    [InlineData("<fetch><entity name='cts_case'><attribute name='cts_name' alias='n'/></entity></fetch>", "alias")]
    public async Task What_is_not_run_is_refused_by_name(string fetch, string named)
    {
        await using var desk = Desk.Start();
        var answer = await desk.GetAsync(Path("cts_cases", fetch));
        Assert.Equal(501, answer.Status);
        Assert.Contains(named, answer.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<fetch><entity name='cts_case'><attribute name='cts_unknown'/></entity></fetch>", "0x80041103")]
    [InlineData("<fetch><entity name='cts_unknown'/></fetch>", "0x80040203")]
    [InlineData("<fetch><entity", "0x80040203")]
    public async Task A_broken_query_is_refused_with_its_code(string fetch, string code)
    {
        await using var desk = Desk.Start();
        var answer = await desk.GetAsync(Path("cts_cases", fetch));
        Assert.Equal((400, code), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Distinct_rows_come_once()
    {
        await using var desk = Desk.Start();
        desk.Customer("Same", counter: 1);
        desk.Customer("Same", counter: 2);
        Assert.Single(
            (
                await desk.GetAsync(
                    Path("cts_customers", "<fetch distinct='true'><entity name='cts_customer'><attribute name='cts_name'/></entity></fetch>")
                )
            ).Rows
        );
    }

    private static string Path(string set, string fetch) => $"{set}?fetchXml={Uri.EscapeDataString(fetch)}";
}
