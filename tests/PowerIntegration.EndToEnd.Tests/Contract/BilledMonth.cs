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
        await DriveMappingAsync(project);
    }

    // The code that no rule takes is found, asked about, mapped by a draft, and proved.
    private async Task DriveMappingAsync(string project)
    {
        JsonObject Of(params (string Name, string Value)[] members) =>
            new([new("projectId", project), .. members.Select(member => new KeyValuePair<string, JsonNode?>(member.Name, member.Value))]);

        Assert.NotEmpty((await InvokeAsync("ListSegments", Of()))["value"]!.AsArray());
        Assert.NotEmpty((await InvokeAsync("ListMappedTasks", Of()))["value"]!.AsArray());
        Assert.NotEmpty((await InvokeAsync("ListExpenditureTypes", []))["value"]!.AsArray());
        Assert.NotEmpty((await InvokeAsync("ListOrganizations", []))["value"]!.AsArray());
        var codes = await InvokeAsync("ListWbsCodes", Of(("asOf", "2025-10-31"), ("state", "Uncovered")));
        var code = codes["value"]!.AsArray().Single(one => one!["costCode"]!.ToString() == "07-840")!;
        Assert.Equal("wbs-unmapped", (await ResolveAsync(project, code))["reasonCode"]!.ToString());
        var draft = await InvokeAsync(
            "DraftMapping",
            new JsonObject
            {
                ["body/projectId"] = project,
                ["body/costCode"] = "07-840",
                ["body/costType"] = "SUB",
                ["body/taskNumber"] = "0784",
                ["body/expenditureType"] = "Subcontract",
                ["body/validFrom"] = "2025-01-01",
            }
        );
        // The connection of the flows is an application's, and a rule is a person's.
        Assert.Equal("Refused", draft["state"]!.ToString());
        var started = await InvokeAsync("CheckCoverage", new JsonObject { ["body/projectId"] = project, ["body/fromDate"] = "2025-10-31" });
        Assert.Equal("Waiting", started["state"]!.ToString());
        await InvokeAsync("GetCoverage", new JsonObject { ["runId"] = started["runId"]!.ToString() });
    }

    private Task<JsonNode> ResolveAsync(string project, JsonNode code) =>
        InvokeAsync(
            "ResolveWbsCode",
            new JsonObject
            {
                ["body/projectId"] = project,
                ["body/code"] = code["key"]!.ToString(),
                ["body/asOf"] = "2025-10-31",
            }
        );

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
