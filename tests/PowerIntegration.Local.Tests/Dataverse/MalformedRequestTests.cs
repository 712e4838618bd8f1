using PowerIntegration.Local.Tests.Requests;
using Xunit;

namespace PowerIntegration.Local.Tests.Dataverse;

/// <summary>Whatever comes over the wire is answered as the platform answers a mistake of its caller, and writes nothing.</summary>
public sealed class MalformedRequestTests
{
    private const string Row = "cts_customers(0b000000-0000-4000-8000-0000000000aa)";
    private const string ByKey = "cts_customers(cts_externalref='X-1')";
    private const string Multiple = "cts_customers/Microsoft.Dynamics.CRM.";

    // Of no JSON object at all, or of none that may be read.
    private static readonly string[] NoObjects =
    [
        """{"cts_name":"\xff"}""",
        """{"cts_name":"\xc0\xaf"}""",
        """{"cts_name":"\xe2\x82"}""",
        """{"cts_name":"\xed\xa0\x80"}""",
        """{"cts_\xff":"text"}""",
        """{"cts_name":"\ud800"}""",
        """{"cts_name":"\udc00"}""",
        """{"cts_name":"\udc00\ud800"}""",
        """{"cts_name":"half \ud83d of a face"}""",
        """{"cts_\ud800":"text"}""",
        """{"cts_name@\ud800":"text"}""",
        """{"cts_name":"a\u0000b"}""",
        """{"cts_\u0000":1}""",
        """{"cts_name":"a\x00b"}""",
        """{"cts_name":"a"}\x00""",
        """{"cts_name":"a","cts_name":"b"}""",
        """{"cts_name":"a","cts\u005fname":"b"}""",
        """{"cts_name":"a"} {"cts_name":"b"}""",
        """{"cts_name":NaN}""",
        """{"cts_name":"a",}""",
        """{'cts_name':'a'}""",
        """{/* a */"cts_name":"b"}""",
        """{"cts_name":"a""",
        """{"cts_name":01}""",
        "{",
        "}",
        "[]",
        "[{}]",
        "[\"Targets\"]",
        "\"text\"",
        "5",
        "true",
        "null",
        " ",
        "text",
        "<cts_customer/>",
        "cts_name=a",
        "\\xff\\xfe{\\x00}\\x00",
        """{"cts_name":{}}""",
        """{"Targets":{}}""",
        """{"Targets":5}""",
        """{"Targets":[5]}""",
        """{"Targets":[null]}""",
        """{"Targets":[{}]}""",
        """{"Targets":[{"@odata.type":5}]}""",
        """{"Targets":[{"@odata.type":null}]}""",
        """{"Targets":[{"@odata.type":"Microsoft.Dynamics.CRM.cts_customer","@odata.id":5}]}""",
        """{"Targets":[{"@odata.type":"Microsoft.Dynamics.CRM.cts_customer","@odata.id":"("}]}""",
        """{"Targets":[{"@odata.type":"Microsoft.Dynamics.CRM.cts_customer","@odata.id":""}]}""",
        """{"Targets":[{"@odata.type":"Microsoft.Dynamics.CRM.cts_customer","@odata.id":"cts_customers(cts_externalref=)"}]}""",
        """{"Targets":[{"@odata.type":"Microsoft.Dynamics.CRM.cts_customer","@odata.id":"cts_customers(cts_externalref='%FF')"}]}""",
        """{"Targets":[{"@odata.type":"Microsoft.Dynamics.CRM.cts_customer","cts_counter":3000000000}]}""",
        """{"Text":5}""",
        """{"Text":["a"]}""",
        """{"Number":1e400,"Text":"a"}""",
        """{"Whole":3000000000,"Text":"a"}""",
        """{"Id":"no id","Text":"a"}""",
        """{"When":"31.10.2025","Text":"a"}""",
        """{"Texts":[5],"Text":"a"}""",
        """{"Unknown":1,"Text":"a"}""",
    ];

    // Of a case, whose table has columns of every kind.
    private static readonly string[] NoCases =
    [
        """{"cts_amount":1e400}""",
        """{"cts_amount":-1e400}""",
        """{"cts_amount":99999999999999999999999999999999999999999}""",
        """{"cts_amount":79228162514264337593543950335}""",
        """{"cts_amount":"1"}""",
        """{"cts_stage":99999999999999999999}""",
        """{"cts_stage":1.5}""",
        """{"cts_stage":727279999}""",
        """{"cts_urgent":1}""",
        """{"cts_due":"2025-13-01"}""",
        """{"cts_due":"2025-10-31T00:00:00Z"}""",
        """{"cts_due":20251031}""",
        """{"cts_at":"25:00"}""",
        """{"cts_at":""}""",
        """{"cts_caseid":"no id"}""",
        """{"cts_customerid":"0b000000-0000-4000-8000-0000000000aa"}""",
        """{"_cts_customerid_value":"0b000000-0000-4000-8000-0000000000aa"}""",
        """{"cts_CustomerId":5}""",
        """{"cts_CustomerId":[]}""",
        """{"cts_CustomerId@odata.bind":5}""",
        """{"cts_CustomerId@odata.bind":{}}""",
        """{"cts_CustomerId@odata.bind":""}""",
        """{"cts_CustomerId@odata.bind":"("}""",
        """{"cts_CustomerId@odata.bind":")("}""",
        """{"cts_CustomerId@odata.bind":"cts_customers"}""",
        """{"cts_CustomerId@odata.bind":"cts_customers()"}""",
        """{"cts_CustomerId@odata.bind":"cts_customers(,)"}""",
        """{"cts_CustomerId@odata.bind":"cts_customers(cts_externalref=)"}""",
        """{"cts_CustomerId@odata.bind":"cts_customers(cts_externalref='X-1'x)"}""",
        """{"cts_CustomerId@odata.bind":"cts_customers(cts_externalref='%FF')"}""",
        """{"cts_CustomerId@odata.bind":"cts_customers(cts_externalref='%00')"}""",
        """{"cts_CustomerId@odata.bind":"cts_customers(cts_counter=99999999999999999999)"}""",
        """{"cts_CustomerId@odata.bind":"cts_customers(cts_externalref=@p)"}""",
        """{"cts_CustomerId@odata.bind":"systemusers(0b000000-0000-4000-8000-000000000001)"}""",
        """{"@odata.bind":"cts_customers(cts_externalref='X-1')"}""",
        """{"cts_case_task":{}}""",
        """{"cts_case_task":[5]}""",
        """{"cts_case_task":[null]}""",
        """{"cts_case_task":null}""",
        """{"cts_nothing":1}""",
        """{"":1}""",
    ];

    private static readonly string[] Options =
    [
        "$filter=",
        "$filter=%20",
        "$filter",
        "$filter=(",
        "$filter=)",
        "$filter=()",
        "$filter=not",
        "$filter=not%20(",
        "$filter=cts_name",
        "$filter=cts_name%20eq",
        "$filter=cts_name%20eq%20'",
        "$filter=cts_name%20eq%20'a'%20and",
        "$filter=cts_name%20eq%20'a'%20and%20",
        "$filter=cts_name%20eq%20'a'%20'b'",
        "$filter=cts_name%20eq%20'%FF'",
        "$filter=cts_name%20eq%20'%C3%28'",
        "$filter=cts_name%20eq%20'%ED%A0%80'",
        "$filter=cts_name%20eq%20'%00'",
        "$filter=cts_name%20eq%20@p",
        "$filter=cts_name%20eq%20@p&@p=",
        "$filter=cts_name%20eq%20@p&@p=@p",
        "$filter=cts_name%20eq%20@p&@p='a'%20or%20'b'",
        "$filter=cts_counter%20eq%2099999999999999999999",
        "$filter=cts_counter%20eq%201e5",
        "$filter=cts_limit%20eq%2099999999999999999999999999999999999999999",
        "$filter=contains",
        "$filter=contains(",
        "$filter=contains()",
        "$filter=contains(cts_name",
        "$filter=contains(cts_name,",
        "$filter=contains(cts_name,5)",
        "$filter=contains(cts_name,null)",
        "$filter=contains(cts_counter,'1')",
        "$filter=cts_name/cts_name%20eq%20'a'",
        "$filter=/%20eq%201",
        "$filter=a/b/c/d%20eq%201",
        "$filter=eq",
        "$filter=,",
        "$filter='a'",
        "$select=",
        "$select",
        "$select=cts_nothing",
        "$select=%FF",
        "$select=cts_name/cts_name",
        "$orderby=",
        "$orderby=cts_nothing",
        "$orderby=cts_name%20sideways",
        "$orderby=cts_name%20asc%20desc",
        "$orderby=%FF",
        "$orderby=/",
        "$top=",
        "$top=-1",
        "$top=1.5",
        "$top=99999999999999999999",
        "$top=%FF",
        "$expand=",
        "$expand=(",
        "$expand=)(",
        "$expand=cts_customer_case(",
        "$expand=cts_customer_case)(",
        "$expand=cts_customer_case)",
        "$expand=cts_customer_case(x",
        "$expand=cts_customer_case($select)",
        "$expand=cts_customer_case($select=)",
        "$expand=cts_customer_case($filter=)",
        "$expand=cts_customer_case($top=99999999999999999999)",
        "$expand=cts_customer_case($select=cts_name)x",
        "$expand=cts_customer_case($nothing=1)",
        "$expand=cts_nothing",
        "$expand=%FF",
        "$count=",
        "$count=yes",
        "$count=%FF",
        "$skiptoken=",
        "$skiptoken=5",
        "$skiptoken=%FF",
        "$skip=1",
        "$apply=x",
        "$search=x",
        "$compute=x",
        "$levels=1",
        "$format=xml",
        "fetchXml=",
        "fetchXml=%3Cfetch%3E",
        "fetchXml=%3Cfetch/%3E",
        "fetchXml=%3Cfetch%3E%3Centity%20name='cts_customer'/%3E%3Centity%20name='cts_case'/%3E%3C/fetch%3E",
        "fetchXml=%3Cfetch%20count='99999999999999999999'%3E%3Centity%20name='cts_customer'/%3E%3C/fetch%3E",
        "fetchXml=%3Cfetch%20count='6000'%3E%3Centity%20name='cts_customer'/%3E%3C/fetch%3E",
        "fetchXml=%3Cfetch%3E%3Centity%20name='cts_case'/%3E%3C/fetch%3E",
        "fetchXml=%3Cfetch%3E%3Centity%20name='cts_customer'%3E%3Corder/%3E%3C/entity%3E%3C/fetch%3E",
        "fetchXml=%FF",
        "fetchXml=%3Cfetch%3E%3Centity%20name='cts_customer'/%3E%3C/fetch%3E&$select=cts_name",
        "fetchxml=%3Cfetch%3E%3Centity%20name='cts_customer'/%3E%3C/fetch%3E",
        "savedQuery=0b000000-0000-4000-8000-0000000000aa",
        "userQuery=0b000000-0000-4000-8000-0000000000aa",
        "unknown=1",
        "=1",
        "tag=a&tag=b",
        "tag=%FF",
        "%FF=1",
        "%00=1",
        "@p=%FF",
    ];

    private static readonly string[] Headers =
    [
        "MSCRMCallerID: 0b000000-0000-4000-8000-000000000002",
        "MSCRMCallerID:",
        "mscrmcallerid: 0b000000-0000-4000-8000-000000000002",
        "CallerObjectId: 0a000000-0000-4000-8000-000000000002",
        "MSCRM.BypassCustomPluginExecution: true",
        "MSCRM.BypassCustomPluginExecution: perhaps",
        "MSCRM.BypassBusinessLogicExecution: CustomSync,CustomAsync",
        "MSCRM.BypassBusinessLogicExecutionStepIds: 0b000000-0000-4000-8000-0000000000aa",
        "MSCRM.SuppressCallbackRegistrationExpanderJob: true",
        "MSCRM.SuppressDuplicateDetection: false",
        "MSCRM.SolutionUniqueName: Contoso",
        "MSCRM.MergeLabels: true",
        "MSCRM.SessionToken: x",
        "MSCRM.Unknown: 1",
        "Consistency: Strong",
        "OData-Isolation: snapshot",
        "OData-Version: 3.0",
        "OData-MaxVersion: 3.0",
        "Prefer: odata.track-changes",
        "Prefer: respond-async",
        "Prefer: respond-async, wait=10",
        "Prefer: odata.continue-on-error",
        "Prefer: odata.allow-entityreferences",
        "Prefer: odata.maxpagesize=0",
        "Prefer: odata.maxpagesize=-1",
        "Prefer: odata.maxpagesize=99999999999999999999",
        "Prefer: odata.maxpagesize=",
        "Prefer: odata.include-annotations=",
        "Prefer: odata.include-annotations=\"\u00c3\u00a9\"",
        "Prefer: return=everything",
        "If-Match: x",
        "If-Match: W/\"",
        "If-Match: \"",
        "If-Unmodified-Since: Fri, 31 Oct 2025 00:00:00 GMT",
        "If-Modified-Since: Fri, 31 Oct 2025 00:00:00 GMT",
        "If-Range: x",
        "Range: bytes=0-1",
        "Content-Encoding: gzip",
        "Accept: application/xml",
        "Accept: application/json;odata.metadata=full",
        "Accept: application/json;IEEE754Compatible=true",
    ];

    public static TheoryData<string, string> Writes =>
        new()
        {
            { "POST", "cts_customers" },
            { "POST", "cts_cases" },
            { "PATCH", Row },
            { "PATCH", ByKey },
            { "POST", Multiple + "CreateMultiple" },
            { "POST", Multiple + "UpsertMultiple" },
            { "POST", "{api}" },
        };

    public static TheoryData<string, string> Routes =>
        new()
        {
            { "GET", "" },
            { "GET", "WhoAmI" },
            { "GET", "cts_customers" },
            { "GET", "cts_customers/$count" },
            { "GET", Row },
            { "GET", ByKey },
            { "GET", "EntityDefinitions" },
            { "GET", "EntityDefinitions(LogicalName='cts_case')" },
            { "GET", "EntityDefinitions(LogicalName='cts_case')/Attributes" },
            { "POST", "cts_customers" },
            { "PATCH", Row },
            { "PATCH", ByKey },
            { "DELETE", Row },
            { "POST", Multiple + "CreateMultiple" },
            { "POST", "{api}" },
        };

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task A_body_that_cannot_be_read_is_refused_on_every_route_that_writes(string method, string path)
    {
        await using var desk = Served(out var api);
        string[] bodies = path == "cts_cases" ? [.. NoObjects, .. NoCases] : NoObjects;
        byte[][] deep =
        [
            RawCall.Utf8(new string('[', 100_000)),
            RawCall.Utf8(string.Concat(Enumerable.Repeat("{\"a\":", 100_000))),
            RawCall.Utf8("{\"cts_name\":" + new string('[', 40) + new string(']', 40) + "}"),
            RawCall.Utf8("{\"cts_counter\":" + new string('9', 100_000) + "}"),
        ];
        await Refused(
            desk,
            bodies
                .Select(RawCall.Bytes)
                .Concat(deep)
                .Select(body => Call(desk, method, path.Replace("{api}", api, StringComparison.Ordinal)) with { Body = body })
        );
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task An_option_that_cannot_be_read_or_is_not_known_is_refused_on_every_route(string method, string path)
    {
        await using var desk = Served(out var api);
        await Refused(desk, Options.Select(option => Valid(desk, method, path, api, "?" + option)));
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task A_header_that_would_change_what_the_request_means_is_honored_or_refused_by_its_name(string method, string path)
    {
        await using var desk = Served(out var api);
        await Refused(
            desk,
            Headers
                .Where(header => method == "DELETE" || method == "PATCH" || !header.StartsWith("Content-Encoding", StringComparison.Ordinal))
                .Select(header => WithHeader(Valid(desk, method, path, api, ""), header))
        );
    }

    [Theory]
    [InlineData("GET", "cts_customers(")]
    [InlineData("GET", "cts_customers()")]
    [InlineData("GET", "cts_customers)")]
    [InlineData("GET", "cts_customers)(")]
    [InlineData("GET", "cts_customers(x)")]
    [InlineData("GET", "cts_customers(=)")]
    [InlineData("GET", "cts_customers(,)")]
    [InlineData("GET", "cts_customers(cts_externalref=)")]
    [InlineData("GET", "cts_customers(cts_externalref=null)")]
    [InlineData("GET", "cts_customers(cts_externalref='X-1'x)")]
    [InlineData("GET", "cts_customers(cts_externalref='X-1')x")]
    [InlineData("GET", "cts_customers(cts_externalref='%FF')")]
    [InlineData("GET", "cts_customers(cts_externalref='%C3%28')")]
    [InlineData("GET", "cts_customers(cts_externalref=@p)?@p=")]
    [InlineData("GET", "cts_customers(cts_counter=99999999999999999999)")]
    [InlineData("GET", "%FF")]
    [InlineData("GET", "cts_customers/%FF")]
    [InlineData("GET", "cts_customers/x")]
    [InlineData("GET", "cts_customers/$count/x")]
    [InlineData("GET", "EntityDefinitions()")]
    [InlineData("GET", "EntityDefinitions(LogicalName=)")]
    [InlineData("GET", "EntityDefinitions(LogicalName='')")]
    [InlineData("GET", "EntityDefinitions(LogicalName='cts_case')/x")]
    [InlineData("GET", "EntityDefinitions(LogicalName='cts_case')/Attributes/x")]
    [InlineData("GET", "EntityDefinitions(LogicalName='cts_case')?$expand=Attributes(")]
    [InlineData("GET", "EntityDefinitions?$filter=LogicalName%20eq")]
    [InlineData("PATCH", "cts_customers(cts_externalref='a%FFb')")]
    [InlineData("DELETE", "cts_customers")]
    [InlineData("PATCH", "cts_customers")]
    [InlineData("HEAD", "cts_customers")]
    [InlineData("OPTIONS", "cts_customers")]
    [InlineData("BREW", "cts_customers")]
    public async Task A_path_that_names_nothing_is_refused(string method, string path)
    {
        await using var desk = Served(out _);
        await Refused(desk, [WithBody(Call(desk, method, path))]);
    }

    [Theory]
    [InlineData("application/xml", 415)]
    [InlineData("text/plain", 415)]
    [InlineData("application/json; charset=utf-16", 415)]
    [InlineData("application/json; charset=nothing", 415)]
    [InlineData("application/x-www-form-urlencoded", 415)]
    [InlineData("nonsense", 415)]
    [InlineData("application/json; charset=\"utf-8\"", 204)]
    [InlineData("application/json;IEEE754Compatible=false", 204)]
    [InlineData("application/json; odata.metadata=minimal; charset=UTF-8", 204)]
    public async Task A_body_of_another_kind_or_charset_than_JSON_in_UTF8_is_refused_by_its_name(string type, int status)
    {
        await using var desk = Served(out _);
        var answer = await WithBody(Call(desk, "POST", "cts_customers") with { Headers = [Token(desk), "Content-Type: " + type] })
            .SendAsync(desk.Url);
        Assert.Equal(status, answer.Status);
        if (status == 415)
        {
            Assert.Contains(type.Split(';')[0], (string?)answer.Json!["error"]!["message"], StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Transfer-Encoding: chunked", "zz\r\nnonsense\r\n0\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked", "ffffffffffffffff\r\n{}\r\n0\r\n\r\n")]
    public async Task A_body_that_is_framed_wrongly_is_refused(string header, string body)
    {
        await using var desk = Served(out _);
        await Refused(
            desk,
            [
                Call(desk, "POST", "cts_customers") with
                {
                    Headers = [Token(desk), "Content-Type: application/json", header],
                    Body = RawCall.Utf8(body),
                },
            ]
        );
    }

    [Theory]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer x")]
    [InlineData("Bearer ..")]
    [InlineData("Bearer a.b.c")]
    [InlineData("Bearer \u00c3\u00a9.\u00c3\u00a9.\u00c3\u00a9")]
    [InlineData("Bearer eyJhbGciOiJub25lIn0.e30.")]
    [InlineData("Bearer eyJhbGciOiJub25lIn0.bm8ganNvbg.")]
    [InlineData("Basic eDp5")]
    public async Task A_token_that_is_none_is_unauthorized(string header)
    {
        await using var desk = Served(out _);
        var answer = await (Call(desk, "GET", "cts_customers") with { Headers = ["Authorization: " + header] }).SendAsync(desk.Url);
        Assert.Equal(401, answer.Status);
        Assert.NotEmpty((string)answer.Json!["error"]!["message"]!);
    }

    // The web server's own refusal: such a request has no text that anything behind it could look at.
    [Theory]
    [InlineData("cts_customers(cts_externalref='%00')", "Accept: application/json")]
    [InlineData("cts_customers(cts_externalref='\xe9')", "Accept: application/json")]
    [InlineData("cts_customers", "Prefer: \xff")]
    [InlineData("cts_customers", "Prefer: a\x01b")]
    public async Task What_is_no_HTTP_is_refused_by_the_web_server(string path, string header)
    {
        await using var desk = Served(out _);
        Assert.Equal(400, (await WithHeader(Call(desk, "GET", path), header).SendAsync(desk.Url)).Status);
    }

    [Theory]
    [InlineData("/api/data/v9%2E2/cts_customers")]
    [InlineData("/API/data/V9.2/cts_customers")]
    [InlineData("{server}/api/data/v9.2/cts_customers")]
    public async Task The_root_may_be_written_as_HTTP_allows(string target)
    {
        await using var desk = Served(out _);
        var answer = await new RawCall("GET", target.Replace("{server}", desk.Url, StringComparison.Ordinal)) { Headers = [Token(desk)] }.SendAsync(
            desk.Url
        );
        Assert.Equal(200, answer.Status);
        Assert.Contains("Prairie", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("caf%C3%A9", "café")]
    [InlineData("%F0%9F%98%80", "\ud83d\ude00")]
    [InlineData("a%0D%0Ab", "a\r\nb")]
    [InlineData("50%25", "50%")]
    public async Task An_answer_names_a_row_whose_key_no_header_can_hold(string escaped, string key)
    {
        await using var desk = Served(out _);
        var written = await WithBody(Call(desk, "PATCH", $"cts_customers(cts_externalref='{escaped}')")).SendAsync(desk.Url);
        Assert.Equal(204, written.Status);
        Assert.Contains($"cts_customers(cts_externalref='{escaped}')", written.Head, StringComparison.Ordinal);
        Assert.Equal(key, (string?)(await desk.GetAsync($"cts_customers(cts_externalref='{escaped}')")).Json!["cts_externalref"]);
    }

    [Theory]
    [InlineData("[z-a]")]
    [InlineData("[")]
    [InlineData("[]")]
    [InlineData("[^]")]
    [InlineData("[a-]")]
    [InlineData("[\\d-z]")]
    [InlineData("]")]
    [InlineData("[a-z-[b]]")]
    [InlineData("(?")]
    public async Task Any_pattern_is_compared(string pattern)
    {
        await using var desk = Served(out _);
        var answer = await desk.GetAsync($"cts_customers?$filter=contains(cts_name,'{Uri.EscapeDataString(pattern)}')");
        Assert.Equal(200, answer.Status);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(429_497)]
    [InlineData(9_999_999)]
    public async Task A_page_beyond_the_last_is_empty(int page)
    {
        await using var desk = Served(out _);
        var token = Uri.EscapeDataString($"<cookie pagenumber=\"{page}\" istracking=\"False\" />");
        var answer = await desk.GetAsync("cts_customers?$skiptoken=" + token);
        Assert.Equal((200, 0), (answer.Status, answer.Rows.Count));
        Assert.Null(answer.Json!["@odata.nextLink"]);
        var fetch = Uri.EscapeDataString($"<fetch page='{page}' count='5000'><entity name='cts_customer'/></fetch>");
        Assert.Empty((await desk.GetAsync("cts_customers?fetchXml=" + fetch)).Rows);
    }

    [Fact]
    public async Task A_real_batch_is_refused_under_its_own_name()
    {
        await using var desk = Served(out _);
        const string Part =
            "--batch_1\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n"
            + "GET /api/data/v9.2/WhoAmI HTTP/1.1\r\n\r\n--batch_1--";
        foreach (var method in new[] { "POST", "GET" })
        {
            var answer = await (
                Call(desk, method, "$batch") with
                {
                    Headers = [Token(desk), "Content-Type: multipart/mixed;boundary=batch_1", "Prefer: odata.continue-on-error"],
                    Body = RawCall.Utf8(Part),
                }
            ).SendAsync(desk.Url);
            Assert.Equal(501, answer.Status);
            Assert.Contains("$batch", (string?)answer.Json!["error"]!["message"], StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("MSCRM.SuppressDuplicateDetection: true")]
    [InlineData("MSCRM.BypassCustomPluginExecution: false")]
    [InlineData("MSCRM.SuppressCallbackRegistrationExpanderJob: false")]
    [InlineData("Prefer: return=minimal")]
    [InlineData("Prefer: odata.maxpagesize=9000")]
    [InlineData("If-None-Match: null")]
    [InlineData("If-Match: null")]
    [InlineData("OData-Version: 4.0")]
    [InlineData("OData-MaxVersion: 4.01")]
    [InlineData("Accept: text/html, */*;q=0.8")]
    [InlineData("Accept: application/json;odata.metadata=minimal")]
    [InlineData("Accept-Language: de")]
    public async Task A_header_that_asks_for_what_happens_anyway_is_taken(string header)
    {
        await using var desk = Served(out _);
        Assert.Equal(204, (await WithHeader(WithBody(Call(desk, "POST", "cts_customers")), header).SendAsync(desk.Url)).Status);
    }

    [Theory]
    [InlineData("POST", "cts_customers", "If-Match: *")]
    [InlineData("POST", "cts_customers", "If-None-Match: *")]
    [InlineData("GET", "cts_customers", "If-None-Match: W/\"1\"")]
    [InlineData("GET", "cts_customers", "If-Match: *")]
    [InlineData("GET", Row, "If-None-Match: *")]
    [InlineData("GET", Row, "If-Match: W/\"1\"")]
    [InlineData("PATCH", Row, "If-None-Match: W/\"1\"")]
    [InlineData("DELETE", Row, "If-None-Match: *")]
    [InlineData("GET", "EntityDefinitions(LogicalName='cts_case')", "If-None-Match: W/\"1\"")]
    public async Task A_condition_is_refused_where_it_would_not_be_tested(string method, string path, string header)
    {
        await using var desk = Served(out var api);
        await Refused(desk, [WithHeader(Valid(desk, method, path, api, ""), header)]);
    }

    private static Desk Served(out string api)
    {
        var name = "";
        var desk = Desk.Start(solution =>
            name = solution.CustomApi(
                plug => plug.Service.Create(new Microsoft.Xrm.Sdk.Entity("cts_task") { ["cts_name"] = "written" }),
                new()
                {
                    ["Text"] = 10,
                    ["Number?"] = 2,
                    ["Whole?"] = 7,
                    ["Id?"] = 12,
                    ["When?"] = 1,
                    ["Texts?"] = 11,
                }
            )
        );
        desk.Service.Create(
            new Microsoft.Xrm.Sdk.Entity("cts_customer", new Guid("0b000000-0000-4000-8000-0000000000aa"))
            {
                ["cts_name"] = "Prairie",
                ["cts_externalref"] = "X-1",
            }
        );
        api = name;
        return desk;
    }

    private static string Token(Desk desk) => "Authorization: Bearer " + desk.Issuer.IssueToken(Desk.Admin, Desk.BaseUrl);

    private static RawCall Call(Desk desk, string method, string path) =>
        new(method, "/api/data/v9.2/" + path) { Headers = [Token(desk), "Content-Type: application/json"] };

    private static RawCall WithBody(RawCall call) => call with { Body = call.Method == "GET" ? null : RawCall.Utf8("""{"cts_name":"written"}""") };

    private static RawCall WithHeader(RawCall call, string header) => call with { Headers = [.. call.Headers, header] };

    // A request that would be served without what the test adds, and would show what it wrote.
    private static RawCall Valid(Desk desk, string method, string path, string api, string more)
    {
        var call = Call(desk, method, path.Replace("{api}", api, StringComparison.Ordinal) + more);
        return path switch
        {
            "{api}" => call with { Body = RawCall.Utf8("""{"Text":"a"}""") },
            Multiple + "CreateMultiple" => call with
            {
                Body = RawCall.Utf8("""{"Targets":[{"@odata.type":"Microsoft.Dynamics.CRM.cts_customer","cts_name":"written"}]}"""),
            },
            _ when method is "POST" or "PATCH" => WithHeader(WithBody(call), "Prefer: return=representation"),
            _ => call,
        };
    }

    private static async Task Refused(Desk desk, IEnumerable<RawCall> calls)
    {
        var before = desk.StoredRows();
        var wrong = new List<string>();
        foreach (var call in calls)
        {
            var answer = await call.SendAsync(desk.Url);
            var message = call.Method == "HEAD" ? "none" : (string?)answer.Json?["error"]?["message"];
            var code = call.Method == "HEAD" ? "none" : (string?)answer.Json?["error"]?["code"];
            if (
                answer.Status is not (>= 400 and < 500 or 501)
                || string.IsNullOrWhiteSpace(code)
                || string.IsNullOrWhiteSpace(message)
                || message.Contains("Exception", StringComparison.Ordinal)
            )
            {
                wrong.Add($"{call} -> {answer.Status} {answer.Text}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
        Assert.Equal(before, desk.StoredRows());
    }
}
