using System.Net.Http;
using System.Text.Json.Nodes;
using PowerIntegration.Local.Connectors;
using Xunit;

namespace PowerIntegration.EndToEnd.Tests.Contract;

/// <summary>One sandbox in which a month was billed by the flows, and whose connector was asked for what no flow asks.</summary>
public sealed class BilledMonth : IAsyncLifetime
{
    private const string ReadsOnly = "irene.castellano";

    internal SandboxDriver Driver { get; private set; } = null!;

    /// <summary>Operations that a flow called.</summary>
    public IReadOnlyList<string> CalledByFlows { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        // One contract waits for its owner, so that the daily flow has a hold to look up.
        using var data = PaymentHoldTests.Virginia();
        Driver = await SandboxDriver.StartAsync(data);
        Driver.Sandbox.Months.PlayNext();
        var actors = Driver.Sandbox.Procore.Actors;
        actors.Attach(actors.Find("HE-40213"), "signed.pdf", "application/pdf", [.. "%PDF"u8], Driver.Clock.GetUtcNow());
        await Driver.PollAsync();
        await PaymentHoldTests.ToNoonAsync(Driver, Driver.Clock.GetUtcNow().UtcDateTime.Date.AddDays(1));
        CalledByFlows = [.. Driver.Sandbox.Answers.Answered.Keys.Select(answered => answered.OperationId).Distinct()];
        await DriveConnectorAsync();
        await DriveRefusalsAsync();
    }

    public ValueTask DisposeAsync() => Driver.DisposeAsync();

    // As a person meets them who builds a flow: each list feeds the next choice.
    private async Task DriveConnectorAsync()
    {
        await InvokeAsync("TestConnection", []);
        var projects = await InvokeAsync("ListProjects", []);
        var project = projects["value"]![0]!["id"]!.ToString();
        Assert.NotEmpty((await InvokeAsync("ListCommitments", new JsonObject { ["projectId"] = project }))["value"]!.AsArray());
        var row = Assert.Single(await Driver.RowsAsync($"pint_projects?$filter=pint_procoreid eq '{project}'"));
        var number = row["pint_oracleprojectnumber"]!.ToString();
        Assert.NotEmpty((await InvokeAsync("ListTasks", new JsonObject { ["projectNumber"] = number }))["value"]!.AsArray());
    }

    private async Task<JsonNode> InvokeAsync(string operation, JsonObject parameters)
    {
        var call = new ConnectorCall(operation, parameters, "designer");
        var answer = await Driver.Sandbox.Connector.InvokeAsync(call, SandboxDriver.Cancellation);
        Assert.True(answer.IsSuccess, $"{operation}: {answer.StatusCode} {answer.Body}");
        return answer.Body!;
    }

    private async Task DriveRefusalsAsync()
    {
        const string Submit = "oracle/documents/submit";
        var held = (await Driver.DocumentAsync("IG 7741-1"))["pint_documentid"]!.ToString();
        await Driver.SendAsync(HttpMethod.Post, $"{Driver.Sandbox.Root}/gateway/api/v1/{Submit}", null, []);
        await Driver.GatewayAsync(SandboxDriver.FlowUser, Submit, []);
        await Driver.GatewayAsync(ReadsOnly, Submit, new JsonObject { ["documentId"] = held });
        await Driver.GatewayAsync(SandboxDriver.FlowUser, Submit, new JsonObject { ["documentId"] = Guid.Empty.ToString("D").Replace('0', 'f') });
        await Driver.GatewayAsync(SandboxDriver.FlowUser, Submit, new JsonObject { ["documentId"] = held });
        await Driver.GatewayAsync(SandboxDriver.FlowUser, "nowhere", []);
    }
}
