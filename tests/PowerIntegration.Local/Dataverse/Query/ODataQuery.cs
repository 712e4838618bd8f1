using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Local.Dataverse.Metadata;

namespace PowerIntegration.Local.Dataverse.Query;

/// <summary>A parsed OData query.</summary>
/// <param name="Query">The rows asked for.</param>
/// <param name="Columns">Columns chosen; null is every column.</param>
/// <param name="Expand">Related rows asked for.</param>
/// <param name="WithCount">The total was asked for.</param>
internal sealed record ODataQuery(
    QueryExpression Query,
    IReadOnlyList<ColumnDefinition>? Columns,
    IReadOnlyList<ExpandOption> Expand,
    bool WithCount
);
