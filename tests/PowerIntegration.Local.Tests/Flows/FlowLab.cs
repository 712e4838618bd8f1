using System.Text.Json.Nodes;
using PowerIntegration.Local.Clock;
using PowerIntegration.Local.Expressions;
using PowerIntegration.Local.Flows.Definition;
using PowerIntegration.Local.Flows.Running;
using PowerIntegration.Local.Flows.Runtime;
using Xunit;

namespace PowerIntegration.Local.Tests.Flows;

/// <summary>Runs small flows that a test writes as JSON.</summary>
internal sealed class FlowLab
{
    public const string Manual = """{"manual":{"type":"Request","kind":"Button","inputs":{"schema":{}}}}""";
    private const string Name = "PI - Test - Try It";

    public DrivenClock Clock { get; } = new(new DateTimeOffset(2025, 11, 30, 9, 0, 0, TimeSpan.Zero));

    public ScriptedConnector Connector { get; } = new();

    public FlowRuntimeSettings Settings { get; init; } = new();

    public static FlowDefinition Define(string actions, string triggers = Manual, string parameters = "{}") =>
        FlowReader.Read(Json(actions, triggers, parameters), Name, new Guid("88dd8ceb-e083-5f18-9020-fae959d79941"), true, "Workflows/Test.json");

    public static JsonObject Json(string actions, string triggers = Manual, string parameters = "{}") =>
        (JsonObject)
            JsonText.Parse(
                $$"""
                {
                  "schemaVersion": "1.0.0.0",
                  "properties": {
                    "templateName": "",
                    "connectionReferences": {
                      "test": { "runtimeSource": "embedded", "connection": { "connectionReferenceLogicalName": "pint_test" },
                      "api": { "name": "shared_test" } }
                    },
                    "definition": {
                      "$schema": "s", "contentVersion": "1.0.0.0",
                      "parameters": { "$connections": { "type": "Object" }, "$authentication": { "type": "SecureObject" },
                      "given": { "type": "Object", "defaultValue": {{parameters}} } },
                      "triggers": {{triggers}}, "actions": {{actions}}, "outputs": {}
                    }
                  }
                }
                """
            )!;

    public FlowRuntime Runtime(params FlowDefinition[] flows) => new(flows, [Connector], Clock, new SeededIdSource(3), Settings);

    public async Task<FlowRun> RunAsync(string actions, string body = "{}")
    {
        using var runtime = Runtime(Define(actions));
        runtime.Start(Name, (JsonObject)JsonNode.Parse(body)!);
        Assert.Equal(1, await runtime.RunDueAsync(TestContext.Current.CancellationToken));
        return Assert.Single(runtime.Runs);
    }

    /// <summary>The value of a Compose named Result.</summary>
    public async Task<string> ResultAsync(string actions, string body = "{}")
    {
        var run = await RunAsync(actions, body);
        Assert.Null(run.Error);
        return CompactJson.Write(run.Action("Result").Outputs);
    }

    public static string StatusesOf(FlowRun run) =>
        string.Join(' ', run.Actions.Select(action => $"{action.Name}={action.Status}").Append($"run={run.Status}"));

    public static string Call(string operation = "DoIt", string parameters = "{}", string extra = "") =>
        $$"""
            {"type":"OpenApiConnection","inputs":{"host":{"connectionName":"test","operationId":"{{operation}}","apiId":"x"},
            "parameters":{{parameters}},"authentication":"@parameters('$authentication')"{{extra}} } }
            """;
}
