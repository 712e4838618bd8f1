using System.Net;
using System.Net.Http;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace PowerIntegration.Local.Tests.Procore;

/// <summary>A Procore of the shipped job whose account may change the work breakdown structure, and the calls that do.</summary>
internal sealed class WbsDesk : IAsyncDisposable
{
    public const string Tool = "work_breakdown_structure";
    public const string Root = "rest/v1.0/projects/562949953500001/work_breakdown_structure";
    public const string CompanyRoot = "rest/v1.0/companies/562949953421312/work_breakdown_structure";
    public const long TaskSegment = 562949953450001;
    public const long CostCodeSegment = 562949953450002;
    public const long CostTypeSegment = 562949953450003;
    public const long Subcontract = 562949953462001;
    public const long Electrical = 562949953461018;

    private WbsDesk(ProcoreHost host) => Host = host;

    public ProcoreHost Host { get; }

    public static async Task<WbsDesk> StartAsync()
    {
        var host = await ProcoreHost.StartAsync();
        host.Simulator.Actors.SetToolLevel(Tool, "Standard");
        return new WbsDesk(host);
    }

    public static string Items(long segment) => $"{Root}/segments/{segment}/segment_items";

    public static string CompanyItems(long segment) => $"{CompanyRoot}/segments/{segment}/segment_items";

    public static string Item(JsonNode item) => $"{Items((long)item["segment"]!["id"]!)}/{item["id"]}";

    public async Task<HttpResponseMessage> SendAsync(string method, string path, JsonNode? body = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null)
        {
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        }

        return await Host.Client.SendAsync(request);
    }

    /// <summary>Body of an answer that must have a status; null where it has none.</summary>
    public async Task<JsonNode?> DoAsync(string method, string path, JsonNode? body, HttpStatusCode status)
    {
        using var answer = await SendAsync(method, path, body);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == status, $"{method} {path} -> {(int)answer.StatusCode} {text}");
        return text.Length == 0 ? null : JsonNode.Parse(text);
    }

    /// <summary>The words of a refusal that must have a status.</summary>
    public async Task<string> RefusedAsync(string method, string path, JsonNode? body, HttpStatusCode status) =>
        (await DoAsync(method, path, body, status))!["errors"]!.ToJsonString();

    public async Task<JsonNode> CreateItemAsync(long segment, string code, string name, long? parent = null) =>
        (await DoAsync("POST", Items(segment), ItemBody(code, name, parent), HttpStatusCode.Created))!;

    public async Task<JsonNode> ChangeItemAsync(JsonNode item, JsonObject change) => (await DoAsync("PATCH", Item(item), change, HttpStatusCode.OK))!;

    public async Task<JsonNode> CreateCodeAsync(string? description, params long[] items) =>
        (await DoAsync("POST", Root + "/wbs_codes", CodeBody(description, items), HttpStatusCode.Created))!;

    /// <summary>An item of a segment as it is listed, by its path.</summary>
    public async Task<JsonNode> FindItemAsync(long segment, string path) =>
        (await Host.GetAsync(Items(segment) + "?per_page=2000")).AsArray().Single(item => item!["path_code"]!.ToString() == path)!;

    public async Task<JsonNode> FindCodeAsync(long id) =>
        (await Host.GetAsync(Root + "/wbs_codes?per_page=2000")).AsArray().Single(code => (long)code!["id"]! == id)!;

    public static JsonObject ItemBody(string code, string name, long? parent = null)
    {
        var body = new JsonObject { ["code"] = code, ["name"] = name };
        if (parent is not null)
        {
            body["parent_id"] = parent;
        }

        return body;
    }

    /// <summary>A code of items; which segment one belongs to follows from the ids of the shipped cost codes and cost types.</summary>
    public static JsonObject CodeBody(string? description, params long[] items)
    {
        var body = new JsonObject { ["segment_items"] = new JsonArray([.. items.Select(Choice)]) };
        if (description is not null)
        {
            body["description"] = description;
        }

        return body;
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    private static JsonNode Choice(long item)
    {
        var segment =
            item is >= 562949953462001 and <= 562949953462004 ? CostTypeSegment
            : item is >= 562949953461001 and <= 562949953461025 ? CostCodeSegment
            : TaskSegment;
        return new JsonObject { ["segment_id"] = segment, ["segment_item_id"] = item };
    }
}
