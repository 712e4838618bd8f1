using System.Reflection;
using PowerIntegration.Local.Dataverse.Metadata;
using PowerIntegration.Local.Dataverse.Security;
using PowerIntegration.Local.Dataverse.Storage;

namespace PowerIntegration.Local.Dataverse.Components;

/// <summary>Writes what the solutions brought as rows of the platform's tables, as if an administrator had just imported them.</summary>
internal static class ComponentRows
{
    // As a role's file spells them, with the mask that an import makes of each.
    private static readonly Dictionary<string, int> Depths = new(StringComparer.Ordinal)
    {
        ["Basic"] = 1,
        ["Local"] = 2,
        ["Deep"] = 4,
        ["Global"] = 8,
    };

    public static void Write(RowStore store, OrganizationModel model, IReadOnlyList<string> assemblyFiles, DateTime now)
    {
        var writer = new Writer(store, model, store.Begin());
        Assemblies(writer, model, assemblyFiles, now);
        Steps(writer, model);
        foreach (var role in model.Roles.Values)
        {
            foreach (var (privilege, level) in role.Levels)
            {
                Grant(writer, role.Id, privilege, Depths[level]);
            }
        }

        foreach (var api in model.CustomApis)
        {
            Api(writer, api, api.ExecutePrivilege);
        }

        foreach (var flow in model.Workflows)
        {
            writer.Put(
                ComponentTables.Workflow,
                flow.Id,
                ("name", flow.Name),
                ("category", 5),
                ("type", 1),
                ("statecode", flow.IsActivated ? 1 : 0),
                ("statuscode", flow.IsActivated ? 2 : 1)
            );
        }

        store.Commit(writer.Transaction);
    }

    /// <summary>Id of the row that ties a role to a privilege.</summary>
    public static Guid GrantId(Guid roleId, string privilege) => StableId.Of($"roleprivilege {roleId} {privilege.ToLowerInvariant()}");

    /// <summary>Gives a role a privilege, at a depth of Dataverse's mask.</summary>
    public static void Grant(Writer writer, Guid roleId, string privilege, int depth)
    {
        var id = StableId.Of("privilege " + privilege.ToLowerInvariant());
        writer.Put(ComponentTables.Privilege, id, ("name", privilege));
        writer.Put(ComponentTables.RolePrivilege, GrantId(roleId, privilege), ("roleid", roleId), ("privilegeid", id), ("privilegedepthmask", depth));
    }

    /// <summary>A custom API with the privilege that its row says.</summary>
    public static void Api(Writer writer, CustomApiDefinition api, string? privilege) =>
        writer.Put(
            "customapi",
            StableId.Of("customapi " + api.UniqueName),
            ("uniquename", api.UniqueName),
            ("name", api.UniqueName),
            ("executeprivilegename", privilege),
            ("plugintypeid", api.PluginTypeId is { } type ? new RowReference(ComponentTables.PluginType, type) : null)
        );

    /// <summary>A step of any assembly.</summary>
    public static void Step(Writer writer, StepDefinition step)
    {
        var message = StableId.Of("sdkmessage " + step.Message);
        var filter = StableId.Of($"sdkmessagefilter {step.Message} {step.PrimaryEntity}");
        writer.Put(ComponentTables.Message, message, ("name", step.Message));
        if (step.PrimaryEntity is { } table)
        {
            writer.Put(
                ComponentTables.MessageFilter,
                filter,
                ("primaryobjecttypecode", table),
                ("sdkmessageid", new RowReference(ComponentTables.Message, message))
            );
        }

        writer.Put(
            ComponentTables.Step,
            step.Id,
            ("name", step.Name),
            ("sdkmessageid", new RowReference(ComponentTables.Message, message)),
            ("sdkmessagefilterid", step.PrimaryEntity is null ? null : new RowReference(ComponentTables.MessageFilter, filter)),
            ("plugintypeid", new RowReference(ComponentTables.PluginType, step.PluginTypeId)),
            ("stage", step.Stage),
            ("mode", 0),
            ("rank", step.Rank),
            ("filteringattributes", step.FilteringAttributes.Count == 0 ? null : string.Join(',', step.FilteringAttributes)),
            ("statecode", 0),
            ("statuscode", 1)
        );
    }

    private static void Assemblies(Writer writer, OrganizationModel model, IReadOnlyList<string> files, DateTime now)
    {
        var built = files.ToDictionary(file => AssemblyName.GetAssemblyName(file).FullName, StringComparer.Ordinal);
        foreach (var assembly in model.Assemblies)
        {
            var name = new AssemblyName(assembly.FullName);
            writer.Put(
                ComponentTables.Assembly,
                assembly.Id,
                ("name", name.Name),
                ("version", name.Version?.ToString()),
                ("content", built.TryGetValue(assembly.FullName, out var file) ? Convert.ToBase64String(File.ReadAllBytes(file)) : null),
                ("modifiedby", new RowReference(SystemTables.User, SystemTables.SystemUserId)),
                ("modifiedon", now)
            );
        }

        foreach (var type in model.PluginTypes.Values)
        {
            var assembly = model.Assemblies.First(one => one.FullName == type.AssemblyFullName);
            writer.Put(
                ComponentTables.PluginType,
                type.Id,
                ("name", type.TypeName),
                ("typename", type.TypeName),
                ("pluginassemblyid", new RowReference(ComponentTables.Assembly, assembly.Id))
            );
        }
    }

    private static void Steps(Writer writer, OrganizationModel model)
    {
        foreach (var step in model.Steps)
        {
            Step(writer, step);
            foreach (var image in step.Images)
            {
                writer.Put(
                    ComponentTables.StepImage,
                    StableId.Of($"stepimage {step.Id} {image.Alias}"),
                    ("name", image.Alias),
                    ("entityalias", image.Alias),
                    ("attributes", string.Join(',', image.Columns)),
                    ("imagetype", image.Before ? (image.After ? 2 : 0) : 1),
                    ("sdkmessageprocessingstepid", new RowReference(ComponentTables.Step, step.Id))
                );
            }
        }
    }

    /// <summary>Writes rows of one transaction.</summary>
    internal sealed record Writer(RowStore Store, OrganizationModel Model, Transaction Transaction)
    {
        public void Put(string table, Guid id, params (string Column, object? Value)[] values) =>
            SystemRows.Put(
                Store,
                Transaction,
                Model.FindTable(table)!,
                id,
                values.Where(one => one.Value is not null).ToDictionary(one => one.Column, one => one.Value!)
            );
    }
}
