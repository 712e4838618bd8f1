using System.Text.Json.Nodes;
using System.Xml.Linq;
using PowerIntegration.Sandbox.App.Access;
using PowerIntegration.Sandbox.App.Definitions;
using PowerIntegration.Sandbox.App.Requests;

namespace PowerIntegration.Sandbox.App.Charts;

/// <summary>Reads the figures of a chart over the rows of a view, as the person before the page.</summary>
internal static class ChartReader
{
    private const string NoValue = "(blank)";

    private static readonly string[] Months =
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];

    /// <summary>Reads the figures.</summary>
    /// <param name="visit">Who asks.</param>
    /// <param name="chart">The chart.</param>
    /// <param name="rows">The query of the view, with what the page adds to it; null for all rows of the chart's own query.</param>
    /// <param name="id">Id of the chart on its page.</param>
    public static async Task<ChartModel> ReadAsync(AppVisit visit, ChartDefinition chart, XElement? rows, string id)
    {
        var table = visit.Catalog.Find(chart.Table)!;
        var answer = await visit.Dataverse.FetchAsync(table.Set, Query(chart, rows), visit.Cancellation);
        var attributes = chart.Fetch.Descendants("attribute").ToList();
        var category = attributes.Find(one => one.Attribute("alias")?.Value == chart.Category);
        var measures = chart.Measures.Select(alias => attributes.Find(one => one.Attribute("alias")?.Value == alias)).ToList();
        return new ChartModel(
            id,
            chart.Name,
            Label(visit, chart, category),
            [.. measures.Select(measure => measure?.Attribute("aggregate")?.Value is "count" ? "Records" : Label(visit, chart, measure))],
            answer.IsGood ? [.. Parts(chart, category, answer.Rows)] : [],
            chart.Kind,
            answer.IsGood ? null : $"The chart \"{chart.Name}\" cannot be shown. {answer.Sentence}"
        );
    }

    /// <summary>The chart's query over the rows of a view: its groups and figures, the view's filters and links.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="rows">The query of the view; null for none.</param>
    public static XElement Query(ChartDefinition chart, XElement? rows)
    {
        var fetch = new XElement(chart.Fetch);
        fetch.SetAttributeValue("aggregate", "true");
        if (rows is null)
        {
            return fetch;
        }

        var entity = fetch.Element("entity")!;
        var own = fetch.Descendants("link-entity").Select(link => link.Attribute("alias")?.Value).ToHashSet();
        entity.Add(rows.Element("entity")!.Elements("filter").Select(filter => new XElement(filter)));
        foreach (var link in rows.Element("entity")!.Elements("link-entity").Where(link => !own.Contains(link.Attribute("alias")?.Value)))
        {
            var copy = new XElement(link);
            copy.DescendantsAndSelf().Elements("attribute").Remove();
            copy.DescendantsAndSelf().Elements("order").Remove();
            entity.Add(copy);
        }

        return fetch;
    }

    private static IEnumerable<ChartPart> Parts(ChartDefinition chart, XElement? category, IReadOnlyList<JsonObject> groups)
    {
        var datePart = category?.Attribute("dategrouping")?.Value;
        // A second grouping splits a part; both are named.
        return groups.Select(group => new ChartPart(
            Text(group, chart.Category, datePart) + (chart.Series is { } series ? ", " + Text(group, series, null) : ""),
            [.. chart.Measures.Select(measure => Figure(group, measure))]
        ));
    }

    private static string Text(JsonObject group, string alias, string? datePart) =>
        group[alias] is not { } value
            ? NoValue
            : datePart switch
            {
                "month" => Months[value.GetValue<int>() - 1],
                "year" => value.ToString(),
                _ => group[alias + AppDataverse.Formatted]?.ToString() is { Length: > 0 } text ? text : value.ToString(),
            };

    private static ChartFigure Figure(JsonObject group, string measure) =>
        new(group[measure]?.GetValue<decimal>() ?? 0m, group[measure + AppDataverse.Formatted]?.ToString() ?? "0");

    private static string Label(AppVisit visit, ChartDefinition chart, XElement? attribute)
    {
        var link = attribute?.Parent?.Name.LocalName == "link-entity" ? attribute.Parent.Attribute("name")?.Value : chart.Table;
        return visit.Catalog.Find(link ?? "")?.Column(attribute?.Attribute("name")?.Value ?? "")?.Label ?? "";
    }
}
