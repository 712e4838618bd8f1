using System.Collections.Immutable;
using PowerIntegration.Local.Dataverse.Storage;

namespace PowerIntegration.Local.Dataverse.Query;

/// <summary>A row of the queried table with the rows linked to it, by alias; an outer link that found nothing has none.</summary>
internal sealed record JoinedRow(Row Main, ImmutableDictionary<string, Row> Linked)
{
    public Row? Of(string? alias) => alias is null ? Main : Linked.GetValueOrDefault(alias);
}
