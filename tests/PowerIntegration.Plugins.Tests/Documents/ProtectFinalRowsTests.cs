using System.Reflection;
using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Documents.Protection;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;
using PowerIntegration.Domain.Tests.Builders;
using PowerIntegration.Plugins.Documents;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Tests.Fakes;
using PowerIntegration.Plugins.Tests.Sites;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;
using Xunit;

namespace PowerIntegration.Plugins.Tests.Documents;

public sealed class ProtectFinalRowsTests
{
    private static readonly SourceInvoice First = Sample.Application(1, 0m, [Sample.Line(1, 85000m, 0m, 4200m, 52000m, 420m, 5200m, 0m)]);

    private readonly Site site = new();

    [Fact]
    public void Nobody_writes_an_answer_into_a_document_directly()
    {
        var id = Prepared();
        AssertRefused(id, DocumentTable.DocumentState, new OptionSetValue(DocumentStateChoice.Posted), "cannot be edited");
        AssertRefused(id, DocumentTable.PayableAmount, 1m, "cannot be edited");
        AssertRefused(id, DocumentTable.ContentHash, "x", "cannot be edited");
        AssertRefused(id, DocumentTable.CertifiedPayment, 1m, "new revision");
        AssertRefused(id, DocumentTable.CommitmentId, new EntityReference(CommitmentTable.LogicalName, site.Commitment), "new revision");
    }

    [Fact]
    public void Nobody_writes_a_claim_directly_and_a_final_document_is_claimed_by_no_one()
    {
        var id = Prepared();
        foreach (var column in new[] { DocumentTable.ClaimedBy, DocumentTable.LeaseUntil, DocumentTable.SentOn })
        {
            AssertRefused(id, column, new DateTime(9999, 12, 31), "cannot be edited");
        }

        site.Dataverse.UpdateInside("pint_ClaimDocument", Change(id, DocumentTable.ClaimedBy, "gateway-1"));
        site.Dataverse.Row(DocumentTable.LogicalName, id)[DocumentTable.DocumentState] = new OptionSetValue(DocumentStateChoice.Posted);
        AssertRefused(id, DocumentTable.ClaimedBy, "gateway-2", "Posted");
        site.Dataverse.Update(Change(id, DocumentTable.PaidStatus, "Paid"));
        Assert.Equal("Paid", site.Document(id).Text(DocumentTable.PaidStatus));
    }

    [Fact]
    public void The_gateway_writes_what_Oracle_shows_until_the_document_is_final()
    {
        var id = Prepared();
        site.Dataverse.Update(Change(id, DocumentTable.OracleVariances, "1|0|Cancelled|HE-1"));
        site.Dataverse.Update(Change(id, DocumentTable.OracleVariances, null));
        Assert.Null(site.Document(id).Text(DocumentTable.OracleVariances));
        site.Dataverse.Row(DocumentTable.LogicalName, id)[DocumentTable.DocumentState] = new OptionSetValue(DocumentStateChoice.Posted);
        AssertRefused(id, DocumentTable.OracleVariances, "1|0|Cancelled|HE-1", "Posted");
    }

    [Theory]
    [InlineData(DocumentStateChoice.Posted, false)]
    [InlineData(DocumentStateChoice.Prepared, false)]
    [InlineData(DocumentStateChoice.Received, true)]
    public void A_new_document_is_received(int state, bool isAllowed)
    {
        var row = new Entity(DocumentTable.LogicalName)
        {
            [DocumentTable.Key] = "LAKESHORE|1|PROCORE|SUBCONTRACTOR-INVOICE|1|1",
            [DocumentTable.DocumentState] = new OptionSetValue(state),
            [DocumentTable.EnvironmentId] = new EntityReference(EnvironmentTable.LogicalName, site.Environment),
        };
        var exception = Record.Exception(() => site.Dataverse.Create(row));
        Assert.Equal(isAllowed, exception is null);
        Assert.Equal(isAllowed ? 1 : 0, site.Dataverse.All(DocumentTable.LogicalName).Count);
    }

    [Fact]
    public void Frozen_rows_refuse_every_change_also_from_inside_our_own_apis()
    {
        Prepared();
        site.Dataverse.Caller = FakeContext.OfApi("pint_RecordOutcome");
        foreach (var table in new[] { SourceLineTable.LogicalName, PreparationTable.LogicalName, DocumentLineTable.LogicalName })
        {
            var row = site.Dataverse.All(table)[0];
            var refusal = Assert.Throws<InvalidPluginExecutionException>(() =>
                site.Dataverse.Update(new Entity(table, row.Id) { [DocumentTable.Name] = "x" })
            );
            Assert.Contains("cannot be changed", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_preparation_is_made_inside_our_own_apis_only()
    {
        var preparation = new Entity(PreparationTable.LogicalName) { [PreparationTable.Key] = "MINE", [PreparationTable.Content] = "x" };
        var refusal = Assert.Throws<InvalidPluginExecutionException>(() => site.Dataverse.Create(preparation));
        Assert.Contains("cannot be entered", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(site.Dataverse.All(PreparationTable.LogicalName));
        Prepared();
        Assert.Single(site.Dataverse.All(PreparationTable.LogicalName));
    }

    [Fact]
    public void Evidence_is_kept_from_inside_our_own_apis_only()
    {
        Prepared();
        var refusal = Assert.Throws<InvalidPluginExecutionException>(() => site.Dataverse.Create(new Entity(EvidenceTable.LogicalName)));
        Assert.Contains("Evidence is recorded automatically", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_that_proves_what_was_done_is_deleted()
    {
        Prepared();
        site.Dataverse.Seed(new Entity(EvidenceTable.LogicalName));
        foreach (
            var table in new[]
            {
                DocumentTable.LogicalName,
                SourceLineTable.LogicalName,
                PreparationTable.LogicalName,
                DocumentLineTable.LogicalName,
                EvidenceTable.LogicalName,
            }
        )
        {
            Assert.Throws<InvalidPluginExecutionException>(() => site.Dataverse.Delete(table, site.Dataverse.All(table)[0].Id));
        }
    }

    [Fact]
    public void The_columns_that_a_step_passes_by_are_those_of_Oracles_status() =>
        Assert.Equal(
            DocumentColumns.OracleStatus,
            DocumentColumnGroups.Of(typeof(ProtectFinalRows).GetCustomAttributes<ProtectedTableAttribute>().SelectMany(table => table.Refreshable))
        );

    [Fact]
    public void A_change_from_inside_another_custom_api_is_no_change_of_ours()
    {
        var id = Prepared();
        site.Dataverse.Caller = FakeContext.OfApi("cts_DoSomething");
        AssertRefused(id, DocumentTable.Reason, "x", "cannot be edited");
        site.Dataverse.Caller = new FakeContext
        {
            MessageName = "Update",
            Stage = 20,
            ParentContext = FakeContext.OfApi("pint_RecordOutcome"),
        };
        site.Dataverse.Update(Change(id, DocumentTable.Reason, "x"));
    }

    private Guid Prepared()
    {
        var id = site.AddDocument(First);
        Assert.Equal("Prepared", site.Prepare(id)["State"]);
        return id;
    }

    private void AssertRefused(Guid id, string column, object value, string named)
    {
        var refusal = Assert.Throws<InvalidPluginExecutionException>(() => site.Dataverse.Update(Change(id, column, value)));
        Assert.Contains(named, refusal.Message, StringComparison.Ordinal);
        Assert.EndsWith("(document-state)", refusal.Message, StringComparison.Ordinal);
    }

    private static Entity Change(Guid id, string column, object? value) => new(DocumentTable.LogicalName, id) { [column] = value };
}
