using System.Text.Json.Nodes;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Flows.Calls;
using PowerIntegration.Packer.Verification.Flows.Dataverse;
using PowerIntegration.Packer.Verification.Flows.Expressions;
using PowerIntegration.Packer.Verification.Flows.Privileges;
using PowerIntegration.Packer.Verification.Flows.Reading;
using PowerIntegration.Packer.Verification.Flows.Registration;

namespace PowerIntegration.Packer.Verification.Flows;

/// <summary>Rules that the flows of this product keep beyond those of the platform: a flow is wiring, explained step by step.</summary>
public static class FlowHouseCheck
{
    // A variable or arithmetic in a flow is a rule that belongs into a plug-in, so the list of kinds is short. The sweep loops over records,
    // and a call that did not finish is made again.
    private static readonly string[] Kinds = ["OpenApiConnection", "OpenApiConnectionWebhook", "If", "Scope", "Foreach", "Until", "Terminate"];

    // What else Dataverse can do belongs into a plug-in or the gateway; UpdateRecord would create a row that is missing.
    private static readonly string[] DataverseOperations = ["SubscribeWebhookTrigger", "PerformUnboundAction", "UpdateOnlyRecord"];

    // Names that a check looks up; what is computed cannot be looked up.
    private static readonly string[] NamesToWriteDown =
    [
        "entityName",
        "actionName",
        "$select",
        "$orderby",
        "$expand",
        "subscriptionRequest/entityname",
        "subscriptionRequest/filteringattributes",
    ];

    // Without them every change of every row starts the flow, as whoever made it.
    private static readonly string[] NeededByTriggers =
    [
        "subscriptionRequest/filteringattributes",
        "subscriptionRequest/filterexpression",
        "subscriptionRequest/runas",
    ];

    private static readonly string[] Filters = ["$filter", "subscriptionRequest/filterexpression"];

    /// <summary>What is wrong with the flows of this product.</summary>
    public static IEnumerable<Finding> Find(Catalogue catalogue)
    {
        DataverseModel dataverse = new(catalogue);
        ConnectorPackage[] connectors = [.. catalogue.Solutions.SelectMany(ConnectorPackage.In)];
        return catalogue
            .Solutions.Where(solution => solution.IsOwn)
            .SelectMany(CloudFlow.In)
            .Select(flow => (Flow: flow, Model: new FlowModel(flow.Flow, dataverse, connectors)))
            .SelectMany(flow => Find(flow.Flow, flow.Model).Concat(FlowPrivilegeCheck.Find(catalogue, flow.Model)));
    }

    private static IEnumerable<Finding> Find(CloudFlow flow, FlowModel model) =>
        [
            .. Registration(flow),
            .. flow.Flow.Triggers.SelectMany(trigger => Trigger(trigger.Value).Select(sentence => flow.Flow.Says(trigger.Key, sentence))),
            .. flow.Flow.Steps.SelectMany(step => Step(step).Select(sentence => flow.Flow.Says(step.Name, sentence))),
            .. CallPlace
                .Of(model)
                .SelectMany(call => Call(call).Select(fault => flow.Flow.Says($"{call.Name}/inputs/{fault.Place}", fault.Sentence))),
            .. Unused(model),
        ];

    private static IEnumerable<Finding> Registration(CloudFlow flow)
    {
        if (flow.Record.Text("StateCode") != "1" || flow.Record.Text("StatusCode") != "2")
        {
            yield return flow.Record.Says(flow.Name, "A shipped cloud flow has StateCode 1 and StatusCode 2: import turns it on.");
        }

        if (!flow.Name.StartsWith("PI - ", StringComparison.Ordinal))
        {
            yield return flow.Record.Says(flow.Name, "Flows are named PI - <Area> - <Verb Noun>. Rename it.");
        }
    }

    private static IEnumerable<string> Trigger(JsonNode? trigger)
    {
        if (trigger.Walk("runtimeConfiguration", "concurrency", "runs").Whole() is null)
        {
            yield return "The trigger does not say how many runs go on at once. Add runtimeConfiguration/concurrency/runs, 1 to 100.";
        }

        if (trigger.Member("description").Text() is null)
        {
            yield return "The trigger has no description. Say in one what starts the flow, with the meaning of every choice value.";
        }
    }

    private static IEnumerable<string> Step(FlowStep step)
    {
        if (!Kinds.Contains(step.Kind))
        {
            yield return $"Actions of type '{step.Kind}' are not used in these flows; a flow is wiring only. Move the rule into a plug-in.";
        }

        if (step.Kind == "Scope" && step.Children.Count == 0)
        {
            yield return "The scope holds no action. Add one or remove the scope.";
        }

        // A step that runs into its timeout has failed for people too.
        foreach (
            (string name, IReadOnlyList<string> statuses) in step.RunAfter.Where(entry =>
                entry.Statuses.Contains("Failed") != entry.Statuses.Contains("TimedOut")
            )
        )
        {
            yield return $"runAfter {name} takes {string.Join(", ", statuses)}. A timeout is a failure too: write Failed and TimedOut.";
        }

        if (step.Node["description"].Text() is null)
        {
            yield return "The action has no description. Say the business step in one of at most 256 characters.";
        }
    }

    private static IEnumerable<(string Place, string Sentence)> Call(CallPlace call)
    {
        foreach (string name in NamesToWriteDown.Where(name => call.Parameters[name].Text() is { } text && Template.IsComputed(text)))
        {
            yield return ($"parameters/{name}", "The value is computed, so what it names cannot be checked. Write it down.");
        }

        foreach (string name in Filters.Where(name => call.Parameters[name].Text() is ['@', not ('@' or '{'), ..]))
        {
            yield return (
                $"parameters/{name}",
                "The filter is computed as a whole, so its columns cannot be checked. Write it down with @{...} for each value."
            );
        }

        if (call.Place.Model.ApiOf(call.Host) == FlowModel.DataverseApi && !DataverseOperations.Contains(call.OperationId))
        {
            yield return (
                "host/operationId",
                $"The Dataverse operation {call.OperationId} is not used in these flows. Use one of {string.Join(", ", DataverseOperations)}."
            );
        }

        // The gateway claims, sends and reads back; a repeat by the flow only hides that the outcome is open.
        if (call.OperationId.StartsWith("Submit", StringComparison.Ordinal) && call.Inputs.Walk("retryPolicy", "type").Text() != "none")
        {
            yield return (
                "retryPolicy",
                $"The operation {call.OperationId} sends a document and is never repeated by a flow. Write the retry policy {{\"type\": \"none\"}}."
            );
        }

        foreach (string name in NeededByTriggers.Where(name => call.OperationId == "SubscribeWebhookTrigger" && !call.Parameters.ContainsKey(name)))
        {
            yield return (
                $"parameters/{name}",
                "The trigger must say which rows and columns start the flow, and as whom it runs. Add the parameter."
            );
        }
    }

    private static IEnumerable<Finding> Unused(FlowModel model)
    {
        string[] used = [.. CallPlace.Of(model).Select(call => call.Host.Member("connectionName").Text() ?? "")];
        return model
            .Flow.Connections.Select(connection => connection.Key)
            .Except(used)
            .Select(name => model.Flow.Says($"connectionReferences/{name}", "No trigger or action uses this connection. Remove it."));
    }
}
