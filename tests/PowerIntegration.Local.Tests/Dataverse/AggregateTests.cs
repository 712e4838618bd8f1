using System.Text.Json.Nodes;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace PowerIntegration.Local.Tests.Dataverse;

/// <summary>Queries that group rows and compute figures.</summary>
public sealed class AggregateTests
{
    [Fact]
    public async Task Each_group_has_its_figures_and_their_labels()
    {
        await using var desk = Filled();
        var groups = await GroupsAsync(
            desk,
            """
            <attribute name='cts_stage' groupby='true' alias='stage'/>
            <attribute name='cts_amount' aggregate='sum' alias='total'/>
            <attribute name='cts_amount' aggregate='max' alias='most'/>
            <attribute name='cts_amount' aggregate='avg' alias='mean'/>
            <attribute name='cts_caseid' aggregate='count' alias='rows'/>
            <attribute name='cts_due' aggregate='countcolumn' distinct='true' alias='days'/>
            <order alias='total' descending='true'/>
            """
        );
        Assert.Equal(["727270001", "727270000"], groups.Select(group => group!["stage"]!.ToString()));
        var first = groups[0]!;
        Assert.Equal((30m, 20m, 15m, 2, 1), (Number(first, "total"), Number(first, "most"), Number(first, "mean"), Count(first, "rows"), Count(first, "days")));
        Assert.Equal("30.00", (string?)first["total@OData.Community.Display.V1.FormattedValue"]);
        Assert.False(first.AsObject().ContainsKey("cts_caseid"));
    }

    [Fact]
    public async Task Groups_are_made_by_lookups_by_linked_tables_and_by_parts_of_dates()
    {
        await using var desk = Filled();
        var byCustomer = await GroupsAsync(
            desk,
            "<attribute name='cts_customerid' groupby='true' alias='who'/><attribute name='cts_amount' aggregate='sum' alias='total'/>"
        );
        Assert.Equal(["First", null], byCustomer.Select(group => (string?)group!["who@OData.Community.Display.V1.FormattedValue"]).OrderDescending());
        var byLink = await GroupsAsync(
            desk,
            """
            <attribute name='cts_amount' aggregate='sum' alias='total'/>
            <link-entity name='cts_customer' from='cts_customerid' to='cts_customerid' alias='c'>
            <attribute name='cts_externalref' groupby='true' alias='ref'/></link-entity>
            """
        );
        Assert.Equal(("X-1", 15m), ((string?)Assert.Single(byLink)!["ref"], Number(byLink[0]!, "total")));
        var byMonth = await GroupsAsync(
            desk,
            "<attribute name='cts_due' groupby='true' dategrouping='month' alias='month'/><attribute name='cts_caseid' aggregate='count' alias='n'/>"
        );
        Assert.Equal([(10, 1), (11, 2)], byMonth.Select(group => (Count(group!, "month"), Count(group!, "n"))));
    }

    [Fact]
    public async Task Without_groups_there_is_one_row_of_figures_also_for_no_rows()
    {
        await using var desk = Filled();
        var all = Assert.Single(await GroupsAsync(desk, "<attribute name='cts_amount' aggregate='sum' alias='total'/>"))!;
        Assert.Equal(35m, Number(all, "total"));
        var none = Assert.Single(
            await GroupsAsync(
                desk,
                "<attribute name='cts_amount' aggregate='sum' alias='total'/><attribute name='cts_caseid' aggregate='count' alias='n'/>"
                    + "<filter><condition attribute='cts_name' operator='eq' value='nothing'/></filter>"
            )
        )!;
        Assert.Equal((null, 0), (none["total"], Count(none, "n")));
    }

    [Theory]
    [InlineData("<attribute name='cts_amount' alias='a'/>", 400, "groupby")]
    [InlineData("<attribute name='cts_amount' aggregate='median' alias='a'/>", 501, "median")]
    [InlineData("<attribute name='cts_name' aggregate='sum' alias='a'/>", 400, "cts_name")]
    [InlineData("<attribute name='cts_due' groupby='true' dategrouping='fiscal-year' alias='a'/>", 501, "fiscal-year")]
    [InlineData("<attribute name='cts_name' groupby='true' dategrouping='year' alias='a'/>", 400, "cts_name")]
    [InlineData("<attribute name='cts_amount' aggregate='sum' alias='a'/><order alias='b'/>", 400, "'b'")]
    public async Task What_cannot_be_computed_is_named(string inside, int status, string named)
    {
        await using var desk = Filled();
        var answer = await desk.GetAsync(Path(inside));
        Assert.Equal(status, answer.Status);
        Assert.Contains(named, answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plug_in_reads_groups_too()
    {
        await using var desk = Filled();
        var group = Assert.Single(
            desk.Service.RetrieveMultiple(
                new FetchExpression(
                    "<fetch aggregate='true'><entity name='cts_case'><attribute name='cts_amount' aggregate='sum' alias='total'/></entity></fetch>"
                )
            ).Entities
        );
        Assert.Equal(35m, ((AliasedValue)group["total"]).Value);
    }

    private static Desk Filled()
    {
        var desk = Desk.Start();
        var customer = new EntityReference("cts_customer", desk.Customer("First", "X-1"));
        Case(desk, 727270000, 5m, customer, new DateTime(2025, 10, 31));
        Case(desk, 727270001, 10m, customer, new DateTime(2025, 11, 30));
        Case(desk, 727270001, 20m, null, new DateTime(2025, 11, 30));
        return desk;
    }

    private static void Case(Desk desk, int stage, decimal amount, EntityReference? customer, DateTime due) =>
        desk.Service.Create(
            new Entity("cts_case")
            {
                ["cts_name"] = "case",
                ["cts_stage"] = new OptionSetValue(stage),
                ["cts_amount"] = amount,
                ["cts_customerid"] = customer,
                ["cts_due"] = due,
            }
        );

    private static async Task<JsonArray> GroupsAsync(Desk desk, string inside)
    {
        var answer = await desk.GetAsync(Path(inside), ("Prefer", "odata.include-annotations=\"*\""));
        Assert.True(answer.Status == 200, answer.Text);
        return answer.Rows;
    }

    private static string Path(string inside) =>
        "cts_cases?fetchXml=" + Uri.EscapeDataString($"<fetch aggregate='true'><entity name='cts_case'>{inside}</entity></fetch>");

    private static decimal Number(JsonNode group, string alias) => group[alias]!.GetValue<decimal>();

    private static int Count(JsonNode group, string alias) => group[alias]!.GetValue<int>();
}
