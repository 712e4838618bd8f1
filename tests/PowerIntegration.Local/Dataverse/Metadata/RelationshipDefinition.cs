namespace PowerIntegration.Local.Dataverse.Metadata;

/// <summary>A one-to-many relationship.</summary>
/// <param name="SchemaName">Its name.</param>
/// <param name="ReferencingTable">Logical name of the table with the lookup.</param>
/// <param name="ReferencingColumn">Logical name of the lookup.</param>
/// <param name="ReferencedTable">Logical name of the table pointed to.</param>
/// <param name="LookupNavigation">Navigation property of the lookup, case-sensitive.</param>
/// <param name="CollectionNavigation">Navigation property of the collection, case-sensitive.</param>
/// <param name="OnDelete">What a delete of the referenced row does.</param>
/// <param name="IsSystem">The platform's own, not the solution's.</param>
internal sealed record RelationshipDefinition(
    string SchemaName,
    string ReferencingTable,
    string ReferencingColumn,
    string ReferencedTable,
    string LookupNavigation,
    string CollectionNavigation,
    DeleteBehavior OnDelete,
    bool IsSystem = false
);
