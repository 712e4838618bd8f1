using System.Security.Cryptography;
using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Drift;
using PowerIntegration.Plugins.Tests.Sites;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Drift;
using PowerIntegration.Tables.Versions;

namespace PowerIntegration.Plugins.Tests.Drift;

/// <summary>An environment right after an import that a controller accepted: platform rows as released, and versions with their hash.</summary>
internal sealed class InstalledRelease
{
    public const string Step = "sdkmessageprocessingstep";
    private static readonly byte[] File = [77, 90, 144, 0];
    private readonly Dictionary<string, Guid> messages = new(StringComparer.Ordinal);

    public InstalledRelease()
    {
        foreach (var step in ReleasedInstallation.Value.Steps)
        {
            AddStep(step);
        }

        foreach (var role in ReleasedInstallation.Value.Roles)
        {
            Site.Dataverse.Seed(new Entity("role", role.Id) { ["name"] = role.Name });
            foreach (var held in role.Privileges)
            {
                Grant(role.Id, held.Key, held.Value);
            }
        }

        foreach (var api in ReleasedInstallation.Value.Apis)
        {
            Apis[api.Name] = Site.Add(
                "customapi",
                ("uniquename", api.Name),
                ("executeprivilegename", api.Privilege),
                ("plugintypeid", api.PluginTypeId is { } type ? new EntityReference("plugintype", type) : null)
            );
        }

        foreach (var flow in ReleasedInstallation.Value.Flows)
        {
            Site.Dataverse.Seed(
                new Entity("workflow", flow.Id)
                {
                    ["name"] = flow.Name,
                    ["statecode"] = new OptionSetValue(1),
                    ["statuscode"] = new OptionSetValue(2),
                }
            );
        }

        Assembly = Site.Add(
            "pluginassembly",
            ("name", ReleasedInstallation.AssemblyName),
            ("version", "1.0.0.0"),
            ("content", Convert.ToBase64String(File)),
            ("modifiedby", new EntityReference("systemuser", Site.Luis))
        );
        Accept(Hash, Site.Now.AddDays(-1));
        HashVersions();
    }

    public static string Hash => Convert.ToHexStringLower(SHA256.HashData(File));

    public Site Site { get; } = new();

    public Guid Assembly { get; }

    /// <summary>Rows of custom APIs by unique name.</summary>
    public Dictionary<string, Guid> Apis { get; } = new(StringComparer.Ordinal);

    public static PluginStep FirstStep => ReleasedInstallation.Value.Steps[0];

    public Entity Row(string table, Guid id) => Site.Dataverse.Row(table, id);

    public void AddStep(PluginStep step, int mode = 0)
    {
        Site.Dataverse.Seed(
            new Entity(Step, step.Id)
            {
                ["name"] = step.Name,
                ["sdkmessageid"] = new EntityReference("sdkmessage", Message(step.Message)),
                ["sdkmessagefilterid"] = step.Table is null ? null : new EntityReference("sdkmessagefilter", Filter(step.Message, step.Table)),
                ["plugintypeid"] = new EntityReference("plugintype", step.PluginTypeId),
                ["stage"] = new OptionSetValue(step.Stage),
                ["mode"] = new OptionSetValue(mode),
                ["filteringattributes"] = step.Columns.Count == 0 ? null : string.Join(",", step.Columns),
                ["statecode"] = new OptionSetValue(0),
            }
        );
        if (step.ImageColumns.Count > 0)
        {
            Site.Add(
                "sdkmessageprocessingstepimage",
                ("sdkmessageprocessingstepid", new EntityReference(Step, step.Id)),
                ("attributes", string.Join(",", step.ImageColumns))
            );
        }
    }

    public Guid Grant(Guid role, string privilege, PrivilegeDepth depth) =>
        Site.Add("roleprivileges", ("roleid", role), ("privilegeid", Site.Add("privilege", ("name", privilege))), ("privilegedepthmask", (int)depth));

    public void Accept(string hash, DateTime on) =>
        Site.Add(
            ReleaseTable.LogicalName,
            (ReleaseTable.AssemblyHash, hash),
            (ReleaseTable.AcceptedBy, "Luis Ortega"),
            (ReleaseTable.AcceptedOn, on)
        );

    /// <summary>Findings that are not closed, by kind.</summary>
    public IReadOnlyList<Entity> Unclosed(string kind) =>
        [
            .. Site
                .Dataverse.All(FindingTable.LogicalName)
                .Where(row => (string)row[FindingTable.Kind] == kind && State(row) != FindingStateChoice.Closed),
        ];

    public static int State(Entity finding) => finding.GetAttributeValue<OptionSetValue>(FindingTable.FindingState).Value;

    private void HashVersions()
    {
        foreach (var table in VersionedTables.All)
        {
            foreach (var row in Site.Dataverse.All(table.LogicalName))
            {
                row[CommitmentTable.Key] = row.GetAttributeValue<string>(CommitmentTable.Key) ?? $"ROW|{row.Id:N}".ToUpperInvariant();
                row[CommitmentTable.VersionHash] = VersionRows.Hash(table, row);
            }
        }
    }

    private Guid Message(string name) => messages.TryGetValue(name, out var id) ? id : messages[name] = Site.Add("sdkmessage", ("name", name));

    private Guid Filter(string message, string table) =>
        messages.TryGetValue(message + table, out var id)
            ? id
            : messages[message + table] = Site.Add("sdkmessagefilter", ("primaryobjecttypecode", table), ("sdkmessageid", Message(message)));
}
