using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Sandbox.Dataverse.Metadata;

namespace PowerIntegration.Sandbox.Dataverse.Query;

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
