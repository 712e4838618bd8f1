using System.Text.Json.Nodes;

namespace PowerIntegration.Local.Procore.Wire;

/// <summary>Pages of v2: per_page and a cursor in, the rows wrapped in data, and a link to the next page while there is one.</summary>
internal static class CursorPaging
{
    /// <summary>The parameters every list with cursors supports.</summary>
    public static readonly IReadOnlyList<string> Parameters = ["per_page", "cursor"];

    private const int DefaultSize = 10;
    private const int SizeMax = 100;

    /// <summary>One page of a list.</summary>
    /// <param name="call">The call.</param>
    /// <param name="rows">All rows in order.</param>
    public static ProcoreAnswer Answer(ProcoreCall call, IReadOnlyList<JsonObject> rows)
    {
        var size = (int)Math.Clamp(call.Query.Id("per_page") ?? DefaultSize, 1, SizeMax);
        var first = (int)Math.Min(call.Query.Id("cursor") ?? 0, rows.Count);
        var headers = new Dictionary<string, string>
        {
            ["Total"] = rows.Count.ToString(CultureInfo.InvariantCulture),
            ["Per-Page"] = size.ToString(CultureInfo.InvariantCulture),
        };
        if (first + size < rows.Count)
        {
            headers["Link"] = $"<{Url(call, first + size, size)}>; rel=\"next\"";
        }

        return ProcoreAnswer
            .Ok(new JsonObject { ["data"] = new JsonArray([.. rows.Skip(first).Take(size).Select(row => (JsonNode)row.DeepClone())]) })
            .With(headers);
    }

    private static string Url(ProcoreCall call, int cursor, int size)
    {
        var others = call
            .Request.Query.Where(parameter => !Parameters.Contains(parameter.Key))
            .Select(parameter => Uri.EscapeDataString(parameter.Key) + "=" + Uri.EscapeDataString(parameter.Value));
        return call.Request.BaseUrl + call.Request.Path + "?" + string.Join("&", others.Append($"cursor={cursor}").Append($"per_page={size}"));
    }
}
