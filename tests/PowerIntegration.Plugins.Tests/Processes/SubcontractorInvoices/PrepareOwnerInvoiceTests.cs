using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Documents.Content;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;
using PowerIntegration.Domain.Tests.Builders;
using PowerIntegration.Plugins.Dispatch;
using PowerIntegration.Plugins.Tests.Sites;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Processes.SubcontractorInvoices;
using PowerIntegration.Tables.Rows;
using Xunit;

namespace PowerIntegration.Plugins.Tests.Processes.SubcontractorInvoices;

public sealed class PrepareOwnerInvoiceTests
{
    private static readonly SourceInvoice First = Sample.Application(1, 0m, [Sample.Line(1, 500000m, 0m, 100000m, 0m, 10000m, 0m, 0m)]);

    private readonly Site site = new();

    public PrepareOwnerInvoiceTests() => site.AddOwnership(DocumentTypeChoice.OwnerInvoice, ApprovalPlaceChoice.Procore, "approved");

    [Fact]
    public void An_application_to_the_owner_is_answered_with_amount_place_and_hash_of_the_frozen_rows()
    {
        var id = site.AddOwnerDocument(First);
        var answer = Prepare(id);
        Assert.Equal(("Prepared", ""), (answer["State"], answer["ReasonCode"]));
        Assert.Equal("Invoice HE-40211 of Halsted Electric Co. is prepared: 90,000.00 USD.", answer["Message"]);
        Assert.Equal(("Procore", 90000m, "USD"), (answer["ApprovalPlace"], answer["Amount"], answer["Currency"]));
        Assert.Equal(StoredContent.HashOf(site.Frozen(id)), answer["ContentHash"]);
        Assert.Equal(
            new Dictionary<string, object?>
            {
                [DocumentTable.DocumentState] = DocumentStateChoice.Prepared,
                [DocumentTable.ReasonCode] = null,
                [DocumentTable.Reason] = null,
                [DocumentTable.PreparationId] = answer["PreparationId"],
                [DocumentTable.ContentHash] = answer["ContentHash"],
                [DocumentTable.NumberKeys] = "|HE40211=HE-40211|",
                [DocumentTable.PayableAmount] = 90000m,
                [DocumentTable.AccountingDate] = new DateTime(2025, 9, 30),
            },
            Columns.Of(site.WrittenTo(DocumentTable.LogicalName))
        );
    }

    [Fact]
    public void Every_column_of_what_is_frozen_is_written_and_the_journals_are_those_of_the_side_that_is_owed()
    {
        var id = site.AddOwnerDocument(First);
        var answer = Prepare(id);
        var row = site.WrittenTo(PreparationTable.LogicalName);
        Assert.Equal(
            PreparedInvoiceRows
                .Write(site.Frozen(id))
                .Attributes.Keys.Concat([
                    PreparationTable.Key,
                    PreparationTable.Name,
                    PreparationTable.Sequence,
                    PreparationTable.Content,
                    PreparationTable.ContentHash,
                    PreparationTable.Certificate,
                    PreparationTable.Proof,
                    PreparationTable.Summary,
                    PreparationTable.DocumentId,
                    PreparationTable.CommitmentId,
                    PreparationTable.ApprovalPlace,
                    PreparationTable.ApprovalAmount,
                ])
                .Order(StringComparer.Ordinal),
            row.Attributes.Keys.Order(StringComparer.Ordinal)
        );
        var written = Columns.Of(row);
        Assert.Equal("LAKESHORE|PROCORE|PAYMENTAPPLICATION|6001|P1", written[PreparationTable.Key]);
        Assert.Equal("HE-40211, preparation 1", written[PreparationTable.Name]);
        Assert.Equal(
            (1, id, site.Document(id).Reference(DocumentTable.CommitmentId)),
            (written[PreparationTable.Sequence], written[PreparationTable.DocumentId], written[PreparationTable.CommitmentId])
        );
        Assert.Equal(answer["Summary"], written[PreparationTable.Summary]);
        Assert.Matches(@"Receivable: Receivable from the owner\s+90,000\.00\s+0\.00", (string)written[PreparationTable.Proof]!);
        Assert.Matches(@"Revenue .*\s+0\.00\s+100,000\.00", (string)written[PreparationTable.Proof]!);
        Assert.Matches(@"Unexplained\s+0\.00", (string)written[PreparationTable.Proof]!);
        Assert.Equal("2600", site.Frozen(id).Lines.Single(line => line.Kind == LineKind.ScheduleOfValues).TaskNumber);
    }

    [Fact]
    public void It_costs_twelve_requests_and_as_many_to_answer_the_same_again_without_a_write_but_the_lock()
    {
        var id = site.AddOwnerDocument(First);
        var first = Prepare(id);
        Assert.Equal(
            [
                "RetrieveMultiple pint_document",
                "Update pint_lock",
                "RetrieveMultiple pint_document",
                "RetrieveMultiple pint_sourceline",
                "RetrieveMultiple pint_wbsmappingrule",
                "RetrieveMultiple pint_transactioncontrol",
                "RetrieveMultiple pint_oracleexpendituretype",
                "RetrieveMultiple pint_oracleorganization",
                "RetrieveMultiple pint_oracleperiod",
                "RetrieveMultiple pint_ownershiprule",
                "Create pint_preparation",
                "Update pint_document",
            ],
            site.Dataverse.Requests
        );
        var again = Prepare(id);
        Assert.All(
            ["State", "ReasonCode", "Amount", "Currency", "ContentHash", "PreparationId"],
            output => Assert.Equal(first[output], again[output])
        );
        Assert.Equal(["Update pint_lock"], site.Writes());
    }

    [Fact]
    public void An_application_that_the_owner_has_not_approved_is_held()
    {
        var id = site.AddOwnerDocument(First with { Status = "under_review" });
        var answer = Prepare(id);
        Assert.Equal("Held procore-undecided", answer["State"] + " " + answer["ReasonCode"]);
        Assert.Equal((DocumentState.Held, (string)answer["Message"]), (site.State(id), site.Document(id).Text(DocumentTable.Reason)));
        Assert.Empty(site.Dataverse.All(PreparationTable.LogicalName));
    }

    [Fact]
    public void Where_the_ownership_of_owner_invoices_is_not_configured_nothing_is_prepared()
    {
        foreach (
            var rule in site
                .Dataverse.All(OwnershipRuleTable.LogicalName)
                .Where(row => new RowView(row).Choice(OwnershipRuleTable.DocumentType) == DocumentTypeChoice.OwnerInvoice)
        )
        {
            rule[OwnershipRuleTable.RuleState] = new OptionSetValue(RuleStateChoice.Draft);
        }

        Assert.Equal("ownership-missing", Prepare(site.AddOwnerDocument(First))["ReasonCode"]);
    }

    [Fact]
    public void Unknown_documents_and_missing_parameters_are_refused_by_name()
    {
        var unknown = new Guid("11111111-2222-3333-4444-555555555555");
        var answer = Prepare(unknown);
        Assert.Equal("Refused document-not-found", answer["State"] + " " + answer["ReasonCode"]);
        Assert.Contains(unknown.ToString(), (string)answer["Message"], StringComparison.Ordinal);
        Assert.Empty(site.Dataverse.Written);
        foreach (var wrong in new object?[] { null, "6001" })
        {
            var refusal = Assert.Throws<InvalidPluginExecutionException>(() =>
                site.Call(new PrepareDocument(), "pint_PrepareDocument", ("DocumentId", wrong))
            );
            Assert.Contains("value DocumentId is missing", refusal.Message, StringComparison.Ordinal);
        }
    }

    private ParameterCollection Prepare(Guid id) => site.Call(new PrepareDocument(), "pint_PrepareDocument", ("DocumentId", id));
}
