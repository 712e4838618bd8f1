using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Tests.Builders;
using PowerIntegration.Plugins.Statuses;
using PowerIntegration.Plugins.Tests.Sites;
using PowerIntegration.Tables;
using Xunit;

namespace PowerIntegration.Plugins.Tests.Statuses;

/// <summary>What Oracle's approvers decided about posted documents.</summary>
public sealed class RecordOracleStatusesTests
{
    private readonly Site site = new();

    [Fact]
    public void Statuses_are_shown_and_the_document_stays_posted()
    {
        var id = Posted();

        Assert.Equal(1, Report($"{id}|Validated|Workflow approved|Paid\n{id}|Validated|Manually approved|Paid")["Changed"]);

        var row = site.Document(id);
        Assert.Equal("Validated", row.Text(DocumentTable.ValidationStatus));
        Assert.Equal("Workflow approved, Manually approved", row.Text(DocumentTable.OracleApprovalStatus));
        Assert.Equal("Paid", row.Text(DocumentTable.PaidStatus));
        Assert.Equal(site.Now, row.Instant(DocumentTable.OracleCheckedOn));
        Assert.Equal(DocumentState.Posted, site.State(id));
        Assert.Equal(0, Report($"{id}|Validated|Workflow approved|Paid\n{id}|Validated|Manually approved|Paid")["Changed"]);
    }

    [Fact]
    public void What_an_approver_in_Oracle_rejected_is_a_finding_to_the_controller_once()
    {
        var id = Posted();

        Report($"{id}|Validated|Workflow approved|Unpaid");
        Assert.Empty(Findings("oracle-rejected"));
        Report($"{id}|Validated|Rejected|Unpaid");
        Report($"{id}|Validated|Rejected|Unpaid");

        var finding = Assert.Single(Findings("oracle-rejected"));
        Assert.Equal(OwnerRoleChoice.Controller, finding.GetAttributeValue<OptionSetValue>(FindingTable.OwnerRole).Value);
        Assert.Equal(id, finding.GetAttributeValue<EntityReference>(FindingTable.DocumentId).Id);
        Assert.Contains("rejected", (string)finding[FindingTable.Sentence], StringComparison.Ordinal);
        Assert.Contains("request its reversal", (string)finding[FindingTable.NextStep], StringComparison.Ordinal);
    }

    [Fact]
    public void That_Oracle_asks_for_what_Procore_approved_is_one_finding_about_the_business_unit()
    {
        var id = Posted();

        Report($"{id}|Validated|Initiated|Unpaid");

        var finding = Assert.Single(Findings("approved-twice"));
        Assert.Contains("approval status 'Initiated'", (string)finding[FindingTable.Sentence], StringComparison.Ordinal);
    }

    [Fact]
    public void Only_posted_documents_of_the_gateways_environment_are_changed_and_only_by_it()
    {
        var id = site.AddDocument(Sample.Application(1, 0m, [Sample.Line(1, 85000m, 0m, 4200m, 52000m, 420m, 5200m, 0m)]));
        Assert.Equal(0, Report($"{id}|Validated|Rejected|Unpaid")["Changed"]);
        Assert.Null(site.Document(id).Text(DocumentTable.OracleApprovalStatus));

        site.Application = Guid.Empty;
        Assert.Throws<InvalidPluginExecutionException>(() => Report($"{id}|Validated|Rejected|Unpaid"));
    }

    [Theory]
    [InlineData("document|Validated|Rejected|Unpaid")]
    [InlineData("00000000-0000-0000-0000-000000000001|Validated|Rejected")]
    public void A_report_that_cannot_be_read_changes_nothing(string line)
    {
        var id = Posted();

        var refused = Assert.Throws<InvalidPluginExecutionException>(() => Report($"{id}|Validated|Rejected|Unpaid\n{line}"));

        Assert.Contains("(input-unusable)", refused.Message, StringComparison.Ordinal);
        Assert.Empty(Findings("oracle-rejected"));
    }

    private Guid Posted()
    {
        var id = site.AddDocument(Sample.Application(1, 0m, [Sample.Line(1, 85000m, 0m, 4200m, 52000m, 420m, 5200m, 0m)]));
        Assert.Equal("Posted", site.Post(id));
        return id;
    }

    private ParameterCollection Report(string statuses) =>
        site.Call(new RecordOracleStatuses(), "pint_RecordOracleStatuses", ("EnvironmentId", site.Environment), ("Statuses", statuses));

    private List<Entity> Findings(string kind) =>
        [.. site.Dataverse.All(FindingTable.LogicalName).Where(row => (string)row[FindingTable.Kind] == kind)];
}
