namespace PowerIntegration.Local.Dataverse.Metadata;

/// <summary>
/// Ties the parts together: lookups to their relationships, steps and custom APIs to their plug-ins. What an import would refuse is refused here.
/// </summary>
internal static class ModelCheck
{
    public static SolutionParts Complete(SolutionParts parts)
    {
        foreach (var relationship in parts.Relationships.Where(relationship => !relationship.IsSystem))
        {
            CheckRelationship(parts, relationship);
        }

        for (var index = 0; index < parts.Tables.Count; index++)
        {
            parts.Tables[index] = WithTargets(parts, parts.Tables[index]);
        }

        CheckPlugins(parts);
        return parts;
    }

    private static void CheckRelationship(SolutionParts parts, RelationshipDefinition relationship)
    {
        var referencing = parts.Tables.Find(table => table.LogicalName == relationship.ReferencingTable);
        if (referencing?.Find(relationship.ReferencingColumn)?.Kind != ColumnKind.Lookup)
        {
            throw new SolutionRefusedException(
                $"The relationship '{relationship.SchemaName}' names the lookup "
                    + $"'{relationship.ReferencingTable}.{relationship.ReferencingColumn}', which no solution loaded defines."
            );
        }

        if (parts.Tables.All(table => table.LogicalName != relationship.ReferencedTable))
        {
            throw new SolutionRefusedException(
                $"The relationship '{relationship.SchemaName}' names the table '{relationship.ReferencedTable}', which no solution loaded defines."
            );
        }
    }

    private static TableDefinition WithTargets(SolutionParts parts, TableDefinition table)
    {
        var columns = table
            .Columns.Select(column =>
                column.Kind != ColumnKind.Lookup || column.Targets.Count > 0
                    ? column
                    : column with
                    {
                        Targets =
                        [
                            .. parts
                                .Relationships.Where(relationship =>
                                    relationship.ReferencingTable == table.LogicalName && relationship.ReferencingColumn == column.LogicalName
                                )
                                .Select(relationship => relationship.ReferencedTable),
                        ],
                    }
            )
            .ToList();
        var orphan = columns.Find(column => column.Kind == ColumnKind.Lookup && column.Targets.Count == 0);
        return orphan is null
            ? new TableDefinition(table.SchemaName, table.EntitySetName, table.IsUserOwned, columns, table.PrimaryName)
            {
                DisplayName = table.DisplayName,
                DisplayCollectionName = table.DisplayCollectionName,
                Keys = table.Keys,
                IsSystem = table.IsSystem,
                IsFixed = table.IsFixed,
                IsDerived = table.IsDerived,
            }
            : throw new SolutionRefusedException(
                $"The lookup '{table.LogicalName}.{orphan.LogicalName}' has no relationship. Add it under Other/Relationships."
            );
    }

    private static void CheckPlugins(SolutionParts parts)
    {
        var known = parts.PluginTypes.Select(type => type.Id).ToHashSet();
        foreach (var step in parts.Steps)
        {
            if (!known.Contains(step.PluginTypeId))
            {
                throw new SolutionRefusedException($"The step '{step.Name}' names plug-in type {step.PluginTypeId}, which no assembly loaded lists.");
            }

            if (step.PrimaryEntity is { } table && parts.Tables.All(candidate => candidate.LogicalName != table))
            {
                throw new SolutionRefusedException($"The step '{step.Name}' names table '{table}', which no solution loaded defines.");
            }
        }

        var api = parts.CustomApis.Find(candidate => candidate.PluginTypeId is { } id && !known.Contains(id));
        if (api is not null)
        {
            throw new SolutionRefusedException(
                $"The custom API '{api.UniqueName}' names plug-in type {api.PluginTypeId}, which no assembly loaded lists."
            );
        }
    }
}
