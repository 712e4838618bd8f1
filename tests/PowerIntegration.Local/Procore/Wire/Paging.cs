using System.Text.Json.Nodes;
using PowerIntegration.Local.Procore.Guesses;

namespace PowerIntegration.Local.Procore.Wire;

/// <summary>Pages of v1: page and per_page in, Link, Total and Per-Page out.</summary>
internal static class Paging
{
    /// <summary>The two parameters every paged list supports.</summary>
    public static readonly IReadOnlyList<string> Parameters = ["page", "per_page"];

    /// <summary>One page of a list.</summary>
    /// <param name="call">The call.</param>
    /// <param name="rows">All rows in order; they are copied.</param>
    /// <param name="defaultSize">Size where the caller names none.</param>
    public static ProcoreAnswer Answer(ProcoreCall call, IReadOnlyList<JsonObject> rows, int defaultSize) =>
        Answer(call, rows, defaultSize, row => row.DeepClone().AsObject());

    /// <summary>One page of a list whose rows are put together for the answer.</summary>
    /// <param name="call">The call.</param>
    /// <param name="rows">All rows in order.</param>
    /// <param name="defaultSize">Size where the caller names none.</param>
    /// <param name="answered">A row of the page as it is answered; the others are not put together.</param>
    public static ProcoreAnswer Answer(ProcoreCall call, IReadOnlyList<JsonObject> rows, int defaultSize, Func<JsonObject, JsonObject> answered)
    {
        var size = (int)Math.Min(Positive(call, "per_page") ?? defaultSize, ProcoreGuesses.PageSizeMax);
        var page = Positive(call, "page") ?? 1;
        var last = Math.Max(1, (rows.Count + size - 1) / size);
        var body = new JsonArray([.. rows.Skip(page > last ? rows.Count : (int)((page - 1) * size)).Take(size).Select(answered)]);
        return ProcoreAnswer
            .Ok(body)
            .With(
                new Dictionary<string, string>
                {
                    ["Total"] = rows.Count.ToString(CultureInfo.InvariantCulture),
                    ["Per-Page"] = size.ToString(CultureInfo.InvariantCulture),
                    ["Link"] = string.Join(", ", Links(page, last).Select(link => $"<{Url(call, link.Page, size)}>; rel=\"{link.Relation}\"")),
                }
            );
    }

    // The last page has no next; the first has only next and last.
    private static IEnumerable<(string Relation, long Page)> Links(long page, long last)
    {
        if (page > 1)
        {
            yield return ("first", 1);
            yield return ("prev", Math.Min(page - 1, last));
        }

        if (page < last)
        {
            yield return ("next", page + 1);
            yield return ("last", last);
        }
    }

    private static string Url(ProcoreCall call, long page, int size)
    {
        var others = call
            .Request.Query.Where(parameter => !Parameters.Contains(parameter.Key))
            .Select(parameter => Escape(parameter.Key) + "=" + Escape(parameter.Value));
        return call.Request.BaseUrl + call.Request.Path + "?" + string.Join("&", others.Append($"page={page}").Append($"per_page={size}"));
    }

    private static string Escape(string text) => Uri.EscapeDataString(text);

    private static long? Positive(ProcoreCall call, string name)
    {
        var number = call.Query.Id(name);
        return number is 0 ? throw new WireRefusalException(400, $"Parameter {name}: pages and their sizes count from 1.") : number;
    }
}
