using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Drift;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables.Drift;

namespace PowerIntegration.Plugins.Drift;

/// <summary>Reads the plug-in assembly that the environment stores.</summary>
internal static class AssemblyReader
{
    private const string Table = "pluginassembly";
    private const string Name = "name";
    private const string Version = "version";
    private const string Content = "content";
    private const string ModifiedBy = "modifiedby";

    /// <summary>The assembly with the hash of its file; null where the environment has none of its name.</summary>
    public static FoundAssembly? Find(IOrganizationService service)
    {
        var query = Rows.Of(Table, [Version, Content, ModifiedBy]);
        query.Criteria.AddCondition(Name, ConditionOperator.Equal, ReleasedInstallation.AssemblyName);
        return Rows.First(service, query) is { } row
            ? new FoundAssembly(
                row.GetAttributeValue<string>(Version) ?? "",
                FoundAssembly.HashOf(row.GetAttributeValue<string>(Content)),
                row.GetAttributeValue<EntityReference>(ModifiedBy)?.Id
            )
            : null;
    }
}
