using System.Text.Json.Nodes;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Approvals;
using PowerIntegration.Packer.Verification.Flows.Dataverse;
using PowerIntegration.Packer.Verification.Flows.Reading;
using PowerIntegration.Packer.Verification.Flows.Typing;
using PowerIntegration.Packer.Verification.Json;

namespace PowerIntegration.Packer.Verification.Flows.Calls;

/// <summary>A call of the Dataverse connector names tables, columns, values and custom APIs that exist.</summary>
internal static class DataverseCallCheck
{
    private const string Item = "item/";
    private const string Trigger = "SubscribeWebhookTrigger";

    private static readonly string[] EntityName = ["entityName"];
    private static readonly string[] OneRow = ["entityName", "recordId"];

    private static readonly Dictionary<string, (string[] Required, string[] Optional)> Operations = new()
    {
        ["ListRecords"] = (EntityName, ["$select", "$filter", "$orderby", "$top", "$expand"]),
        ["GetItem"] = (OneRow, ["$select", "$expand"]),
        ["CreateRecord"] = (EntityName, []),
        ["UpdateRecord"] = (OneRow, []),
        ["UpdateOnlyRecord"] = (OneRow, []),
        ["DeleteRecord"] = (OneRow, []),
        ["PerformUnboundAction"] = (["actionName"], []),
        [Trigger] = (
            ["subscriptionRequest/message", "subscriptionRequest/entityname", "subscriptionRequest/scope"],
            ["subscriptionRequest/filteringattributes", "subscriptionRequest/filterexpression", "subscriptionRequest/runas"]
        ),
    };

    /// <summary>What is wrong with a call.</summary>
    public static IEnumerable<JsonFault> Find(DataverseModel model, CallPlace call)
    {
        if (!Operations.TryGetValue(call.OperationId, out (string[] Required, string[] Optional) operation))
        {
            string known = string.Join(", ", Operations.Keys);
            return [new JsonFault("host/operationId", $"The Dataverse operation '{call.OperationId}' is not supported here. Known are {known}.")];
        }

        return [.. Kind(call), .. Names(call, operation.Required, operation.Optional), .. Nothing(call), .. Content(model, call)];
    }

    private static IEnumerable<JsonFault> Kind(CallPlace call)
    {
        bool isTrigger = call.OperationId == Trigger;
        if (isTrigger != (call.Kind == "OpenApiConnectionWebhook") || (call.IsTrigger && !isTrigger))
        {
            yield return new JsonFault(
                "host/operationId",
                $"The operation {call.OperationId} does not go with {(call.IsTrigger ? "a trigger" : "an action")} of type {call.Kind}. Correct one."
            );
        }
    }

    private static IEnumerable<JsonFault> Nothing(CallPlace call)
    {
        bool writes = call.OperationId is "CreateRecord" or "UpdateRecord" or "UpdateOnlyRecord";
        if (writes && !call.Parameters.Any(parameter => parameter.Key.StartsWith(Item, StringComparison.Ordinal)))
        {
            yield return new JsonFault("parameters", $"The call of {call.OperationId} writes no column. Add one as item/<column>.");
        }
    }

    private static IEnumerable<JsonFault> Names(CallPlace call, string[] required, string[] optional)
    {
        bool takesItems = call.OperationId is "CreateRecord" or "UpdateRecord" or "UpdateOnlyRecord" or "PerformUnboundAction";
        foreach (string missing in required.Where(name => !call.Parameters.ContainsKey(name)))
        {
            yield return new JsonFault($"parameters/{missing}", $"The required parameter {missing} is not given. Add it.");
        }

        foreach (string name in call.Parameters.Select(parameter => parameter.Key))
        {
            bool isItem = takesItems && name.StartsWith(Item, StringComparison.Ordinal);
            if (!isItem && !required.Contains(name) && !optional.Contains(name))
            {
                string known = string.Join(", ", [.. required, .. optional, .. takesItems ? ["item/..."] : Array.Empty<string>()]);
                yield return new JsonFault($"parameters/{name}", $"The parameter {name} is unknown in {call.OperationId}. Known are {known}.");
            }
        }
    }

    private static IEnumerable<JsonFault> Content(DataverseModel model, CallPlace call)
    {
        switch (call.OperationId)
        {
            case Trigger:
                return RowTriggerCheck.Find(model, call);
            case "PerformUnboundAction":
                return Action(model, call);
            default:
                JsonNode? set = call.Parameters["entityName"];
                return model.Set(set.Text()) is { } table
                    ? [.. Foreign(call), .. Record(call), .. new QueryCheck(model, table, call).Find(), .. Items(model, table, call)]
                    : NoSuch(call, "entityName", $"The set {set.Show()} does not exist; actions take set names, such as pint_documents. Correct it.");
        }
    }

    // A flow that writes there would write what only a person's answer may.
    private static IEnumerable<JsonFault> Foreign(CallPlace call) =>
        call.OperationId is not ("ListRecords" or "GetItem") && ApprovalTables.Find(call.Parameters["entityName"].Text()) is { } table
            ?
            [
                new JsonFault(
                    "parameters/entityName",
                    $"Rows of {table} are written by the platform's approvals service only. Ask with CreateAnApproval of shared_approvals."
                ),
            ]
            : [];

    private static IEnumerable<JsonFault> NoSuch(CallPlace call, string parameter, string sentence) =>
        call.Parameters.ContainsKey(parameter) ? [new JsonFault($"parameters/{parameter}", sentence)] : [];

    private static IEnumerable<JsonFault> Record(CallPlace call) =>
        call.Parameters.TryGetPropertyValue("recordId", out JsonNode? id)
        && (id is null || ValueFit.Fault(new ScalarShape(ScalarKind.Id), id, call.Place) is not null)
            ?
            [
                new JsonFault(
                    "parameters/recordId",
                    $"The value is {id.Show()}, and the id of a row is expected. Write a GUID or an expression that gives one."
                ),
            ]
            : [];

    private static IEnumerable<JsonFault> Items(DataverseModel model, TableModel table, CallPlace call) =>
        from parameter in call.Parameters
        where parameter.Key.StartsWith(Item, StringComparison.Ordinal)
        let fault = ItemCheck.Fault(model, table, parameter.Key[Item.Length..], parameter.Value, call)
        where fault is not null
        select new JsonFault($"parameters/{parameter.Key}", fault);

    private static IEnumerable<JsonFault> Action(DataverseModel model, CallPlace call)
    {
        string name = call.Parameters["actionName"].Text() ?? "";
        if (model.CustomApi(name) is not { } api)
        {
            return NoSuch(call, "actionName", $"The custom API '{name}' does not exist. Correct the name.");
        }

        return
        [
            .. api.IsUnboundAction
                ? []
                : NoSuch(
                    call,
                    "actionName",
                    $"The custom API {name} is a function or bound to a table; an unbound action cannot call it. Choose another one."
                ),
            .. api
                .Inputs.Where(input => input.IsRequired && !call.Parameters.ContainsKey(Item + input.Name))
                .Select(input => new JsonFault($"parameters/{Item}{input.Name}", $"The required parameter {Item}{input.Name} is not given. Add it.")),
            .. call
                .Parameters.Where(parameter => parameter.Key.StartsWith(Item, StringComparison.Ordinal))
                .SelectMany(parameter => Input(api, parameter.Key, parameter.Value, call)),
        ];
    }

    private static IEnumerable<JsonFault> Input(CustomApiModel api, string parameter, JsonNode? value, CallPlace call)
    {
        CustomApiModel.Input? input = api.Inputs.FirstOrDefault(candidate => candidate.Name == parameter[Item.Length..]);
        string? fault = input is null
            ? $"The parameter {parameter} does not exist there: {api.Name} takes {string.Join(", ", api.Inputs.Select(candidate => candidate.Name))}."
            : ValueFit.Required(input.Shape, value, call.Place, input.IsRequired);
        return fault is null ? [] : [new JsonFault($"parameters/{parameter}", fault)];
    }
}
