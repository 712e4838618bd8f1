using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Flows.Dataverse;

/// <summary>
/// Tables and custom APIs of all solutions, and the tables of approvals, as the Web API shows them. Each is read when it is first asked for.
/// </summary>
/// <param name="catalogue">The solutions.</param>
internal sealed class DataverseModel(Catalogue catalogue)
{
    private readonly Dictionary<string, TableModel> tables = [];
    private readonly Dictionary<string, CustomApiModel> customApis = [];

    private ILookup<string, SourceElement>? choices;

    /// <summary>The table of this logical name, or null.</summary>
    public TableModel? Table(string? logicalName) =>
        Model(catalogue.Tables.FirstOrDefault(table => table.LogicalName == logicalName)) ?? ApprovalTableModels.Table(logicalName);

    /// <summary>The table of this entity set, or null.</summary>
    public TableModel? Set(string? setName) =>
        string.IsNullOrEmpty(setName)
            ? null
            : Model(catalogue.Tables.FirstOrDefault(table => table.SetName == setName)) ?? ApprovalTableModels.Set(setName);

    /// <summary>The custom API of this unique name, or null.</summary>
    public CustomApiModel? CustomApi(string? name)
    {
        if (catalogue.CustomApis.FirstOrDefault(api => api.Attribute("uniquename") == name) is not { } source)
        {
            return null;
        }

        if (!customApis.TryGetValue(source.File, out CustomApiModel? api))
        {
            customApis[source.File] = api = CustomApiModel.Of(catalogue, source);
        }

        return api;
    }

    private TableModel? Model(TableSource? source)
    {
        if (source is null)
        {
            return null;
        }

        choices ??= catalogue.All("OptionSets", ".xml").ToLookup(set => set.Attribute("Name"));
        if (!tables.TryGetValue(source.LogicalName, out TableModel? table))
        {
            tables[source.LogicalName] = table = TableReading.Of(catalogue, choices, source);
        }

        return table;
    }
}
