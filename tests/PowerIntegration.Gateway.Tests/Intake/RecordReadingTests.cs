using System.Net.Http;
using Microsoft.Xrm.Sdk;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Gateway.Remote;
using PowerIntegration.Gateway.Tests.Fixtures;
using PowerIntegration.Tables;
using Xunit;

namespace PowerIntegration.Gateway.Tests.Intake;

/// <summary>What an event says after its record could not be read.</summary>
public sealed class RecordReadingTests
{
    private const string Requisition = "/rest/v1.1/requisitions/" + ProcoreRequisition.Id;

    public static TheoryData<string, Func<HttpResponseMessage>, int> Passing() =>
        new()
        {
            { "procore-unavailable", () => ScriptedWire.Json("{}", 500), 5 },
            { "procore-throttled", () => ScriptedWire.Json("{}", 429, ("Retry-After", "1200")), 20 },
            { "procore-answer-unreadable", () => ScriptedWire.Json("<html>", 200), 5 },
            { "procore-access-refused", () => ScriptedWire.Json("{}", 401), 5 },
            { "procore-not-permitted", () => ScriptedWire.Json("{}", 403), 5 },
        };

    [Theory]
    [MemberData(nameof(Passing), DisableDiscoveryEnumeration = true)]
    public async Task A_cause_that_may_pass_is_on_the_event_with_its_next_try(string code, Func<HttpResponseMessage> response, int minutes)
    {
        await using var host = await GatewayHost.StartAsync();
        var inbound = Arrange(host);
        host.Procore.On("GET", Requisition, _ => response());

        var answer = await ReadAsync(host, inbound);

        Assert.Equal(code, answer.Text("code"));
        var row = host.Dataverse.Row(InboundEventTable.LogicalName, inbound);
        Assert.Equal((EventStateChoice.Failed, 1), (State(row), (int)row[InboundEventTable.Attempts]));
        Assert.Equal(answer.Text("detail"), row[InboundEventTable.Message]);
        Assert.Equal(host.Clock.GetUtcNow().AddMinutes(minutes).UtcDateTime, row[InboundEventTable.NextTryOn]);
    }

    [Fact]
    public async Task What_the_record_itself_says_waits_without_a_next_try_and_goes_on_after_a_correction()
    {
        await using var host = await GatewayHost.StartAsync();
        var inbound = Arrange(host);
        StoredDocuments.AddContract(host);
        var requisition = new ProcoreRequisition();
        requisition.Item(0)["scheduled_value"] = "100000000000.01";
        host.Procore.On("GET", Requisition, requisition.Header.ToJsonString());

        var sentence = (await ReadAsync(host, inbound)).Problem(422, "procore-amount-unreadable");
        var row = host.Dataverse.Row(InboundEventTable.LogicalName, inbound);
        Assert.Equal((EventStateChoice.Failed, sentence), (State(row), (string)row[InboundEventTable.Message]));
        Assert.Null(row[InboundEventTable.NextTryOn]);

        host.Procore.On("GET", Requisition, new ProcoreRequisition().Header.ToJsonString());
        (await ReadAsync(host, inbound)).Ok();
        Assert.Equal(EventStateChoice.Read, State(row));
    }

    [Fact]
    public async Task What_someone_must_set_up_is_tried_again_within_the_hour_and_goes_on_at_once_after_a_retry()
    {
        await using var host = await GatewayHost.StartAsync();
        var inbound = Arrange(host);

        var sentence = (await ReadAsync(host, inbound)).Problem(422, "commitment-unknown");
        var row = host.Dataverse.Row(InboundEventTable.LogicalName, inbound);
        Assert.Equal((EventStateChoice.Failed, sentence), (State(row), (string)row[InboundEventTable.Message]));
        Assert.Equal(host.Clock.GetUtcNow().AddMinutes(5).UtcDateTime, row[InboundEventTable.NextTryOn]);

        StoredDocuments.AddContract(host);
        (await ReadAsync(host, inbound)).Ok();
        Assert.Equal((EventStateChoice.Read, 2), (State(row), (int)row[InboundEventTable.Attempts]));
        Assert.Null(row[InboundEventTable.Message]);
    }

    [Theory]
    [InlineData(0, 1000)]
    [InlineData(600, 400)]
    [InlineData(1000, 0)]
    [InlineData(-60000, 2000)]
    public async Task A_record_is_read_when_the_second_of_its_change_is_over(int ago, int waited)
    {
        await using var host = await GatewayHost.StartAsync();
        var inbound = Arrange(host);
        StoredDocuments.AddContract(host);
        host.Dataverse.Row(InboundEventTable.LogicalName, inbound)[InboundEventTable.ChangedOn] = host
            .Clock.GetUtcNow()
            .AddMilliseconds(-ago)
            .UtcDateTime;

        (await ReadAsync(host, inbound)).Ok();

        Assert.Equal(TimeSpan.FromMilliseconds(waited), host.Clock.Waited);
    }

    [Fact]
    public async Task An_event_of_a_deleted_project_says_so()
    {
        await using var host = await GatewayHost.StartAsync();
        var inbound = Arrange(host);
        host.Dataverse.Row(InboundEventTable.LogicalName, inbound)[InboundEventTable.ProjectId] = new EntityReference(
            ProjectTable.LogicalName,
            Guid.AllBitsSet
        );

        (await ReadAsync(host, inbound)).Problem(404, "project-unknown");

        Assert.Equal(EventStateChoice.Failed, State(host.Dataverse.Row(InboundEventTable.LogicalName, inbound)));
        Assert.Empty(host.Procore.Calls);
    }

    [Fact]
    public async Task A_defect_is_on_the_event_too()
    {
        await using var host = await GatewayHost.StartAsync();
        var inbound = Arrange(host);
        host.Dataverse.Before = what =>
        {
            if (what == "list pint_commitment")
            {
                throw new InvalidOperationException("Nobody thought of this.");
            }
        };

        (await ReadAsync(host, inbound)).Problem(500, "unexpected");

        var row = host.Dataverse.Row(InboundEventTable.LogicalName, inbound);
        Assert.Contains("Contact support", (string)row[InboundEventTable.Message], StringComparison.Ordinal);
        Assert.Contains(inbound.ToString(), (string)row[InboundEventTable.Message], StringComparison.Ordinal);
        Assert.NotNull(row[InboundEventTable.NextTryOn]);
    }

    [Fact]
    public async Task Where_the_event_cannot_be_written_either_the_first_cause_is_answered()
    {
        await using var host = await GatewayHost.StartAsync();
        var inbound = Arrange(host);
        host.Procore.On("GET", Requisition, _ => ScriptedWire.Json("{}", 500));
        host.Dataverse.Before = what =>
        {
            if (what == "update pint_inboundevent")
            {
                throw new RemoteUnavailableException(ProblemCatalog.DataverseUnavailable, "Away.");
            }
        };

        (await ReadAsync(host, inbound)).Problem(503, "procore-unavailable");
    }

    [Fact]
    public async Task A_long_sentence_fits_the_event()
    {
        await using var host = await GatewayHost.StartAsync();
        var inbound = Arrange(host);
        host.Dataverse.Before = what =>
        {
            if (what == "list pint_commitment")
            {
                throw new IntegrationException(ProblemCatalog.DataverseRefused, new string('x', 5000));
            }
        };

        await ReadAsync(host, inbound);

        Assert.Equal(
            InboundEventTable.MessageLengthMax,
            ((string)host.Dataverse.Row(InboundEventTable.LogicalName, inbound)[InboundEventTable.Message]).Length
        );
    }

    private static Guid Arrange(GatewayHost host)
    {
        new ProcoreRequisition().ServeOn(host.Procore);
        return StoredDocuments.AddEvent(host, StoredDocuments.AddProject(host));
    }

    private static int State(Entity row) => ((OptionSetValue)row[InboundEventTable.EventState]).Value;

    private static Task<Answer> ReadAsync(GatewayHost host, Guid inbound) => host.PostAsync("/records/read", new { eventId = inbound });
}
