using System.Net;
using System.Net.Http;
using Xunit;

namespace PowerIntegration.Local.Tests.Oracle;

public sealed class QueryTests
{
    [Theory]
    [InlineData(1, "InvoiceNumber=A-1", "A-1")]
    [InlineData(1, "Supplier=Acme Concrete;InvoiceAmount>100", "A-2 A-3")]
    [InlineData(1, "InvoiceAmount>=100;InvoiceAmount<300", "A-1 A-2")]
    [InlineData(1, "Description is null;InvoiceAmount!=200", "A-1")]
    [InlineData(1, "InvoiceNumber=A-1 and InvoiceAmount=100", "")]
    [InlineData(4, "InvoiceNumber='A-1'", "A-1")]
    [InlineData(4, "Supplier='Acme Concrete' and InvoiceAmount>100", "A-2 A-3")]
    [InlineData(4, "InvoiceNumber='A-1' or InvoiceNumber='A-2' and InvoiceAmount=300", "A-1")]
    [InlineData(4, "(InvoiceNumber='A-1' or InvoiceNumber='A-2') and InvoiceAmount<=200", "A-1 A-2")]
    [InlineData(4, "InvoiceNumber in ('A-1','A-3')", "A-1 A-3")]
    [InlineData(4, "Description like 'It''s %'", "A-3")]
    [InlineData(4, "Description is not null", "A-3")]
    [InlineData(4, "InvoiceAmount between 150 and 250", "A-2")]
    [InlineData(4, "LastUpdateDate>'2025-11-03T08:00:00.000+00:00' and InvoiceAmount<>100", "A-2 A-3")]
    [InlineData(4, "LastUpdateDate>'2025-11-03T09:00:00.000+00:00'", "")]
    [InlineData(4, "Supplier='O''Hare Steel'", "")]
    public async Task Both_grammars_of_q_find_what_they_say(int framework, string query, string expected)
    {
        await using var pod = await Pod.StartAsync();
        await CreateThreeAsync(pod);
        var page = await pod.GetAsync($"invoices?orderBy=InvoiceId:asc&q={Uri.EscapeDataString(query)}", framework);
        Assert.Equal(expected, string.Join(' ', page["items"]!.AsArray().Select(item => (string)item!["InvoiceNumber"]!)));
    }

    [Theory]
    [InlineData(1, "InvoiceNumber='A-1'")]
    [InlineData(1, "Nothing=1")]
    [InlineData(1, "InvoiceNumber=A*")]
    [InlineData(2, "InvoiceNumber='A-1';InvoiceAmount=100")]
    [InlineData(4, "InvoiceNumber=A-1")]
    [InlineData(4, "Nothing='x'")]
    [InlineData(4, "InvoiceAmount='x'")]
    [InlineData(4, "invoiceLines.LineNumber=1")]
    [InlineData(4, "InvoiceNumber not in ('A')")]
    [InlineData(4, "InvoiceNumber='A-1' and")]
    [InlineData(4, "(InvoiceNumber='A-1'")]
    [InlineData(4, "InvoiceAmount like '1%'")]
    public async Task A_query_outside_the_grammar_is_400_not_an_empty_list(int framework, string query)
    {
        await using var pod = await Pod.StartAsync();
        await CreateThreeAsync(pod);
        using var response = await pod.SendAsync(HttpMethod.Get, "invoices?q=" + Uri.EscapeDataString(query), framework: framework);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task A_finder_by_primary_key_finds_one_and_any_other_is_refused_by_name()
    {
        await using var pod = await Pod.StartAsync();
        await CreateThreeAsync(pod);
        var all = await pod.GetAsync("invoices?orderBy=InvoiceId:desc");
        var found = await pod.GetAsync($"invoices?finder=PrimaryKey;InvoiceId={all["items"]![0]!["InvoiceId"]}");
        Assert.Equal("A-3", (string)found["items"]!.AsArray().Single()!["InvoiceNumber"]!);

        using var response = await pod.SendAsync(HttpMethod.Get, "invoices?finder=Other;X=1");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("the finder Other;X=1 of invoices", pod.Simulator.NamedRefusals.Single(), StringComparison.Ordinal);
    }

    private static async Task CreateThreeAsync(Pod pod)
    {
        await pod.CreateAsync(Payload.Invoice("A-1", Payload.Retainage(100m)));
        await pod.CreateAsync(Payload.Invoice("A-2", Payload.Retainage(200m)));
        await pod.CreateAsync(Payload.Invoice("A-3", Payload.Retainage(300m)).With("Description", "It's the third"));
    }
}
