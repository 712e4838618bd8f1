using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace PowerIntegration.Local.Tests.Oracle;

public sealed class ShapeTests
{
    [Theory]
    [InlineData(1, JsonValueKind.Array)]
    [InlineData(2, JsonValueKind.Array)]
    [InlineData(3, JsonValueKind.Object)]
    [InlineData(9, JsonValueKind.Object)]
    public async Task Children_are_arrays_before_framework_3_and_collections_from_then_on(int framework, JsonValueKind kind)
    {
        await using var pod = await Pod.StartAsync();
        await pod.CreateAsync(Payload.Invoice("A-1", Payload.Matched(60m), Payload.Retainage(-6m)));
        var lines = (await pod.GetAsync("invoices?expand=invoiceLines", framework))["items"]![0]!["invoiceLines"]!;
        Assert.Equal(kind, lines.GetValueKind());
        var rows = lines is JsonArray array ? array : lines["items"]!.AsArray();
        Assert.Equal(2, rows.Count);
    }

    [Theory]
    [InlineData(8, JsonValueKind.Number)]
    [InlineData(9, JsonValueKind.String)]
    public async Task Ids_and_amounts_are_text_in_framework_9_alone(int framework, JsonValueKind kind)
    {
        await using var pod = await Pod.StartAsync();
        await pod.CreateAsync(Payload.Invoice("A-1", Payload.Retainage(54.10m)));
        var item = (await pod.GetAsync("invoices?expand=invoiceLines", framework))["items"]![0]!;
        Assert.Equal((kind, kind), (item["InvoiceId"]!.GetValueKind(), item["InvoiceAmount"]!.GetValueKind()));
        Assert.Equal("54.1", item["InvoiceAmount"]!.ToString());
        Assert.Equal(JsonValueKind.Number, item["invoiceLines"]!["items"]![0]!["LineNumber"]!.GetValueKind());
        Assert.Equal(framework == 9, item["@context"] is not null);
        Assert.Equal(framework == 9, item["links"] is null);
    }

    [Fact]
    public async Task Nested_children_come_25_at_a_time_and_the_rest_is_under_the_child_address()
    {
        await using var pod = await Pod.StartAsync();
        await pod.CreateAsync(Payload.Invoice("A-1", [.. Enumerable.Range(0, 30).Select(_ => Payload.Retainage(1m))]));
        var item = (await pod.GetAsync("invoices?expand=invoiceLines"))["items"]![0]!;
        Assert.Equal((25, true), (item["invoiceLines"]!["items"]!.AsArray().Count, (bool)item["invoiceLines"]!["hasMore"]!));

        var address = (string)item["links"]!.AsArray().Single(link => (string)link!["name"]! == "invoiceLines")!["href"]!;
        var lines = await pod.GetAsync(address + "?limit=499&orderBy=LineNumber:desc");
        Assert.Equal((30, false), ((int)lines["count"]!, (bool)lines["hasMore"]!));
        Assert.Equal(30, (int)lines["items"]![0]!["LineNumber"]!);
    }

    [Fact]
    public async Task A_page_holds_25_and_says_whether_more_follow()
    {
        await using var pod = await Pod.StartAsync();
        for (var number = 1; number <= 26; number++)
        {
            await pod.CreateAsync(Payload.Invoice($"A-{number}", Payload.Retainage(1m)));
        }

        var first = await pod.GetAsync("invoices?orderBy=InvoiceId&totalResults=true");
        Assert.Equal((25, true, 26), ((int)first["count"]!, (bool)first["hasMore"]!, (int)first["totalResults"]!));
        var second = await pod.GetAsync("invoices?orderBy=InvoiceId&offset=25&limit=500");
        Assert.Equal((1, false, 499), ((int)second["count"]!, (bool)second["hasMore"]!, (int)second["limit"]!));
        Assert.Equal("A-26", (string)second["items"]![0]!["InvoiceNumber"]!);
        Assert.Null(second["totalResults"]);
    }

    [Fact]
    public async Task Fields_win_over_expand_and_onlyData_drops_links()
    {
        await using var pod = await Pod.StartAsync();
        await pod.CreateAsync(Payload.Invoice("A-1", Payload.Matched(60m)));
        var item = (await pod.GetAsync("invoices?fields=InvoiceNumber;invoiceLines:LineAmount&expand=all&onlyData=true", 2))["items"]![0]!.AsObject();
        Assert.Equal("""{"InvoiceNumber":"A-1","invoiceLines":[{"LineAmount":60}]}""", item.ToJsonString());
        using var unknown = await pod.SendAsync(HttpMethod.Get, "invoices?fields=Nothing");
        Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);
    }

    [Fact]
    public async Task An_item_is_read_by_the_key_from_its_link_and_not_by_its_id()
    {
        await using var pod = await Pod.StartAsync();
        var created = await pod.CreateAsync(Payload.Invoice("A-1", Payload.Matched(60m)));
        var self = created["links"]!.AsArray().Single(link => (string)link!["rel"]! == "self")!;
        using var response = await pod.SendAsync(HttpMethod.Get, (string)self["href"]!);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal($"\"{self["properties"]!["changeIndicator"]}\"", response.Headers.ETag!.Tag);

        using var byId = await pod.SendAsync(HttpMethod.Get, $"invoices/{created["InvoiceId"]}");
        Assert.Equal(HttpStatusCode.NotFound, byId.StatusCode);
        Assert.Equal("PO-1", (string)(await pod.GetAsync("purchaseOrders/300000332600001"))["OrderNumber"]!);
    }

    [Fact]
    public async Task Purchase_orders_open_down_to_the_coding_of_a_distribution()
    {
        await using var pod = await Pod.StartAsync();
        var order = (
            await pod.GetAsync("purchaseOrders?q=OrderNumber='PO-1'&expand=lines,lines.schedules,lines.schedules.distributions.projectDFF", 4)
        )["items"]![0]!;
        var distribution = order["lines"]!["items"]![0]!["schedules"]!["items"]![0]!["distributions"]!["items"]![0]!;
        Assert.Equal("3100", (string)distribution["projectDFF"]!["items"]![0]!["_TASK_ID_Display"]!);
        var lines = await pod.GetAsync("purchaseOrders/300000332600001/child/lines?q=LineNumber=2");
        Assert.Equal("Slab", (string)lines["items"]!.AsArray().Single()!["Description"]!);
    }

    [Fact]
    public async Task Projects_tasks_suppliers_sites_and_expenditure_types_are_read()
    {
        await using var pod = await Pod.StartAsync();
        var project = (await pod.GetAsync("projects?q=ProjectNumber='RT-1'"))["items"]![0]!;
        Assert.Null(project["Tasks"]);
        var tasks = await pod.GetAsync($"projects/{project["ProjectId"]}/child/Tasks?q=LowestTask=true and ChargeableFlag=true&limit=499");
        Assert.Equal("3100", (string)tasks["items"]!.AsArray().Single()!["TaskNumber"]!);
        var sites = await pod.GetAsync("suppliers/300000047507499/child/sites?expand=assignments&orderBy=SupplierSite:desc", 1);
        Assert.Equal(["YARD", "MAIN"], sites["items"]!.AsArray().Select(site => (string)site!["SupplierSite"]!));
        Assert.Equal(PodSeed.Unit, (string)sites["items"]![0]!["assignments"]![0]!["ClientBU"]!);
        Assert.Equal("Subcontract", (string)(await pod.GetAsync("expenditureTypesLOV"))["items"]![0]!["ExpenditureTypeName"]!);
        Assert.Equal("O'Hare Steel", (string)(await pod.GetAsync("suppliers?q=Supplier='O''Hare Steel'"))["items"]![0]!["Supplier"]!);
    }

    [Theory]
    [InlineData("GET", "projectBudgets")]
    [InlineData("GET", "invoices/describe")]
    [InlineData("POST", "invoices/action/applyPrepayments")]
    [InlineData("DELETE", "invoices/00020000")]
    [InlineData("GET", "invoices?expand=invoiceInstallments")]
    [InlineData("GET", "invoices?dependency=1")]
    public async Task What_is_not_simulated_is_refused_by_name_and_remembered(string method, string path)
    {
        await using var pod = await Pod.StartAsync();
        using var response = await pod.SendAsync(new HttpMethod(method), path, method == "POST" ? new JsonObject() : null);
        Assert.InRange((int)response.StatusCode, 400, 405);
        Assert.StartsWith("The Oracle simulator does not implement ", Assert.Single(pod.Simulator.NamedRefusals), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "*/*", "text/plain", "JBO-27014: Attribute InvoiceNumber in Invoices is required.")]
    [InlineData(1, "application/json", "application/json", "{")]
    [InlineData(4, "*/*", "application/vnd.oracle.adf.error+json", "{")]
    public async Task Errors_are_text_or_JSON_by_framework_and_Accept(int framework, string accept, string type, string start)
    {
        await using var pod = await Pod.StartAsync();
        pod.Client.DefaultRequestHeaders.Accept.Add(MediaTypeWithQualityHeaderValue.Parse(accept));
        using var response = await pod.SendAsync(
            HttpMethod.Post,
            "invoices",
            Payload.Invoice("A-1", Payload.Retainage(1m)).Without("InvoiceNumber"),
            framework
        );
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith(start, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_alias_latest_answers_and_another_version_does_not()
    {
        await using var pod = await Pod.StartAsync();
        Assert.Equal(0, (int)(await pod.GetAsync("../latest/invoices"))["count"]!);
        using var response = await pod.SendAsync(HttpMethod.Get, "../11.13.0.0/invoices");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }
}
