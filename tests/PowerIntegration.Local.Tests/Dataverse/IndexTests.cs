using System.Text.Json.Nodes;
using Xunit;

namespace PowerIntegration.Local.Tests.Dataverse;

/// <summary>Queries on a large table look at few rows, and find what a look at every row finds.</summary>
public sealed class IndexTests
{
    private const int Rows = 2_000;
    private const int Rare = 727270002;
    private const int BulkMax = 1_000;

    [Theory]
    [InlineData("<condition attribute='cts_stage' operator='eq' value='727270002'/>", 20)]
    [InlineData("<filter><condition attribute='cts_stage' operator='eq' value='727270002'/></filter>", 20)]
    [InlineData("<condition attribute='cts_number' operator='eq' value='N-7'/>", 1)]
    [InlineData("<condition attribute='cts_stage' operator='in'><value>727270002</value></condition>", 20)]
    [InlineData("<condition attribute='cts_due' operator='null'/>", 20)]
    public async Task An_equality_looks_at_the_rows_that_meet_it(string condition, int most)
    {
        await using var desk = await FilledAsync();
        var before = desk.Dataverse.RowsExamined;
        var found = await desk.GetAsync(Fetch($"<filter>{condition}</filter>", "count='50' page='1' returntotalrecordcount='true'"));
        Assert.Equal(most, found.Rows.Count);
        Assert.InRange(desk.Dataverse.RowsExamined - before, 1, most);
    }

    [Theory]
    [InlineData("cts_name", "false")]
    [InlineData("cts_amount", "true")]
    [InlineData("cts_stage", "true")]
    public async Task The_first_page_of_an_order_looks_at_the_first_rows(string column, string descending)
    {
        await using var desk = await FilledAsync();
        var before = desk.Dataverse.RowsExamined;
        var found = await desk.GetAsync(Fetch($"<order attribute='{column}' descending='{descending}'/>", "count='10' page='1'"));
        Assert.Equal(10, found.Rows.Count);
        Assert.InRange(desk.Dataverse.RowsExamined - before, 10, 100);
    }

    [Theory]
    [InlineData("<order attribute='cts_stage' descending='true'/><order attribute='cts_name'/>", "", 3)]
    [InlineData("<order attribute='cts_amount'/>", "<condition attribute='cts_stage' operator='eq' value='727270001'/>", 2)]
    [InlineData("<order attribute='cts_due' descending='true'/><order attribute='cts_name' descending='true'/>", "", 1)]
    [InlineData("<order attribute='cts_due'/>", "<condition attribute='cts_urgent' operator='eq' value='1'/>", 2)]
    [InlineData("<order attribute='cts_name'/>", "<condition attribute='cts_name' operator='like' value='case 1%'/>", 4)]
    public async Task A_page_by_an_index_is_the_page_of_a_whole_sort(string orders, string condition, int page)
    {
        await using var desk = await FilledAsync();
        var filter = $"<filter>{condition}</filter>";
        var byIndex = await desk.GetAsync(Fetch(filter + orders, $"count='20' page='{page}'"));
        // All rows at once are sorted whole.
        var all = await desk.GetAsync(Fetch(filter + orders, "count='5000' page='1'"));
        Assert.Equal(Names(all.Rows.Skip((page - 1) * 20).Take(20)), Names(byIndex.Rows));
        Assert.NotEmpty(byIndex.Rows);
    }

    [Fact]
    public async Task An_index_follows_every_change()
    {
        await using var desk = await FilledAsync();
        var byStage = Fetch($"<filter><condition attribute='cts_stage' operator='eq' value='{Rare}'/></filter>", "count='50' page='1'");
        var rows = (await desk.GetAsync(byStage)).Rows;
        var moved = rows[0]!["cts_caseid"];
        await desk.SendAsync("PATCH", $"cts_cases({moved})", """{"cts_stage":727270000}""", null, ("If-Match", "*"));
        await desk.SendAsync("DELETE", $"cts_cases({rows[1]!["cts_caseid"]})");
        await desk.SendAsync("POST", "cts_cases", $$"""{"cts_name":"late","cts_stage":{{Rare}}}""");
        var after = (await desk.GetAsync(byStage)).Rows;
        Assert.Equal(rows.Count - 1, after.Count);
        Assert.DoesNotContain(after, row => (string)row!["cts_caseid"]! == (string)moved!);
        Assert.Contains(after, row => (string?)row!["cts_name"] == "late");
    }

    private static async Task<Desk> FilledAsync()
    {
        var desk = Desk.Start();
        foreach (var part in Enumerable.Range(0, Rows).Chunk(BulkMax))
        {
            var targets = new JsonArray([.. part.Select(Case)]);
            var created = await desk.SendAsync(
                "POST",
                "cts_cases/Microsoft.Dynamics.CRM.CreateMultiple",
                new JsonObject { ["Targets"] = targets }.ToJsonString()
            );
            Assert.True(created.Status == 200, created.Text);
        }

        return desk;
    }

    private static JsonNode Case(int number)
    {
        var row = new JsonObject
        {
            ["@odata.type"] = "Microsoft.Dynamics.CRM.cts_case",
            ["cts_name"] = $"case {(number * 7919) % Rows:D4}",
            ["cts_number"] = $"N-{number}",
            ["cts_stage"] = number % 100 == 0 ? Rare : 727270000 + (number % 2),
            ["cts_amount"] = (number * 31) % 1_000,
            ["cts_urgent"] = number % 3 == 0,
        };
        if (number % 100 != 1)
        {
            row["cts_due"] = $"2025-{(number % 12) + 1:D2}-01";
        }

        return row;
    }

    private static string Fetch(string inside, string options) =>
        "cts_cases?fetchXml="
        + Uri.EscapeDataString(
            $"<fetch {options}><entity name='cts_case'><attribute name='cts_name'/><attribute name='cts_caseid'/>{inside}</entity></fetch>"
        );

    private static IReadOnlyList<string> Names(IEnumerable<JsonNode?> rows) => [.. rows.Select(row => (string)row!["cts_name"]!)];
}
