using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Approvals;
using PowerIntegration.Packer.Verification.Flows.Calls;
using PowerIntegration.Packer.Verification.Flows.Reading;

namespace PowerIntegration.Packer.Verification.Flows.Privileges;

/// <summary>The role that the user of the flows is given holds everything that their steps need.</summary>
internal static class FlowPrivilegeCheck
{
    private const string RoleOfFlows = "PowerIntegration Flow Connection";

    private const string Trigger = "SubscribeWebhookTrigger";

    private static readonly string[] OfWriting = ["Read", "Write"];

    // What each operation of the Dataverse connector does to the rows of its table.
    private static readonly Dictionary<string, string[]> Verbs = new()
    {
        [Trigger] = ["Read"],
        ["GetItem"] = ["Read"],
        ["ListRecords"] = ["Read"],
        ["CreateRecord"] = ["Create", "Read"],
        ["UpdateRecord"] = OfWriting,
        ["UpdateOnlyRecord"] = OfWriting,
        ["DeleteRecord"] = ["Read", "Delete"],
    };

    /// <summary>What the role of the flows lacks for a flow.</summary>
    /// <param name="catalogue">The solutions with the roles, tables and custom APIs.</param>
    /// <param name="model">The flow.</param>
    public static IEnumerable<Finding> Find(Catalogue catalogue, FlowModel model)
    {
        string name = RoleOf(catalogue, model);
        string[] held = [.. catalogue.All("Roles", ".xml").Where(role => role.Attribute("name") == name).SelectMany(Held)];
        return CallPlace
            .Of(model)
            .Where(call => model.ApiOf(call.Host) == FlowModel.DataverseApi)
            .SelectMany(call => Needed(catalogue, call).Except(held).Select(privilege => Lacking(model, call, privilege, name)));
    }

    // Flows whose solution ships a role run with that role, so that the others need not hold its privileges.
    private static string RoleOf(Catalogue catalogue, FlowModel model) =>
        catalogue
            .Solutions.Where(solution => solution.Files.Contains(model.Flow.File))
            .SelectMany(solution => solution.XmlIn("Roles", ".xml"))
            .Select(role => role.Attribute("name"))
            .FirstOrDefault()
        ?? RoleOfFlows;

    private static Finding Lacking(FlowModel model, CallPlace call, string privilege, string role) =>
        model.Flow.Says(call.Name, $"The step needs the privilege {privilege}, and the role {role} does not hold it. Add it with the level Global.");

    private static IEnumerable<string> Needed(Catalogue catalogue, CallPlace call)
    {
        if (call.Parameters["actionName"].Text() is { } action)
        {
            return catalogue.CustomApis.Where(api => api.Attribute("uniquename") == action).Select(api => api.Text("executeprivilegename"));
        }

        string[] verbs = Verbs.GetValueOrDefault(call.OperationId, []);
        string[] ofTrigger = call.OperationId == Trigger ? [.. Catalogue.PlatformPrivileges] : [];
        return catalogue
            .Tables.Where(table => IsOf(table, call))
            .Select(table => table.SchemaName)
            .Concat(OfApprovals(call))
            .SelectMany(name => verbs.Select(verb => $"prv{verb}{name}"))
            .Concat(ofTrigger);
    }

    // A trigger names the table, an action its set.
    private static bool IsOf(TableSource table, CallPlace call) =>
        call.Parameters["subscriptionRequest/entityname"].Text() == table.LogicalName || call.Parameters["entityName"].Text() == table.SetName;

    private static IEnumerable<string> OfApprovals(CallPlace call) =>
        new[] { "subscriptionRequest/entityname", "entityName" }.Select(name => ApprovalTables.Find(call.Parameters[name].Text())).OfType<string>();

    // A flow works on rows of every owner.
    private static IEnumerable<string> Held(SourceElement role) =>
        role.Below("RolePrivileges", "RolePrivilege").Where(held => held.Attribute("level") == "Global").Select(held => held.Attribute("name"));
}
