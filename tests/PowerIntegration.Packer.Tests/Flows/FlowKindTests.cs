using System.Text.Json.Nodes;
using PowerIntegration.Packer.Findings;
using Xunit;

namespace PowerIntegration.Packer.Tests.Flows;

/// <summary>Flows of another publisher use kinds that this product's do not; what the platform allows has no finding.</summary>
public sealed class FlowKindTests(FlowBench bench) : IClassFixture<FlowBench>
{
    private const string Everything = """
        {
          "Text": { "type": "InitializeVariable", "runAfter": {}, "inputs": { "variables": [{ "name": "text", "type": "string", "value": "a" }] } },
          "Count": { "type": "InitializeVariable", "runAfter": { "Text": ["SUCCEEDED"] },
            "inputs": { "variables": [{ "name": "count", "type": "integer", "value": 0 }] } },
          "List": { "type": "InitializeVariable", "runAfter": { "Count": ["Succeeded"] },
            "inputs": { "variables": [{ "name": "list", "type": "array" }] } },
          "Rows": {
            "type": "OpenApiConnection", "runAfter": { "List": ["Succeeded"] },
            "inputs": {
              "host": {
                "connectionName": "shared_commondataserviceforapps", "operationId": "ListRecords",
                "apiId": "/providers/Microsoft.PowerApps/apis/shared_commondataserviceforapps" },
              "parameters": {
                "entityName": "pint_documents", "$select": "pint_key,pint_documentstate,_pint_projectid_value",
                "$filter": "pint_documentstate eq 723100001",
                "$orderby": "pint_key desc,createdon", "$top": 50, "$expand": "pint_ProjectId($select=pint_name)" },
              "authentication": "@parameters('$authentication')",
              "retryPolicy": { "type": "exponential", "count": 4, "interval": "PT10S", "minimumInterval": "PT5S", "maximumInterval": "PT1H" }
            },
            "limit": { "timeout": "PT5M" },
            "runtimeConfiguration": { "paginationPolicy": { "minimumItemCount": 5000 }, "secureData": { "properties": ["outputs"] } }
          },
          "Prepared": { "type": "Query", "runAfter": { "Rows": ["Succeeded"] }, "inputs": {
            "from": "@outputs('Rows')?['body/value']", "where": "@equals(item()?['pint_documentstate'], 723100001)" } },
          "Keys": { "type": "Select", "runAfter": { "Prepared": ["Succeeded"] }, "inputs": {
            "from": "@body('Prepared')", "select": { "key": "@item()?['pint_key']", "project": "@item()?['pint_ProjectId']?['pint_name']" } } },
          "Line": { "type": "Join", "runAfter": { "Keys": ["Succeeded"] }, "inputs": { "from": "@body('Keys')", "joinWith": ", " } },
          "Sheet": { "type": "Table", "runAfter": { "Line": ["Succeeded"] }, "inputs": {
            "from": "@body('Keys')", "format": "HTML", "columns": [{ "header": "Key", "value": "@item()?['key']" }] } },
          "Parsed": { "type": "ParseJson", "runAfter": { "Sheet": ["Succeeded"] }, "inputs": {
            "content": "@string(body('Keys'))",
            "schema": { "type": "array", "items": { "type": "object", "properties": { "key": { "type": "string" } } } } } },
          "Loop": {
            "type": "Foreach", "runAfter": { "Parsed": ["Succeeded"] }, "foreach": "@body('Parsed')",
            "runtimeConfiguration": { "concurrency": { "repetitions": 20 } },
            "actions": {
              "More": { "type": "IncrementVariable", "runAfter": {}, "inputs": { "name": "count", "value": 1 } },
              "Remember": { "type": "AppendToArrayVariable", "runAfter": { "More": ["Succeeded"] },
                "inputs": { "name": "list", "value": "@items('Loop')?['key']" } },
              "Which": {
                "type": "Switch", "runAfter": { "Remember": ["Succeeded"] }, "expression": "@item()?['key']",
                "cases": { "First": { "case": "A", "actions": { "Shown": { "type": "Compose", "inputs": { "key": "@items('Loop')['key']" } } } } },
                "default": { "actions": {} }
              }
            }
          },
          "Wait_for_it": {
            "type": "Until", "runAfter": { "Loop": ["Succeeded", "Failed"] },
            "expression": { "or": [{ "greaterOrEquals": ["@variables('count')", 3] }, { "not": { "equals": ["@outputs('Round')", 1] } }] },
            "limit": { "count": 60, "timeout": "PT1H" }, "operationOptions": "FailWhenLimitsReached",
            "actions": {
              "Round": { "type": "Compose", "runAfter": {}, "inputs": "@add(iterationIndexes('Wait_for_it'), 1)" },
              "Pause": { "type": "Wait", "runAfter": { "Round": ["Succeeded"] }, "inputs": { "interval": { "count": 5, "unit": "Minute" } } }
            }
          },
          "Change": { "type": "SetVariable", "runAfter": { "Wait_for_it": ["Succeeded"] },
            "inputs": { "name": "text", "value": "@{variables('count')} of @{length(body('Keys'))} at @{utcNow()}, @@ 5" } },
          "Longer": { "type": "AppendToStringVariable", "runAfter": { "Change": ["Succeeded"] },
            "inputs": { "name": "text", "value": "@coalesce(first(variables('list')), workflow()['run']['name'])" } },
          "Sleep": { "type": "Wait", "runAfter": { "Longer": ["Succeeded"] }, "inputs": { "until": { "timestamp": "@addDays(utcNow(), 1)" } } },
          "Check": {
            "type": "If", "runAfter": { "Sleep": ["Succeeded"] },
            "expression": { "and": [{ "contains": ["@variables('text')", "a"] }, { "less": ["@length(result('Loop'))", 5] }] },
            "actions": {}, "else": { "actions": { "End": { "type": "Terminate", "inputs": { "runStatus": "Cancelled" } } } }
          }
        }
        """;

    [Fact]
    public void A_flow_with_every_kind_of_action_has_no_fault() => Assert.Empty(Platform(Everything));

    [Theory]
    [InlineData(
        """
            { "frequency": "Week", "interval": 1, "startTime": "2026-01-31T06:00:00Z", "timeZone": "Central Standard Time",
              "schedule": { "hours": ["8"], "minutes": [0], "weekDays": ["Monday"] } }
            """
    )]
    [InlineData("""{ "frequency": "Day", "interval": 1, "timeZone": "UTC", "schedule": { "hours": [6, 18] } }""")]
    [InlineData("""{ "frequency": "Month", "interval": 3 }""")]
    public void Recurrences(string recurrence) =>
        Assert.Empty(
            bench.Platform(
                root =>
                {
                    root["properties"]!["definition"]!["triggers"]!["Recurrence"]!["recurrence"] = JsonNode.Parse(recurrence);
                },
                "PI-Intake"
            )
        );

    private IReadOnlyList<Finding> Platform(string actions) =>
        bench.Platform(root => root["properties"]!["definition"]!["actions"] = JsonNode.Parse(actions));
}
