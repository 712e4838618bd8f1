using PowerIntegration.Local.Tests.Requests;
using Xunit;

namespace PowerIntegration.Local.Tests.Procore;

/// <summary>Whatever comes over the wire is answered in Procore's error shape, and writes nothing.</summary>
public sealed class MalformedRequestTests
{
    private static readonly string[] Queries =
    [
        "%FF",
        "%FF=1",
        "page=%C3%28",
        "project_id=%00",
        "project_id=",
        "project_id=x",
        "project_id=-1",
        "project_id=1.5",
        "project_id=99999999999999999999999",
        "page=0",
        "page=-1",
        "page=x",
        "page=",
        "per_page=0",
        "per_page=99999999999999999999",
        "filters[updated_at]=",
        "filters[updated_at]=x",
        "filters[updated_at]=2025-10-01",
        "filters[updated_at]=2025-13-01...2025-14-01",
        "filters[updated_at]=...",
        "filters[id]=x",
        "filters[id]=",
        "filters[]=1",
        "[]=1",
        "unknown=1",
        "=1",
    ];

    private static readonly string[] TokenBodies =
    [
        "",
        "grant_type",
        "grant_type=\\xff",
        "grant_type=%FF&client_id=client",
        "grant_type=client_credentials&client_id=%00",
        "grant_type=client_credentials&grant_type=client_credentials",
        "=&=&=",
        "{",
        "[]",
        "null",
        "5",
        """{"grant_type":"\xff"}""",
        """{"grant_type":"\ud800"}""",
        """{"grant_type":"\u0000"}""",
        """{"grant_type":5}""",
        """{"grant_type":"client_credentials","grant_type":"client_credentials"}""",
        """{"grant_type":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":1}}}}}}}}}}""",
    ];

    [Fact]
    public async Task A_query_that_cannot_be_read_is_refused_on_every_operation()
    {
        await using var procore = await ProcoreHost.StartAsync();
        var paths = procore.Simulator.Operations.Select(operation =>
            operation
                .Split(' ')[1]
                .Replace("{project_id}", ProcoreHost.Project.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)
        );
        var wrong = new List<string>();
        foreach (var path in paths)
        {
            foreach (var query in Queries)
            {
                await Refused(procore, Get(procore, $"{path.Replace("{id}", "1", StringComparison.Ordinal)}?{query}"), wrong);
            }

            await Refused(procore, Get(procore, path.Replace("{id}", "%FF", StringComparison.Ordinal) + "?%FF"), wrong);
            await Refused(procore, Get(procore, path.Replace("{id}", "99999999999999999999999", StringComparison.Ordinal) + "?x=1"), wrong);
        }

        await Refused(procore, Get(procore, ""), wrong);
        await Refused(procore, Get(procore, "/"), wrong);
        await Refused(procore, Get(procore, "/%FF"), wrong);
        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/x-www-form-urlencoded; charset=utf-7")]
    [InlineData("application/x-www-form-urlencoded; charset=nothing")]
    [InlineData("application/json")]
    [InlineData("application/json; charset=nothing")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("multipart/form-data")]
    [InlineData("text/plain")]
    [InlineData("nonsense")]
    [InlineData("")]
    public async Task A_token_request_that_cannot_be_read_is_refused_as_OAuth_says(string type)
    {
        await using var procore = await ProcoreHost.StartAsync();
        var many = string.Join('&', Enumerable.Range(0, 5000).Select(number => $"a{number}=1"));
        var wrong = new List<string>();
        foreach (var body in TokenBodies.Append(many).Append(new string('a', 70_000)).Append("a=" + new string('b', 5000)))
        {
            var call = new RawCall("POST", "/procore/oauth/token") { Headers = ["Content-Type: " + type], Body = RawCall.Bytes(body) };
            var answer = await call.SendAsync(procore.Client.BaseAddress!.ToString());
            if (answer.Status is not (400 or 401 or 413) || answer.Json?["error"] is null == answer.Json?["errors"] is null)
            {
                wrong.Add($"{call} -> {answer.Status} {answer.Text}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    [Fact]
    public async Task A_body_where_none_belongs_and_wrong_headers_are_no_error_of_the_server()
    {
        await using var procore = await ProcoreHost.StartAsync();
        var wrong = new List<string>();
        var read = Get(procore, "/rest/v1.0/companies");
        foreach (var header in new[] { "Content-Type: application/json; charset=nothing", "Content-Type: multipart/form-data", "Content-Type: x" })
        {
            var answer = await (read with { Headers = [.. read.Headers, header], Body = [0xff] }).SendAsync(procore.Client.BaseAddress!.ToString());
            Assert.True(answer.Status < 500, $"{header} -> {answer.Status} {answer.Text}");
        }

        foreach (var header in new[] { "Bearer", "Bearer ", "Bearer \u00c3\u00a9", "Basic x", "" })
        {
            await Refused(procore, new RawCall("GET", "/procore/rest/v1.0/companies") { Headers = ["Authorization: " + header] }, wrong);
        }

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    [Theory]
    [InlineData("2")]
    [InlineData("92233720368547759")]
    [InlineData("9223372036854775807")]
    public async Task A_page_beyond_the_last_is_empty(string page)
    {
        await using var procore = await ProcoreHost.StartAsync();
        Assert.Empty((await procore.GetAsync($"rest/v1.0/companies?page={page}&per_page=100")).AsArray());
    }

    [Fact]
    public async Task A_range_may_end_with_the_last_day_there_is()
    {
        await using var procore = await ProcoreHost.StartAsync();
        procore.Play(1);
        Assert.NotEmpty(
            (await procore.GetAsync($"rest/v1.1/requisitions?project_id={ProcoreHost.Project}&filters[updated_at]=0001-01-01...9999-12-31")).AsArray()
        );
    }

    private static RawCall Get(ProcoreHost procore, string path) =>
        new("GET", "/procore" + path)
        {
            Headers = ["Authorization: " + procore.Client.DefaultRequestHeaders.Authorization, $"Procore-Company-Id: {ProcoreHost.Company}"],
        };

    private static async Task Refused(ProcoreHost procore, RawCall call, List<string> wrong)
    {
        var answer = await call.SendAsync(procore.Client.BaseAddress!.ToString());
        if (answer.Status is not (>= 400 and < 500) || string.IsNullOrWhiteSpace(answer.Json?["errors"]?.ToString()))
        {
            wrong.Add($"{call} -> {answer.Status} {answer.Text}");
        }
    }
}
