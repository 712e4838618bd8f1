using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;
using PowerIntegration.Domain.Tests.Builders;
using PowerIntegration.Plugins.Dispatch;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices;
using PowerIntegration.Plugins.Tests.Sites;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;
using Xunit;

namespace PowerIntegration.Plugins.Tests.Processes.SubcontractorInvoices;

/// <summary>Which record is which Oracle invoice: the link says what it joins, and what comes later does not blur it.</summary>
public sealed class InvoiceLinkTests
{
    private static readonly SourceInvoice First = Sample.Application(1, 0m, [Sample.Line(1, 85000m, 0m, 4200m, 52000m, 420m, 5200m, 0m)]);

    private readonly Site site = new();

    public InvoiceLinkTests()
    {
        site.AddOwnership(DocumentTypeChoice.OwnerInvoice, ApprovalPlaceChoice.Procore, "approved");
        site.AddOwnership(DocumentTypeChoice.RetainageRelease, ApprovalPlaceChoice.Oracle, "decided");
    }

    [Fact]
    public void An_application_of_a_subcontractor_is_linked_to_its_standard_invoice()
    {
        var posted = Posted();
        Assert.Equal(["Subcontractor invoice 6001 is standard invoice HE-40211"], Names());
        AssertLink(Links()[0], RecordTypeChoice.SubcontractorInvoice, "6001", OracleDocumentKindChoice.StandardInvoice, posted);
    }

    [Fact]
    public void An_application_to_an_owner_is_linked_as_one()
    {
        var id = site.AddOwnerDocument(First);
        Assert.Equal("Prepared", site.Call(new PrepareDocument(), "pint_PrepareDocument", ("DocumentId", id))["State"]);
        Assert.Equal("Posted", site.RecordPosted(id));
        Assert.Equal(["Owner invoice 6001 is standard invoice HE-40211"], Names());
        AssertLink(Links()[0], RecordTypeChoice.OwnerInvoice, "6001", OracleDocumentKindChoice.StandardInvoice, id);
    }

    [Fact]
    public void A_release_that_was_decided_here_is_no_requisition()
    {
        Posted();
        var released = Released();
        Assert.Equal(
            ["Subcontractor invoice 6001 is standard invoice HE-40211", "Retainage release R1 is retainage release invoice SC-002-R1"],
            Names()
        );
        AssertLink(Links()[1], RecordTypeChoice.RetainageRelease, "R1", OracleDocumentKindChoice.RetainageRelease, released);
    }

    [Fact]
    public void A_credit_that_takes_a_paid_invoice_back_stands_beside_the_first_link_and_leaves_it_as_it_is()
    {
        var posted = Posted();
        var before = Columns(Links()[0]);
        Paid(posted);
        var reversal = Reversed(posted);
        Assert.Equal(
            ["Subcontractor invoice 6001 is standard invoice HE-40211", "Reversal of subcontractor invoice 6001 is credit memo HE-40211-V"],
            Names()
        );
        Assert.Equal(before, Columns(Links()[0]));
        AssertLink(Links()[1], RecordTypeChoice.Reversal, "6001", OracleDocumentKindChoice.CreditMemo, reversal);
        Assert.Equal(DocumentState.Reversed, site.State(posted));
        Assert.Single(
            Links(),
            link => link.Choice(RecordLinkTable.RecordType) == RecordTypeChoice.SubcontractorInvoice && link.Text(RecordLinkTable.ProcoreId) == "6001"
        );
    }

    [Fact]
    public void A_cancellation_makes_no_link_because_it_makes_no_document()
    {
        var posted = Posted();
        var before = Columns(Links()[0]);
        Reversed(posted);
        Assert.Equal(before, Columns(Assert.Single(Links())));
    }

    [Fact]
    public void The_reversal_of_a_release_is_named_by_the_release()
    {
        Posted();
        var released = Released();
        Paid(released);
        Reversed(released);
        Assert.Equal("Reversal of retainage release R1 is credit memo SC-002-R1-V", Names()[^1]);
    }

    [Theory]
    [InlineData(50, "Prepared")]
    [InlineData(51, "Refused")]
    public void The_number_of_a_release_is_one_that_Oracle_takes(int length, string state)
    {
        Posted();
        var answer = Release(new string('9', length));
        Assert.Equal(state, answer["State"]);
        if (length > 50)
        {
            Assert.Contains("invoice number has 51 characters", (string)answer["Message"], StringComparison.Ordinal);
        }
    }

    private Guid Posted()
    {
        var id = site.AddDocument(First);
        Assert.Equal("Prepared", site.Prepare(id)["State"]);
        Assert.Equal("Posted", site.RecordPosted(id));
        return id;
    }

    private Guid Released()
    {
        var answer = Release(null);
        Assert.Equal("Prepared", answer["State"]);
        var id = (Guid)answer["DocumentId"];
        Assert.Equal("Posted", site.RecordPosted(id));
        return id;
    }

    private ParameterCollection Release(string? number) =>
        site.Call(
            new PrepareRetainageRelease(),
            "pint_PrepareRetainageRelease",
            ("CommitmentId", site.Commitment),
            ("Reference", "R1"),
            ("Release", """{"kind":"total","amount":1000.00}"""),
            ("PeriodEnd", "2025-10-31"),
            ("BillingDate", "2025-10-31"),
            ("InvoiceNumber", number)
        );

    private Guid Reversed(Guid posted)
    {
        site.Caller = site.Dana;
        site.Call(new PrepareReversal(), "pint_PrepareReversal", ("DocumentId", posted), ("Reason", "Wrong site"));
        site.Caller = site.Luis;
        var answer = site.Call(new PrepareReversal(), "pint_PrepareReversal", ("DocumentId", posted));
        Assert.Equal("Prepared", answer["State"]);
        var id = (Guid)answer["DocumentId"];
        Assert.Equal("Posted", site.RecordPosted(id));
        return id;
    }

    private void Paid(Guid id) => site.Dataverse.Row(DocumentTable.LogicalName, id)[DocumentTable.PaidStatus] = "Paid";

    private List<RowView> Links() =>
        [
            .. site
                .Dataverse.All(RecordLinkTable.LogicalName)
                .Select(row => new RowView(row))
                .Where(link => link.Choice(RecordLinkTable.RecordType) != RecordTypeChoice.CommitmentLine),
        ];

    private List<string?> Names() => [.. Links().Select(link => link.Text(RecordLinkTable.Name))];

    private static List<string?> Columns(RowView link) =>
        [link.Text(RecordLinkTable.Key), link.Text(RecordLinkTable.Name), link.Text(RecordLinkTable.ProcoreId), link.Text(RecordLinkTable.OracleId)];

    private void AssertLink(RowView link, int recordType, string procoreId, int kind, Guid document)
    {
        Assert.Equal(recordType, link.Choice(RecordLinkTable.RecordType));
        Assert.Equal(procoreId, link.Text(RecordLinkTable.ProcoreId));
        Assert.Equal(kind, link.Choice(RecordLinkTable.OracleDocumentKind));
        Assert.Equal(site.Document(document).Text(DocumentTable.OracleInvoiceId), link.Text(RecordLinkTable.OracleId));
        Assert.Equal(site.Document(document).RequiredText(DocumentTable.Key) + "|LINK", link.Text(RecordLinkTable.Key));
    }
}
