using System.Text.Json.Nodes;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Flows;

/// <summary>Actions run after actions of their own scope, call what exists with parameters that it has, and are explained.</summary>
internal static class FlowActionCheck
{
    private const int DescriptionLengthMax = 256;
    private const int NameLengthMax = 80;
    private const string Dataverse = "shared_commondataserviceforapps";

    private static readonly string[] Statuses = ["Succeeded", "Failed", "Skipped", "TimedOut"];

    // A loop, a variable or arithmetic in a flow is a rule that belongs into a plug-in, so the list of kinds is short.
    private static readonly string[] Kinds = ["OpenApiConnection", "OpenApiConnectionWebhook", "If", "Scope", "Terminate"];

    public static IEnumerable<Finding> Find(Catalogue catalogue) => FlowCheck.Flows(catalogue).SelectMany(flow => Find(catalogue, flow));

    private static IEnumerable<Finding> Find(Catalogue catalogue, FlowSource flow) =>
        from scope in flow.Scopes
        from action in scope
        from sentence in Shape(action.Key, action.Value!).Concat(RunAfter(scope, action.Value!)).Concat(Call(catalogue, flow, action.Value!))
        select flow.Says(action.Key, sentence);

    private static IEnumerable<string> Shape(string name, JsonNode action)
    {
        if (!Kinds.Contains((string?)action["type"]))
        {
            yield return $"Actions of type '{action["type"]}' are not used in these flows; a flow is wiring only.";
        }

        if (((string?)action["description"] ?? "").Length is 0 or > DescriptionLengthMax)
        {
            yield return $"An action has a description of at most {DescriptionLengthMax} characters that says the business step.";
        }

        if (name.Length > NameLengthMax || name.Contains(' ', StringComparison.Ordinal))
        {
            yield return $"The name has at most {NameLengthMax} characters and underscores for blanks.";
        }
    }

    private static IEnumerable<string> RunAfter(JsonObject scope, JsonNode action)
    {
        foreach (KeyValuePair<string, JsonNode?> after in action["runAfter"] as JsonObject ?? [])
        {
            if (!scope.ContainsKey(after.Key))
            {
                yield return $"runAfter names {after.Key}, which is not in the same scope.";
            }

            if (after.Value is not JsonArray { Count: > 0 } statuses || statuses.Any(status => !Statuses.Contains((string?)status)))
            {
                yield return $"runAfter {after.Key} lists statuses out of {string.Join(", ", Statuses)}.";
            }
        }
    }

    private static IEnumerable<string> Call(Catalogue catalogue, FlowSource flow, JsonNode action)
    {
        if (action["inputs"]?["host"] is not JsonObject host)
        {
            return [];
        }

        string connection = (string?)host["connectionName"] ?? "";
        string api = (string?)flow.Connections[connection]?["api"]?["name"] ?? "";
        if ((string?)host["apiId"] != "/providers/Microsoft.PowerApps/apis/" + api)
        {
            return [$"The connection '{connection}' is not among the flow's connectionReferences, or apiId does not fit it."];
        }

        JsonObject parameters = action["inputs"]?["parameters"] as JsonObject ?? [];
        string operation = (string?)host["operationId"] ?? "";
        return api == Dataverse ? DataverseCall(catalogue, operation, parameters) : ConnectorCall(catalogue, operation, parameters);
    }

    private static IEnumerable<string> ConnectorCall(Catalogue catalogue, string operationId, JsonObject parameters)
    {
        if (catalogue.Definition.Operations.FirstOrDefault(candidate => candidate.Id == operationId) is not { } operation)
        {
            return [$"The connector has no operation {operationId}."];
        }

        JsonNode? body = catalogue.Definition.Resolve(
            operation.Parameters.FirstOrDefault(parameter => (string?)parameter["in"] == "body")?["schema"]
        );
        string[] known = [.. (body?["properties"] as JsonObject ?? []).Select(member => "body/" + member.Key), .. Plain(operation)];
        string[] required = [.. (body?["required"] as JsonArray ?? []).Select(member => "body/" + member), .. Plain(operation)];
        return Differences(parameters, known, required);
    }

    private static IEnumerable<string> Plain(ConnectorOperation operation) =>
        operation.Parameters.Where(parameter => (string?)parameter["in"] != "body").Select(parameter => (string?)parameter["name"] ?? "");

    private static IEnumerable<string> DataverseCall(Catalogue catalogue, string operationId, JsonObject parameters)
    {
        switch (operationId)
        {
            case "PerformUnboundAction":
                return Action(catalogue, parameters);
            case "UpdateOnlyRecord":
                TableSource? table = catalogue.Tables.FirstOrDefault(table => table.SetName == (string?)parameters["entityName"]);
                return table is null
                    ? [$"The set '{parameters["entityName"]}' does not exist; actions take set names."]
                    : Differences(
                        parameters,
                        ["entityName", "recordId", .. table.Columns.Select(column => "item/" + column.Text("LogicalName"))],
                        ["entityName", "recordId"]
                    );
            default:
                return [$"The Dataverse operation {operationId} is not used in these flows."];
        }
    }

    private static IEnumerable<string> Action(Catalogue catalogue, JsonObject parameters)
    {
        string name = (string?)parameters["actionName"] ?? "";
        if (!catalogue.CustomApis.Any(api => api.Attribute("uniquename") == name))
        {
            return [$"The custom API '{name}' does not exist."];
        }

        SourceElement[] inputs =
        [
            .. catalogue
                .All("customapis", "/customapirequestparameter.xml")
                .Where(input => input.File.StartsWith($"customapis/{name}/", StringComparison.Ordinal)),
        ];
        return Differences(
            parameters,
            ["actionName", .. inputs.Select(input => "item/" + input.Attribute("uniquename"))],
            ["actionName", .. inputs.Where(input => input.Text("isoptional") == "0").Select(input => "item/" + input.Attribute("uniquename"))]
        );
    }

    private static IEnumerable<string> Differences(JsonObject parameters, string[] known, string[] required)
    {
        string[] given = [.. parameters.Select(parameter => parameter.Key)];
        return
        [
            .. given.Except(known).Select(name => $"The parameter {name} does not exist there."),
            .. required.Except(given).Select(name => $"The required parameter {name} is not given."),
        ];
    }
}
