using PowerIntegration.Local.Storage;
using PowerIntegration.Local.Tests.Requests;
using Xunit;

namespace PowerIntegration.Local.Tests.Oracle;

/// <summary>Whatever comes over the wire is answered in Oracle's error shape, and writes nothing.</summary>
public sealed class MalformedRequestTests
{
    private const string Root = "/oracle/fscmRestApi/resources/11.13.18.05/";

    private static readonly string[] Bodies =
    [
        "",
        " ",
        "{",
        "[]",
        "[{}]",
        "5",
        "null",
        "true",
        "\"text\"",
        "text",
        """{"InvoiceNumber":"\xff"}""",
        """{"InvoiceNumber":"\xed\xa0\x80"}""",
        """{"Invoice\xffNumber":"A"}""",
        """{"InvoiceNumber":"\ud800"}""",
        """{"InvoiceNumber":"\udc00\ud800"}""",
        """{"Invoice\ud800":"A"}""",
        """{"InvoiceNumber":"a\u0000b"}""",
        """{"InvoiceNumber":"a\x00b"}""",
        """{"InvoiceNumber":"A","InvoiceNumber":"B"}""",
        """{"InvoiceNumber":"A","Invoice\u004eumber":"B"}""",
        """{"InvoiceNumber":{}}""",
        """{"InvoiceNumber":["A"]}""",
        """{"InvoiceNumber":5}""",
        """{"InvoiceAmount":1e400}""",
        """{"InvoiceAmount":79228162514264337593543950335}""",
        """{"InvoiceAmount":-79228162514264337593543950335}""",
        """{"InvoiceAmount":"NaN"}""",
        """{"InvoiceDate":"9999-99-99"}""",
        """{"InvoiceDate":5}""",
        """{"invoiceLines":5}""",
        """{"invoiceLines":[5]}""",
        """{"invoiceLines":[null]}""",
        """{"invoiceLines":[{"LineNumber":99999999999999999999999999}]}""",
        """{"invoiceLines":[{"LineAmount":79228162514264337593543950335},{"LineAmount":79228162514264337593543950335}]}""",
        """{"InvoiceId":99999999999999999999999999}""",
        """{"@version":1}""",
        """{"":1}""",
    ];

    private static readonly string[] Queries =
    [
        "q=%FF",
        "q=InvoiceNumber='%C3%28'",
        "q=InvoiceNumber='%00'",
        "q=(",
        "q=InvoiceNumber",
        "q=InvoiceNumber=",
        "q=InvoiceNumber='",
        "q=InvoiceNumber%20in%20(",
        "q=InvoiceNumber%20in%20()",
        "q=InvoiceNumber%20between%20'a'",
        "q=InvoiceNumber%20is",
        "q=InvoiceNumber%20like%205",
        "q=InvoiceId=99999999999999999999999999999999999999",
        "q=InvoiceAmount=1e5",
        "q=InvoiceAmount=%D9%A1",
        "q=Nothing=1",
        "fields=Nothing",
        "fields=%FF",
        "fields=invoiceLines:Nothing",
        "fields=nothing:A",
        "expand=nothing",
        "expand=%FF",
        "orderBy=Nothing",
        "orderBy=:",
        "orderBy=InvoiceId:sideways",
        "orderBy=InvoiceId:asc:desc",
        "limit=0",
        "limit=-1",
        "limit=x",
        "limit=99999999999999999999",
        "offset=-1",
        "offset=99999999999999999999",
        "finder=x",
        "finder=PrimaryKey;InvoiceId=x",
        "unknown=1",
        "=1",
        "q=InvoiceId=1&q=InvoiceId=2",
    ];

    [Theory]
    [InlineData("POST", "invoices")]
    [InlineData("POST", "invoiceHolds")]
    [InlineData("POST", "invoices/action/validateInvoice")]
    [InlineData("POST", "invoices/action/cancelInvoice")]
    [InlineData("PATCH", "{invoice}")]
    [InlineData("PATCH", "{hold}")]
    public async Task A_payload_that_cannot_be_read_is_refused_on_every_operation_that_writes(string method, string path)
    {
        await using var pod = await Pod.StartAsync();
        var (invoice, hold) = await WrittenAsync(pod);
        var address = path.Replace("{invoice}", invoice, StringComparison.Ordinal).Replace("{hold}", hold, StringComparison.Ordinal);
        byte[][] deep =
        [
            RawCall.Utf8(new string('[', 100_000)),
            RawCall.Utf8(string.Concat(Enumerable.Repeat("{\"invoiceLines\":[", 1000))),
            RawCall.Utf8("{\"InvoiceAmount\":" + new string('9', 10_000) + "}"),
        ];
        await RefusedAsync(pod, Bodies.Select(RawCall.Bytes).Concat(deep).Select(body => Call(method, address) with { Body = body }));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task An_amount_or_a_date_beyond_every_calendar_is_refused(int which)
    {
        await using var pod = await Pod.StartAsync();
        var invoice = Payload.Invoice("A-9", Payload.Matched(1m));
        switch (which)
        {
            case 0:
                invoice["InvoiceDate"] = "9999-12-31";
                invoice["AccountingDate"] = "9999-12-31";
                break;
            case 1:
                invoice["InvoiceAmount"] = decimal.MaxValue;
                invoice["invoiceLines"]![0]!["LineAmount"] = decimal.MaxValue;
                break;
            default:
                invoice["InvoiceDate"] = "0001-01-01";
                invoice["AccountingDate"] = "0001-01-01";
                break;
        }

        await RefusedAsync(pod, [Call("POST", "invoices") with { Body = RawCall.Utf8(invoice.ToJsonString()) }]);
    }

    [Theory]
    [InlineData("invoices")]
    [InlineData("{invoice}")]
    [InlineData("{invoice}/child/invoiceLines")]
    [InlineData("invoiceHolds")]
    [InlineData("projects")]
    [InlineData("suppliers")]
    [InlineData("purchaseOrders")]
    public async Task A_query_that_cannot_be_read_is_refused_on_every_read(string path)
    {
        await using var pod = await Pod.StartAsync();
        var (invoice, _) = await WrittenAsync(pod);
        var address = path.Replace("{invoice}", invoice, StringComparison.Ordinal);
        await RefusedAsync(pod, Queries.Select(query => Call("GET", $"{address}?{query}")));
    }

    [Theory]
    [InlineData("invoices/%FF")]
    [InlineData("invoices/%C3%28/child/invoiceLines")]
    [InlineData("%FF")]
    [InlineData("invoices/x")]
    [InlineData("invoices/99999999999999999999999999999999")]
    [InlineData("invoices/x/child")]
    [InlineData("invoices/x/child/x")]
    [InlineData("invoices/describe")]
    [InlineData("x")]
    [InlineData("")]
    public async Task A_path_that_names_nothing_is_refused(string path)
    {
        await using var pod = await Pod.StartAsync();
        await RefusedAsync(
            pod,
            [Call("GET", path), Call("PATCH", path) with { Body = RawCall.Utf8("{}") }, Call("DELETE", path), Call("BREW", path)]
        );
    }

    [Theory]
    [InlineData("Content-Type: text/plain")]
    [InlineData("Content-Type: application/json; charset=utf-16")]
    [InlineData("Content-Type: application/json; charset=nothing")]
    [InlineData("Content-Type: nonsense")]
    [InlineData("REST-Framework-Version: x")]
    [InlineData("REST-Framework-Version: 99999999999999999999")]
    [InlineData("Upsert-Mode: true")]
    [InlineData("Effective-Of: RangeStartDate=2025-10-01")]
    public async Task A_header_that_cannot_be_read_is_refused(string header)
    {
        await using var pod = await Pod.StartAsync();
        var type = header.StartsWith("Content-Type", StringComparison.Ordinal) ? header : "Content-Type: application/json";
        var invoice = RawCall.Utf8(Payload.Invoice("A-9", Payload.Matched(1m)).ToJsonString());
        await RefusedAsync(
            pod,
            [new RawCall("POST", Root + "invoices") { Headers = [.. SignedIn, "Accept: application/json", type, header], Body = invoice }]
        );
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded", "")]
    [InlineData("application/x-www-form-urlencoded", "grant_type")]
    [InlineData("application/x-www-form-urlencoded", "grant_type=\\xff")]
    [InlineData("application/x-www-form-urlencoded", "grant_type=client_credentials&scope=%FF")]
    [InlineData("application/x-www-form-urlencoded", "grant_type=client_credentials&scope=%00")]
    [InlineData("application/x-www-form-urlencoded", "grant_type=client_credentials")]
    [InlineData("application/x-www-form-urlencoded", "grant_type=client_credentials&grant_type=client_credentials&scope=x")]
    [InlineData("application/x-www-form-urlencoded", "{many}")]
    [InlineData("application/x-www-form-urlencoded", "{long}")]
    [InlineData("application/x-www-form-urlencoded; charset=utf-16", "grant_type=client_credentials&scope=x")]
    [InlineData("multipart/form-data", "x")]
    [InlineData("multipart/form-data; boundary=x", "x")]
    [InlineData("application/json", "{}")]
    [InlineData("nonsense", "x")]
    public async Task A_token_request_that_cannot_be_read_is_refused_as_OAuth_says(string type, string body)
    {
        await using var pod = await Pod.StartAsync();
        var sent = body switch
        {
            "{many}" => string.Join('&', Enumerable.Range(0, 5000).Select(number => $"a{number}=1")),
            "{long}" => "grant_type=client_credentials&scope=x&" + new string('a', 5000) + "=1",
            _ => body,
        };
        var answer = await new RawCall("POST", "/oracle/oauth2/v1/token")
        {
            Headers = ["Authorization: " + Pod.Basic("client", "client-pass"), "Content-Type: " + type],
            Body = RawCall.Bytes(sent),
        }.SendAsync(pod.Address);
        Assert.Equal(400, answer.Status);
        Assert.NotEmpty((string)answer.Json!["error"]!);
        Assert.NotEmpty((string)answer.Json["error_description"]!);
    }

    [Theory]
    [InlineData("Basic")]
    [InlineData("Basic %%%")]
    [InlineData("Basic /w==")]
    [InlineData("Basic eA==")]
    [InlineData("Bearer x")]
    [InlineData("Bearer ..")]
    [InlineData("Bearer a.b.c")]
    [InlineData("Bearer \u00c3\u00a9.\u00c3\u00a9.\u00c3\u00a9")]
    [InlineData("Digest x")]
    public async Task Credentials_that_are_none_are_unauthorized(string header)
    {
        await using var pod = await Pod.StartAsync();
        var read = await new RawCall("GET", Root + "invoices") { Headers = ["Authorization: " + header] }.SendAsync(pod.Address);
        Assert.Equal(401, read.Status);
        var token = await new RawCall("POST", "/oracle/oauth2/v1/token")
        {
            Headers = ["Authorization: " + header, "Content-Type: application/x-www-form-urlencoded"],
            Body = RawCall.Utf8("grant_type=client_credentials&scope=x"),
        }.SendAsync(pod.Address);
        Assert.Equal((401, "invalid_client"), (token.Status, (string?)token.Json!["error"]));
    }

    private static string[] SignedIn => ["Authorization: " + Pod.Basic(Pod.User, Pod.Password)];

    private static RawCall Call(string method, string path) =>
        new(method, Root + path)
        {
            Headers = [.. SignedIn, "Content-Type: application/json", "Accept: application/json", "REST-Framework-Version: 4"],
        };

    private static async Task<(string Invoice, string Hold)> WrittenAsync(Pod pod)
    {
        await pod.CreateAsync(Payload.Invoice("A-1", Payload.Matched(1000m)));
        var invoice = (await pod.GetAsync("invoices"))["items"]![0]!;
        var hold = await pod.HoldAsync("A-1");
        return ((string)invoice["links"]![0]!["href"]! is var href ? href[(href.IndexOf("/invoices/", StringComparison.Ordinal) + 1)..] : "", hold);
    }

    private static async Task RefusedAsync(Pod pod, IEnumerable<RawCall> calls)
    {
        var before = Stored(pod);
        var wrong = new List<string>();
        foreach (var call in calls)
        {
            var answer = await call.SendAsync(pod.Address);
            if (answer.Status is not (>= 400 and < 500) || string.IsNullOrWhiteSpace((string?)answer.Json?["o:errorDetails"]?[0]?["detail"]))
            {
                wrong.Add($"{call} -> {answer.Status} {answer.Text}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
        Assert.Equal(before, Stored(pod));
    }

    private static IReadOnlyList<StoredRow> Stored(Pod pod)
    {
        using var file = RowFile.Open(Path.Combine(pod.Folder, "oracle.db"));
        return file.Load();
    }
}
