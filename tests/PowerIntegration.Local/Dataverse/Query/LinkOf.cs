using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Local.Dataverse.Metadata;

namespace PowerIntegration.Local.Dataverse.Query;

/// <summary>A link-entity with everything looked up.</summary>
internal sealed record LinkOf(
    LinkEntity Link,
    string Alias,
    string? Parent,
    TableDefinition Table,
    ColumnDefinition From,
    ColumnDefinition To,
    Func<JoinedRow, bool> Filter
);
