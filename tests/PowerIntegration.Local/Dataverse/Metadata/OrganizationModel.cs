namespace PowerIntegration.Local.Dataverse.Metadata;

/// <summary>Everything the loaded solutions define, together with the platform's own tables.</summary>
internal sealed class OrganizationModel
{
    private readonly Dictionary<string, TableDefinition> tables;
    private readonly Dictionary<string, TableDefinition> tablesBySet;
    private readonly ILookup<string, RelationshipDefinition> byReferencing;
    private readonly ILookup<string, RelationshipDefinition> byReferenced;
    private readonly Dictionary<string, CustomApiDefinition> customApis;

    /// <summary>Puts the parts together; a name that occurs twice is refused.</summary>
    internal OrganizationModel(SolutionParts parts)
    {
        tables = Unique(parts.Tables, table => table.LogicalName, "table");
        tablesBySet = Unique(parts.Tables, table => table.EntitySetName, "entity set");
        Unique(parts.Relationships, relationship => relationship.SchemaName.ToLowerInvariant(), "relationship");
        customApis = Unique(parts.CustomApis, api => api.UniqueName, "custom API");
        PluginTypes = Unique(parts.PluginTypes, type => type.Id, "plug-in type");
        Roles = Unique(parts.Roles, role => role.Name, "security role");
        Steps =
        [
            .. Unique(parts.Steps, step => step.Id, "plug-in step")
                .Values.OrderBy(step => step.Stage)
                .ThenBy(step => step.Rank)
                .ThenBy(step => step.Id),
        ];
        Assemblies = parts.Assemblies;
        Workflows = parts.Workflows;
        Relationships = parts.Relationships;
        byReferencing = parts.Relationships.ToLookup(relationship => relationship.ReferencingTable);
        byReferenced = parts.Relationships.ToLookup(relationship => relationship.ReferencedTable);
    }

    /// <summary>Every table.</summary>
    public IReadOnlyCollection<TableDefinition> Tables => tables.Values;

    /// <summary>Every relationship.</summary>
    public IReadOnlyList<RelationshipDefinition> Relationships { get; }

    /// <summary>Every custom API.</summary>
    public IReadOnlyCollection<CustomApiDefinition> CustomApis => customApis.Values;

    /// <summary>Plug-in classes by id.</summary>
    public IReadOnlyDictionary<Guid, PluginTypeDefinition> PluginTypes { get; }

    /// <summary>Security roles by name.</summary>
    public IReadOnlyDictionary<string, RoleDefinition> Roles { get; }

    /// <summary>Plug-in assemblies.</summary>
    public IReadOnlyList<AssemblyDefinition> Assemblies { get; }

    /// <summary>Cloud flows.</summary>
    public IReadOnlyList<WorkflowDefinition> Workflows { get; }

    /// <summary>Steps in the order they run: stage, rank, id.</summary>
    public IReadOnlyList<StepDefinition> Steps { get; }

    /// <summary>The table of a logical name, or null.</summary>
    public TableDefinition? FindTable(string logicalName) => tables.GetValueOrDefault(logicalName);

    /// <summary>The table of an entity set, or null.</summary>
    public TableDefinition? FindSet(string entitySetName) => tablesBySet.GetValueOrDefault(entitySetName);

    /// <summary>The custom API, or null.</summary>
    public CustomApiDefinition? FindCustomApi(string uniqueName) => customApis.GetValueOrDefault(uniqueName);

    /// <summary>Relationships in which this table holds the lookup.</summary>
    public IEnumerable<RelationshipDefinition> LookupsOf(string table) => byReferencing[table];

    /// <summary>Relationships in which this table is pointed to.</summary>
    public IEnumerable<RelationshipDefinition> CollectionsOf(string table) => byReferenced[table];

    private static Dictionary<TKey, TItem> Unique<TKey, TItem>(IEnumerable<TItem> items, Func<TItem, TKey> key, string what)
        where TKey : notnull
    {
        var found = new Dictionary<TKey, TItem>();
        foreach (var item in items)
        {
            if (!found.TryAdd(key(item), item))
            {
                throw new SolutionRefusedException($"The {what} '{key(item)}' is defined twice by the solutions loaded. Load each solution once.");
            }
        }

        return found;
    }
}
