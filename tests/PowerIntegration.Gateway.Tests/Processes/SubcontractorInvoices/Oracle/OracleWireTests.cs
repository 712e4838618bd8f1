using System.Reflection;
using PowerIntegration.Gateway.Oracle;
using PowerIntegration.Gateway.Processes.SubcontractorInvoices.Oracle;
using PowerIntegration.Gateway.Tests.Fixtures;
using Xunit;

namespace PowerIntegration.Gateway.Tests.Processes.SubcontractorInvoices.Oracle;

public sealed class OracleWireTests
{
    [Fact]
    public void The_payload_is_exactly_this() =>
        Assert.Equal(
            Verified("InvoicePayload.verified.json"),
            InvoicePayload.Of(PreparedSample.Invoice, PreparedSample.Invoice.Documents[0], "PI-0123456789AB")
        );

    [Fact]
    public void A_description_is_cut_to_what_oracle_takes()
    {
        var line = PreparedSample.Invoice.Lines[0] with { Description = new string('x', 400) };

        Assert.Contains(
            $"\"Description\":\"{new string('x', 240)}\"",
            InvoicePayload.Of(PreparedSample.Invoice with { Lines = [line] }, PreparedSample.Invoice.Documents[0], "PI-0123456789AB"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Requests_carry_framework_version_content_types_and_quoted_literals()
    {
        await using var host = await GatewayHost.StartAsync();
        _ = new FakePayables(host);

        await host.PostAsync("/oracle/documents/submit", new { documentId = StoredDocuments.AddPrepared(host) });

        Assert.All(host.Oracle.Calls, call => Assert.Equal("4", call.Header("REST-Framework-Version")));
        Assert.All(host.Oracle.Calls, call => Assert.Equal("Bearer oracle-1", call.Header("Authorization")));
        Assert.StartsWith(
            "/fscmRestApi/resources/11.13.18.05/invoices?q=InvoiceNumber='HE-40213' and Supplier='O''Neil & Halsted Electric'"
                + " and BusinessUnit='Lakeshore US BU'&expand=invoiceLines",
            host.Oracle.Calls[1].Address,
            StringComparison.Ordinal
        );
        Assert.Equal("application/vnd.oracle.adf.resourceitem+json", host.Oracle.Calls[2].ContentType);
        Assert.Equal("application/vnd.oracle.adf.action+json", host.Oracle.Calls[3].ContentType);
        Assert.Equal(
            """{"InvoiceNumber":"HE-40213","BusinessUnit":"Lakeshore US BU","Supplier":"O'Neil & Halsted Electric"}""",
            host.Oracle.Calls[3].Body.Replace("\\u0027", "'", StringComparison.Ordinal).Replace("\\u0026", "&", StringComparison.Ordinal)
        );
        Assert.Equal("grant_type=client_credentials&scope=urn%3Aopc%3Aresource%3Aconsumer%3A%3Aall", Assert.Single(host.OracleLogin.Calls).Body);
    }

    [Fact]
    public async Task Basic_sign_in_needs_no_token()
    {
        await using var host = await GatewayHost.StartAsync(("Oracle:Authentication", "Basic"), ("Oracle:TokenUrl", ""));
        _ = new FakePayables(host);

        (await host.PostAsync("/oracle/documents/submit", new { documentId = StoredDocuments.AddPrepared(host) })).Ok();

        Assert.Empty(host.OracleLogin.Calls);
        Assert.All(host.Oracle.Calls, call => Assert.Equal("Basic b3JhY2xlLWNsaWVudDpvcmFjbGUtc2VjcmV0", call.Header("Authorization")));
    }

    [Fact]
    public async Task The_read_back_says_everything_as_text_or_null()
    {
        await using var host = await GatewayHost.StartAsync();
        var oracle = new FakePayables(host);
        oracle.Existing("Validated");

        await host.PostAsync("/oracle/documents/submit", new { documentId = StoredDocuments.AddPrepared(host) });

        Assert.Equal(Verified("ReadBack.verified.json"), (string)oracle.Recorded["ReadBack"]);
    }

    [Theory]
    [InlineData("array")]
    [InlineData("collection")]
    [InlineData("numbers as text")]
    public async Task Lines_are_read_in_every_shape_a_framework_sends(string shape)
    {
        await using var host = await GatewayHost.StartAsync();
        var oracle = new FakePayables(host);
        oracle.Existing("Validated");
        var json = oracle.Invoices[0]!.ToJsonString();
        if (shape == "array")
        {
            json = json.Replace("\"invoiceLines\":{\"items\":", "\"invoiceLines\":", StringComparison.Ordinal)
                .Replace(",\"count\":2,\"hasMore\":false}", "", StringComparison.Ordinal);
        }

        if (shape == "numbers as text")
        {
            json = json.Replace("300100187048034", "\"300100187048034\"", StringComparison.Ordinal)
                .Replace("18750", "\"18750\"", StringComparison.Ordinal);
        }

        host.Oracle.On("GET", FakePayables.LookUp, $$"""{"items":[{{json}}],"hasMore":false}""");

        (await host.PostAsync("/oracle/documents/submit", new { documentId = StoredDocuments.AddPrepared(host) })).Ok();

        Assert.Equal(Verified("ReadBack.verified.json"), (string)oracle.Recorded["ReadBack"]);
    }

    [Fact]
    public async Task More_lines_than_one_nested_page_are_read_under_the_invoices_own_key()
    {
        await using var host = await GatewayHost.StartAsync();
        var oracle = new FakePayables(host);
        oracle.Existing("Validated");
        oracle.Invoices[0]!["invoiceLines"]!["hasMore"] = true;
        var first =
            """{"items":[{"LineNumber":1,"LineAmount":18750"""
            + ""","PurchaseOrderNumber":"FYT-PO-1002","PurchaseOrderLineNumber":1,"PurchaseOrderScheduleLineNumber":1}],"hasMore":true}""";
        var second = """{"items":[{"LineNumber":2,"LineAmount":-1875,"DistributionCombination":"101-10-20250-000-000-000"}],"hasMore":false}""";
        host.Oracle.On("GET", FakePayables.Root + "invoices/0002KEY0/child/invoiceLines?expand=invoiceLineProjectDff&limit=499&offset=0", first);
        host.Oracle.On("GET", FakePayables.Root + "invoices/0002KEY0/child/invoiceLines?expand=invoiceLineProjectDff&limit=499&offset=499", second);

        (await host.PostAsync("/oracle/documents/submit", new { documentId = StoredDocuments.AddPrepared(host) })).Ok();

        Assert.Equal(Verified("ReadBack.verified.json"), (string)oracle.Recorded["ReadBack"]);
    }

    [Theory]
    [InlineData("""{"title":"Bad Request","o:errorDetails":[{"detail":"One."},{"detail":"Two."},{"detail":"One."}]}""", "One. Two.")]
    [InlineData("""{"title":"Bad Request","detail":"Only this."}""", "Only this.")]
    [InlineData("""{"title":"Bad Request"}""", "Bad Request")]
    [InlineData("JBO-27024: Failed to validate a row", "JBO-27024: Failed to validate a row")]
    [InlineData("[]", "[]")]
    [InlineData("", "(nothing)")]
    public void An_error_is_told_in_oracles_words(string body, string sentence) => Assert.Equal(sentence, OracleErrorText.Of(body));

    private static string Verified(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return string.Concat(reader.ReadToEnd().Split('\n').Select(line => line.TrimStart()));
    }
}
