using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Local.Dataverse.Metadata;

namespace PowerIntegration.Local.Dataverse.Query;

/// <summary>One item of <c>$expand</c>.</summary>
/// <param name="Navigation">Navigation property, as the URL spells it.</param>
/// <param name="Relationship">The relationship behind it.</param>
/// <param name="IsCollection">It leads to many rows.</param>
/// <param name="Query">What to read of the rows it leads to; its table is the one at the other end.</param>
/// <param name="Columns">Columns chosen; null is every column.</param>
/// <param name="Nested">Items expanded below it.</param>
internal sealed record ExpandOption(
    string Navigation,
    RelationshipDefinition Relationship,
    bool IsCollection,
    QueryExpression Query,
    IReadOnlyList<ColumnDefinition>? Columns,
    IReadOnlyList<ExpandOption> Nested
);
