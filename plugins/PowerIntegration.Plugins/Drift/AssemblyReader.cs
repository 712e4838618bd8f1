using System.Security.Cryptography;
using System.Text;
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
                Hash(row.GetAttributeValue<string>(Content)),
                row.GetAttributeValue<EntityReference>(ModifiedBy)?.Id
            )
            : null;
    }

    // The hash that packing prints: of the file itself, not of the text that the row keeps it in.
    private static string? Hash(string? content)
    {
        if (string.IsNullOrEmpty(content))
        {
            return null;
        }

        using var sha = SHA256.Create();
        var hex = new StringBuilder();
#pragma warning disable CA1850 // The static method does not exist in .NET Framework 4.6.2.
        foreach (var part in sha.ComputeHash(Convert.FromBase64String(content)))
#pragma warning restore CA1850
        {
            hex.Append(part.ToString("x2", CultureInfo.InvariantCulture));
        }

        return hex.ToString();
    }
}
