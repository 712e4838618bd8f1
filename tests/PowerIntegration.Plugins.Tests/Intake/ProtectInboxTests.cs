using Microsoft.Xrm.Sdk;
using PowerIntegration.Plugins.Tests.Sites;
using PowerIntegration.Tables;
using Xunit;

namespace PowerIntegration.Plugins.Tests.Intake;

/// <summary>A changed record cannot be hidden by its event, and what mirrors Oracle is not edited here.</summary>
public sealed class ProtectInboxTests
{
    private readonly Site site = new();
    private readonly Guid inbound;
    private readonly Guid period;

    public ProtectInboxTests()
    {
        inbound = site.Add(
            InboundEventTable.LogicalName,
            (InboundEventTable.Key, "E1"),
            (InboundEventTable.EventState, new OptionSetValue(EventStateChoice.Failed))
        );
        period = site.Dataverse.All(OraclePeriodTable.LogicalName)[0].Id;
        site.Dataverse.Application = Guid.Empty;
    }

    [Theory]
    [InlineData(InboundEventTable.ProcoreId, "7")]
    [InlineData(InboundEventTable.Key, "E2")]
    [InlineData(InboundEventTable.Message, "done")]
    [InlineData(InboundEventTable.Attempts, 0)]
    public void A_person_rewrites_no_event(string column, object value)
    {
        var refusal = Assert.Throws<InvalidPluginExecutionException>(() => Change(column, value));
        Assert.Contains(Labels.Of(InboundEventTable.LogicalName, column), refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_person_has_it_read_again_and_nothing_else()
    {
        Assert.Throws<InvalidPluginExecutionException>(() => Change(InboundEventTable.EventState, new OptionSetValue(EventStateChoice.Read)));
        Change(InboundEventTable.EventState, new OptionSetValue(EventStateChoice.New));
        Assert.Equal(
            "Retried by Luis Ortega.",
            site.Dataverse.Row(InboundEventTable.LogicalName, inbound).GetAttributeValue<string>(InboundEventTable.Message)
        );
        Assert.Throws<InvalidPluginExecutionException>(() => site.Dataverse.Delete(InboundEventTable.LogicalName, inbound));
        Assert.Throws<InvalidPluginExecutionException>(() =>
            site.Dataverse.Create(new Entity(InboundEventTable.LogicalName) { ["pint_key"] = "E9" })
        );
    }

    [Fact]
    public void The_gateway_records_and_never_makes_it_another_event()
    {
        site.Dataverse.Application = Site.Gateway;
        Change(InboundEventTable.Message, "Procore answered 503.");
        Assert.Throws<InvalidPluginExecutionException>(() => Change(InboundEventTable.ProcoreId, "7"));
        Assert.Throws<InvalidPluginExecutionException>(() => site.Dataverse.Delete(InboundEventTable.LogicalName, inbound));
    }

    [Fact]
    public void A_person_says_what_is_open_and_never_makes_it_another_period_or_task()
    {
        site.Dataverse.Update(
            new Entity(OraclePeriodTable.LogicalName, period) { [OraclePeriodTable.CutOff] = true, [OraclePeriodTable.LedgerOpen] = false }
        );
        var refusal = Assert.Throws<InvalidPluginExecutionException>(() =>
            site.Dataverse.Update(new Entity(OraclePeriodTable.LogicalName, period) { [OraclePeriodTable.EndDate] = new DateTime(2025, 12, 30) })
        );
        Assert.Contains("comes from Oracle", refusal.Message, StringComparison.Ordinal);
        var task = site.Dataverse.All(OracleTaskTable.LogicalName)[0].Id;
        Assert.Throws<InvalidPluginExecutionException>(() =>
            site.Dataverse.Update(new Entity(OracleTaskTable.LogicalName, task) { [OracleTaskTable.TaskNumber] = "9999" })
        );
    }

    // They decide which codings Oracle takes, so their dates are no one's to enter, whatever a role allows.
    [Theory]
    [InlineData(OracleExpenditureTypeTable.LogicalName, OracleExpenditureTypeTable.FinishDate)]
    [InlineData(OracleOrganizationTable.LogicalName, OracleOrganizationTable.StartDate)]
    [InlineData(TransactionControlTable.LogicalName, TransactionControlTable.FinishDate)]
    public void What_was_read_of_Oracle_is_neither_entered_nor_changed_by_a_person(string table, string column)
    {
        var id = site.Add(table, ("pint_key", "K-" + table));
        Assert.Contains(
            "comes from Oracle",
            Assert.Throws<InvalidPluginExecutionException>(() => site.Dataverse.Update(new Entity(table, id) { [column] = site.Now })).Message,
            StringComparison.Ordinal
        );
        Assert.Throws<InvalidPluginExecutionException>(() => site.Dataverse.Delete(table, id));

        // The role of the gateway makes no other application the gateway.
        site.Dataverse.Application = new Guid("9a7e0000-0000-4000-8000-000000000002");
        Assert.Throws<InvalidPluginExecutionException>(() => site.Dataverse.Update(new Entity(table, id) { [column] = site.Now }));
        site.Dataverse.Application = Site.Gateway;
        site.Dataverse.Update(new Entity(table, id) { [column] = site.Now });
    }

    private void Change(string column, object value) =>
        site.Dataverse.Update(new Entity(InboundEventTable.LogicalName, inbound) { [column] = value });
}
