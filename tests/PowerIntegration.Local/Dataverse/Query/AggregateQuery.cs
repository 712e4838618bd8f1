using Microsoft.Xrm.Sdk.Query;

namespace PowerIntegration.Local.Dataverse.Query;

/// <summary>A query that groups rows and computes figures of each group.</summary>
/// <param name="Rows">Which rows: table, filters and links without columns.</param>
/// <param name="Columns">Groups and figures, in the order of the query.</param>
/// <param name="Orders">Aliases that the groups are sorted by.</param>
internal sealed record AggregateQuery(QueryExpression Rows, IReadOnlyList<AggregateColumn> Columns, IReadOnlyList<AggregateOrder> Orders);

/// <summary>A group or a figure.</summary>
/// <param name="Link">Alias of the table; null for the main one.</param>
/// <param name="Name">The column.</param>
/// <param name="Alias">Its name in the answer.</param>
/// <param name="Function">sum, avg, min, max, count or countcolumn; null for a group.</param>
/// <param name="IsDistinct">Whether equal values are counted once.</param>
/// <param name="DatePart">Part of a date that is grouped by; null for the whole value.</param>
internal sealed record AggregateColumn(string? Link, string Name, string Alias, string? Function, bool IsDistinct, string? DatePart);

/// <summary>An order of groups.</summary>
/// <param name="Alias">The group or figure.</param>
/// <param name="IsDescending">Whether the largest comes first.</param>
internal sealed record AggregateOrder(string Alias, bool IsDescending);
