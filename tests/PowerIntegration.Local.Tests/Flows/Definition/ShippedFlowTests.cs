using System.Net.Http;
using PowerIntegration.Local.Clock;
using PowerIntegration.Local.Connectors;
using PowerIntegration.Local.Flows.Definition;
using PowerIntegration.Local.Flows.Running;
using PowerIntegration.Local.Tests.Connectors;
using Xunit;

namespace PowerIntegration.Local.Tests.Flows.Definition;

public sealed class ShippedFlowTests
{
    [Fact]
    public void Every_shipped_flow_loads_and_names_only_operations_and_parameters_that_exist()
    {
        using var http = new HttpClient(new RecordingHandler());
        var clock = new DrivenClock(DateTimeOffset.UnixEpoch);
        var flows = SolutionFlows.Load([RepositoryFiles.Solution("core"), RepositoryFiles.Solution("connector"), RepositoryFiles.Solution("flows")]);
        var connectors = CustomConnector
            .Load(
                RepositoryFiles.Solution("connector"),
                new CustomConnectorBinding
                {
                    BaseAddress = new Uri("http://127.0.0.1:1"),
                    Http = http,
                    Clock = clock,
                }
            )
            .Cast<IConnector>()
            .Append(new DataverseConnector(new DataverseConnectorBinding { WebApi = new Uri("http://127.0.0.1:1/api/data/v9.2"), Http = http }))
            .ToDictionary(connector => connector.ApiName, StringComparer.OrdinalIgnoreCase);

        FlowBinding.Check(flows, connectors);

        Assert.Contains(flows, flow => flow.Name == "PI - Intake - Poll Procore" && flow.IsOn && flow.Trigger is TriggerDefinition.Recurring);
        Assert.Contains(
            flows,
            flow => flow.Name == "PI - Subcontractor invoices - Prepare Invoice" && flow.IsOn && flow.Trigger is TriggerDefinition.Webhook
        );
    }

    [Fact]
    public void A_connection_reference_that_no_solution_declares_is_refused()
    {
        using var folder = new TemporarySolution();
        folder.AddFlow("PI - Test", FlowLab.Json("{}"));

        var refusal = Assert.Throws<FlowDefinitionException>(() => SolutionFlows.Load([folder.Path]));

        Assert.Contains(
            "the flow 'PI - Test' uses the connection reference 'pint_test', which no Other/Customizations.xml declares",
            refusal.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_flow_that_is_shipped_off_loads_and_does_not_run()
    {
        using var folder = new TemporarySolution();
        folder.AddConnectionReference("pint_test");
        folder.AddFlow("PI - Test", FlowLab.Json("{}"), stateCode: 0);

        Assert.False(Assert.Single(SolutionFlows.Load([folder.Path])).IsOn);
    }

    [Fact]
    public void A_classic_workflow_is_refused_by_name()
    {
        using var folder = new TemporarySolution();
        folder.AddFlow("Old rule", FlowLab.Json("{}"), category: 2);

        Assert.Contains(
            "'Old rule' is of category 2",
            Assert.Throws<FlowDefinitionException>(() => SolutionFlows.Load([folder.Path])).Message,
            StringComparison.Ordinal
        );
    }
}
