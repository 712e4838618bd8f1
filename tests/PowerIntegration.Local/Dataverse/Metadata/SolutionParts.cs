namespace PowerIntegration.Local.Dataverse.Metadata;

/// <summary>What the loader has collected from the folders so far.</summary>
internal sealed class SolutionParts
{
    public List<TableDefinition> Tables { get; } = [];

    public List<RelationshipDefinition> Relationships { get; } = [];

    public List<CustomApiDefinition> CustomApis { get; } = [];

    public List<PluginTypeDefinition> PluginTypes { get; } = [];

    public List<StepDefinition> Steps { get; } = [];

    public List<RoleDefinition> Roles { get; } = [];

    public List<AssemblyDefinition> Assemblies { get; } = [];

    public List<WorkflowDefinition> Workflows { get; } = [];

    public Dictionary<string, ChoiceDefinition> Choices { get; } = [];
}
