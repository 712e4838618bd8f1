using Microsoft.Xrm.Sdk;
using PowerIntegration.Local.Clock;
using PowerIntegration.Local.Expressions;
using PowerIntegration.Local.Flows.Definition;
using PowerIntegration.Local.Flows.Running;
using PowerIntegration.Local.Flows.Runtime;
using Xunit;

namespace PowerIntegration.Local.Tests.Flows.Running;

public sealed class FlowsOnLocalDataverseTests
{
    private const int New = 723100000;
    private const int Failed = 723100002;
    private const string Connections = """
        {"dataverse":{"connection":{"connectionReferenceLogicalName":"pint_sharedcommondataserviceforapps"},
        "api":{"name":"shared_commondataserviceforapps"}}}
        """;

    private const string Trigger = """
        {"When_an_event_is_new":{"type":"OpenApiConnectionWebhook","inputs":{"host":{"connectionName":"dataverse",
        "operationId":"SubscribeWebhookTrigger"},"parameters":{
           "subscriptionRequest/message":4,"subscriptionRequest/entityname":"pint_inboundevent","subscriptionRequest/scope":4,
           "subscriptionRequest/filteringattributes":"pint_eventstate","subscriptionRequest/filterexpression":"pint_eventstate eq 723100000"}}}}
        """;

    private const string Actions = """
        {"Same_key":{"type":"OpenApiConnection","inputs":{"host":{"connectionName":"dataverse","operationId":"ListRecords"},"parameters":{
            "entityName":"pint_inboundevents","$select":"pint_name,pint_eventstate",
            "$filter":"pint_key eq '@{triggerOutputs()?['body/pint_key']}'"}}},
         "Mark_failed":{"type":"OpenApiConnection","runAfter":{"Same_key":["Succeeded"]},"inputs":{"host":{"connectionName":"dataverse",
         "operationId":"UpdateOnlyRecord"},"parameters":{
            "entityName":"pint_inboundevents","recordId":"@triggerOutputs()?['body/pint_inboundeventid']","item/pint_eventstate":723100002,
            "item/pint_message":"@{triggerOutputs()?['body/SdkMessage']} of @{first(outputs('Same_key')?['body/value'])?['pint_name']}"}}},
         "Missing":{"type":"OpenApiConnection","runAfter":{"Mark_failed":["Succeeded"]},"inputs":{"host":{"connectionName":"dataverse",
         "operationId":"GetItem"},"parameters":{
            "entityName":"pint_inboundevents","recordId":"00000000-0000-4000-8000-000000000001"}}},
         "Said":{"type":"Compose","runAfter":{"Missing":["Failed"]},"inputs":"@body('Missing')?['error']?['code']"}}
        """;

    [Fact]
    public async Task A_row_that_becomes_new_starts_the_flow_which_reads_and_updates_it()
    {
        await using var host = await LocalDataverseHost.StartAsync();
        using var runtime = new FlowRuntime([Flow()], [host.Connector], host.Clock, new SeededIdSource(5));
        var service = host.Dataverse.CreateService(LocalDataverseHost.FlowOwner);
        var id = service.Create(
            new Entity("pint_inboundevent")
            {
                ["pint_name"] = "Invoice 7",
                ["pint_key"] = "LAKESHORE|1|PROCORE|SUBCONTRACTOR-INVOICE|7",
                ["pint_eventstate"] = new OptionSetValue(New),
            }
        );

        Assert.Equal(1, await runtime.RunDueAsync(TestContext.Current.CancellationToken));
        Assert.Equal(RunStatus.Succeeded, runtime.Runs[0].Status);
        Assert.Equal("Create of Invoice 7", Message(service, id));
        Assert.Equal("\"0x80040217\"", CompactJson.Write(runtime.Runs[0].Action("Said").Outputs));

        service.Update(new Entity("pint_inboundevent", id) { ["pint_eventstate"] = new OptionSetValue(New) });
        service.Update(new Entity("pint_inboundevent", id) { ["pint_attempts"] = 2 });

        Assert.Equal(1, await runtime.RunDueAsync(TestContext.Current.CancellationToken));
        Assert.Equal("Update of Invoice 7", Message(service, id));
        Assert.Null(host.Dataverse.LastDeliveryFailure);
    }

    [Fact]
    public async Task A_throttled_request_is_repeated_after_the_asked_wait()
    {
        await using var host = await LocalDataverseHost.StartAsync();
        using var runtime = new FlowRuntime([Flow()], [host.Connector], host.Clock, new SeededIdSource(5));
        host.Dataverse.CreateService(LocalDataverseHost.FlowOwner)
            .Create(
                new Entity("pint_inboundevent")
                {
                    ["pint_name"] = "Invoice 8",
                    ["pint_key"] = "LAKESHORE|1|PROCORE|SUBCONTRACTOR-INVOICE|8",
                    ["pint_eventstate"] = new OptionSetValue(New),
                }
            );
        host.Dataverse.ThrottleNext(2);

        await runtime.RunDueAsync(TestContext.Current.CancellationToken);

        var list = runtime.Runs.Single().Action("Same_key");
        Assert.Equal(ActionStatus.Succeeded, list.Status);
        Assert.Equal(3, list.Calls);
        Assert.True(list.EndTime > list.StartTime);
    }

    private static string Message(IOrganizationService service, Guid id)
    {
        var row = service.Retrieve("pint_inboundevent", id, new Microsoft.Xrm.Sdk.Query.ColumnSet("pint_message", "pint_eventstate"));
        Assert.Equal(Failed, row.GetAttributeValue<OptionSetValue>("pint_eventstate").Value);
        return row.GetAttributeValue<string>("pint_message");
    }

    private static FlowDefinition Flow()
    {
        var json = FlowLab.Json(Actions, Trigger);
        json["properties"]!["connectionReferences"] = JsonText.Parse(Connections);
        return FlowReader.Read(json, "PI - Test - Mark Failed", new Guid("88dd8ceb-e083-5f18-9020-fae959d79942"), true, "Workflows/Test.json");
    }
}
