using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Drift;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables.Drift;

namespace PowerIntegration.Plugins.Drift;

/// <summary>
/// Reads from the platform's own tables what the environment has of the release: the steps, roles and flows that were released, and the steps of
/// others on our tables. Seven requests, whatever the size of the environment.
/// </summary>
internal static class InstallationReader
{
    private const string Step = "sdkmessageprocessingstep";
    private const string StepId = "sdkmessageprocessingstepid";
    private const string Image = "sdkmessageprocessingstepimage";
    private const string ImageColumns = "attributes";
    private const string Message = "sdkmessage";
    private const string MessageId = "sdkmessageid";
    private const string MessageFilter = "sdkmessagefilter";
    private const string MessageFilterId = "sdkmessagefilterid";
    private const string TableName = "primaryobjecttypecode";
    private const string PluginTypeId = "plugintypeid";
    private const string Stage = "stage";
    private const string Mode = "mode";
    private const string FilteringColumns = "filteringattributes";
    private const string State = "statecode";
    private const string Name = "name";
    private const string Role = "role";
    private const string RoleId = "roleid";
    private const string RolePrivileges = "roleprivileges";
    private const string Depth = "privilegedepthmask";
    private const string Privilege = "privilege";
    private const string PrivilegeId = "privilegeid";
    private const string CustomApi = "customapi";
    private const string UniqueName = "uniquename";
    private const string ExecutePrivilege = "executeprivilegename";
    private const string Workflow = "workflow";
    private const string WorkflowId = "workflowid";
    private const int Synchronous = 0;
    private const int Enabled = 0;
    private const int Activated = 1;

    // 20,000 privileges of eight roles, and as many steps on our tables: more than any environment has.
    private const int PagesMax = 4;

    /// <summary>What the environment has.</summary>
    /// <param name="service">Reads as SYSTEM.</param>
    /// <param name="released">What to look for.</param>
    public static Installation Read(IOrganizationService service, Installation released) =>
        new(Steps(service, released), Roles(service, released), Apis(service, released), Flows(service, released));

    private static List<PluginStep> Steps(IOrganizationService service, Installation released)
    {
        var ids = Ids(released.Steps.Select(step => step.Id));
        var own = StepQuery(JoinOperator.LeftOuter, out _);
        own.Criteria.AddCondition(StepId, ConditionOperator.In, ids);
        // What runs after the save cannot change or refuse it, and the platform registers such steps by itself.
        var others = StepQuery(JoinOperator.Inner, out var filter);
        others.Criteria.AddCondition(Mode, ConditionOperator.Equal, Synchronous);
        filter.LinkCriteria.AddCondition(TableName, ConditionOperator.In, ReleasedInstallation.Tables.Cast<object>().ToArray());
        var images = Rows.Of(Image, [StepId, ImageColumns]);
        images.Criteria.AddCondition(StepId, ConditionOperator.In, ids);
        var given = Pages(service, images).ToLookup(row => row.GetAttributeValue<EntityReference>(StepId)?.Id, row => row);
        return [.. Pages(service, own).Concat(Pages(service, others)).GroupBy(row => row.Id).Select(rows => Found(rows.First(), given[rows.Key]))];
    }

    private static QueryExpression StepQuery(JoinOperator table, out LinkEntity filter)
    {
        var query = Rows.Of(Step, [Name, PluginTypeId, Stage, Mode, FilteringColumns, State]);
        query.AddLink(Message, MessageId, MessageId, JoinOperator.LeftOuter).Join(Message, [Name]);
        filter = query.AddLink(MessageFilter, MessageFilterId, MessageFilterId, table).Join(MessageFilter, [TableName]);
        return query;
    }

    private static PluginStep Found(Entity row, IEnumerable<Entity> images) =>
        new()
        {
            Id = row.Id,
            Name = row.GetAttributeValue<string>(Name) ?? row.Id.ToString(),
            Message = Joined(row, Message, Name) as string ?? "",
            Table = Joined(row, MessageFilter, TableName) as string,
            PluginTypeId = row.GetAttributeValue<EntityReference>(PluginTypeId)?.Id ?? Guid.Empty,
            Stage = Choice(row, Stage),
            IsSynchronous = Choice(row, Mode) == Synchronous,
            IsEnabled = Choice(row, State) == Enabled,
            Columns = PluginStep.ReadColumns(row.GetAttributeValue<string>(FilteringColumns)),
            ImageColumns = PluginStep.ReadColumns(string.Join(",", images.Select(image => image.GetAttributeValue<string>(ImageColumns)))),
        };

    private static List<SecurityRole> Roles(IOrganizationService service, Installation released)
    {
        var ids = Ids(released.Roles.Select(role => role.Id));
        var roles = Rows.Of(Role, [Name]);
        roles.Criteria.AddCondition(RoleId, ConditionOperator.In, ids);
        var privileges = Rows.Of(RolePrivileges, [RoleId, Depth]);
        privileges.Criteria.AddCondition(RoleId, ConditionOperator.In, ids);
        privileges.AddLink(Privilege, PrivilegeId, PrivilegeId).Join(Privilege, [Name]);
        var granted = Pages(service, privileges).ToLookup(row => row.GetAttributeValue<Guid>(RoleId));
        return
        [
            .. Rows.All(service, roles)
                .Select(role => new SecurityRole(role.Id, role.GetAttributeValue<string>(Name) ?? "", Privileges(granted[role.Id]))),
        ];
    }

    private static Dictionary<string, PrivilegeDepth> Privileges(IEnumerable<Entity> rows)
    {
        var privileges = new Dictionary<string, PrivilegeDepth>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in rows)
        {
            if (Joined(row, Privilege, Name) is string name)
            {
                privileges[name] = (PrivilegeDepth)row.GetAttributeValue<int>(Depth);
            }
        }

        return privileges;
    }

    private static List<GatedApi> Apis(IOrganizationService service, Installation released)
    {
        var query = Rows.Of(CustomApi, [UniqueName, ExecutePrivilege, PluginTypeId]);
        query.Criteria.AddCondition(UniqueName, ConditionOperator.In, released.Apis.Select(api => (object)api.Name).ToArray());
        return
        [
            .. Rows.All(service, query)
                .Select(row => new GatedApi(
                    row.GetAttributeValue<string>(UniqueName),
                    row.GetAttributeValue<string>(ExecutePrivilege),
                    row.GetAttributeValue<EntityReference>(PluginTypeId)?.Id
                )),
        ];
    }

    private static List<CloudFlow> Flows(IOrganizationService service, Installation released)
    {
        var query = Rows.Of(Workflow, [Name, State]);
        query.Criteria.AddCondition(WorkflowId, ConditionOperator.In, Ids(released.Flows.Select(flow => flow.Id)));
        return
        [
            .. Rows.All(service, query)
                .Select(row => new CloudFlow(row.Id, row.GetAttributeValue<string>(Name) ?? "", Choice(row, State) == Activated)),
        ];
    }

    private static IReadOnlyList<Entity> Pages(IOrganizationService service, QueryExpression query) =>
        Rows.Pages(service, query, PagesMax)
        ?? throw new InvalidPluginExecutionException(
            $"There are more rows of {query.EntityName} on PowerIntegration's tables and roles than can be compared in one run. Contact support."
        );

    private static object[] Ids(IEnumerable<Guid> ids) => [.. ids.Cast<object>()];

    private static int Choice(Entity row, string column) => row.GetAttributeValue<OptionSetValue>(column)?.Value ?? 0;

    private static object? Joined(Entity row, string alias, string column) => row.GetAttributeValue<AliasedValue>(alias + "." + column)?.Value;
}
