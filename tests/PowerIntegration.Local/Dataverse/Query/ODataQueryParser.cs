using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Local.Dataverse.Errors;
using PowerIntegration.Local.Dataverse.Metadata;

namespace PowerIntegration.Local.Dataverse.Query;

/// <summary>Parses the OData system query options of one table into a <see cref="QueryExpression"/> and what to expand.</summary>
internal sealed class ODataQueryParser
{
    /// <summary>Most items expanded by one request; the platform's bound.</summary>
    private const int ExpandMax = 15;

    private static readonly string[] Known = ["$select", "$filter", "$orderby", "$top", "$count", "$expand", "$skiptoken"];

    private readonly OrganizationModel model;

    public ODataQueryParser(OrganizationModel model) => this.model = model;

    /// <param name="table">The table asked.</param>
    /// <param name="options">Every query option of the URL, by name.</param>
    public ODataQuery Parse(TableDefinition table, IReadOnlyDictionary<string, string> options)
    {
        RefuseUnknown(options);
        var query = new QueryExpression(table.LogicalName);
        var columns = Select(table, query, options.GetValueOrDefault("$select"));
        FilterAndOrder(table, query, options);
        if (options.TryGetValue("$top", out var top))
        {
            query.TopCount = Number("$top", top);
        }

        var expand = Expand(table, options.GetValueOrDefault("$expand"));
        return new ODataQuery(query, columns, expand, Flag(options.GetValueOrDefault("$count")));
    }

    private static void RefuseUnknown(IReadOnlyDictionary<string, string> options)
    {
        var stranger = options.Keys.FirstOrDefault(name => name.StartsWith('$') && !Known.Contains(name));
        if (stranger is not null)
        {
            throw Faults.Of(DataverseErrorCode.UriNotUnderstood, $"The query parameter {stranger} is not supported.");
        }
    }

    // A stray comma is accepted: Microsoft's own sample sends one.
    private static List<ColumnDefinition>? Select(TableDefinition table, QueryExpression query, string? select)
    {
        if (select is null or "*")
        {
            query.ColumnSet = new ColumnSet(true);
            return null;
        }

        var columns = select
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(name => ODataPaths.Column(table, name))
            .ToList();
        query.ColumnSet = new ColumnSet([.. columns.Select(column => column.LogicalName)]);
        return columns;
    }

    private void FilterAndOrder(TableDefinition table, QueryExpression query, IReadOnlyDictionary<string, string> options)
    {
        var paths = new ODataPaths(model, table, query);
        if (options.TryGetValue("$filter", out var filter))
        {
            query.Criteria = new ODataFilterParser(paths, filter, options).Parse();
        }

        foreach (
            var item in (options.GetValueOrDefault("$orderby") ?? "").Split(
                ',',
                StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
            )
        )
        {
            var words = item.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var (alias, column) = paths.Resolve(words[0]);
            var type =
                words is [_] or [_, "asc"] ? OrderType.Ascending
                : words is [_, "desc"] ? OrderType.Descending
                : throw Faults.Of(DataverseErrorCode.UriNotUnderstood, $"The $orderby '{item}' is not understood.");
            query.Orders.Add(new OrderExpression(column.LogicalName, type) { EntityName = alias });
        }
    }

    private List<ExpandOption> Expand(TableDefinition table, string? expand)
    {
        var items = ODataList.Split(expand ?? "", ',').Select(item => ExpandOne(table, item)).ToList();
        return items.Count <= ExpandMax
            ? items
            : throw Faults.Of(DataverseErrorCode.UriNotUnderstood, $"$expand names {items.Count} items; at most {ExpandMax} are allowed.");
    }

    private ExpandOption ExpandOne(TableDefinition table, string item)
    {
        var open = item.IndexOf('(', StringComparison.Ordinal);
        var navigation = (open < 0 ? item : item[..open]).Trim();
        var options = ODataList.Options(item, open);
        var lookup = model.LookupsOf(table.LogicalName).FirstOrDefault(candidate => candidate.LookupNavigation == navigation);
        var collection = lookup is null
            ? model.CollectionsOf(table.LogicalName).FirstOrDefault(candidate => candidate.CollectionNavigation == navigation)
            : null;
        var relationship =
            lookup
            ?? collection
            ?? throw Faults.Of(
                DataverseErrorCode.UriNotUnderstood,
                $"Could not find a property named '{navigation}' on type 'Microsoft.Dynamics.CRM.{table.LogicalName}'."
            );
        var target = model.FindTable(lookup?.ReferencedTable ?? collection!.ReferencingTable)!;
        RequireAllowed(navigation, options, collection is not null);
        var parsed = Parse(target, options);
        return new ExpandOption(navigation, relationship, collection is not null, parsed.Query, parsed.Columns, parsed.Expand);
    }

    private static void RequireAllowed(string navigation, Dictionary<string, string> options, bool isCollection)
    {
        var nested = options.ContainsKey("$expand");
        string[] allowed =
            !isCollection ? ["$select", "$expand"]
            : nested ? ["$select", "$filter", "$expand"]
            : ["$select", "$filter", "$orderby", "$top"];
        var refused = options.Keys.FirstOrDefault(name => !allowed.Contains(name));
        if (refused is not null)
        {
            throw Faults.Of(
                DataverseErrorCode.UriNotUnderstood,
                $"{refused} is not allowed in $expand of '{navigation}'{(nested ? " with a nested $expand" : "")}."
            );
        }
    }

    private static bool Flag(string? text) =>
        text switch
        {
            null or "false" => false,
            "true" => true,
            _ => throw Faults.Of(DataverseErrorCode.UriNotUnderstood, $"Invalid value '{text}' for $count; true or false is needed."),
        };

    private static int Number(string name, string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw Faults.Of(DataverseErrorCode.UriNotUnderstood, $"Invalid value '{text}' for {name}; a positive whole number is needed.");
}
