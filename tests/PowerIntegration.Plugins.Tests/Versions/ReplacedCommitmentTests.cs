using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;
using PowerIntegration.Domain.Tests.Builders;
using PowerIntegration.Plugins.Documents;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices;
using PowerIntegration.Plugins.Tests.Sites;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Versions;
using Xunit;

namespace PowerIntegration.Plugins.Tests.Versions;

/// <summary>Whom a contract's invoices pay is decided by two people, and a document that was prepared for one payee is not sent to another.</summary>
public sealed class ReplacedCommitmentTests
{
    private const string Table = CommitmentTable.LogicalName;

    private static readonly SourceInvoice First = Sample.Application(1, 0m, [Sample.Line(1, 85000m, 0m, 4200m, 52000m, 420m, 5200m, 0m)]);

    private readonly Site site = new();
    private readonly Drafts drafts;

    public ReplacedCommitmentTests() => drafts = new Drafts(site);

    [Fact]
    public void One_person_alone_does_not_send_an_invoice_to_another_supplier()
    {
        var id = site.AddDocument(First);

        // By editing the active row, by any state, by a draft of the person's own, or by a first version of the same contract.
        Assert.Contains(
            "Vendor number, Vendor site cannot be edited",
            Drafts.Refused(() =>
                drafts.Edit(site.Dana, Table, site.Commitment, (CommitmentTable.VendorNumber, "6666"), (CommitmentTable.VendorSite, "MIAMI"))
            ),
            StringComparison.Ordinal
        );
        Assert.Contains("state", Drafts.Refused(() => drafts.Edit(site.Dana, Table, site.Commitment, Draft)), StringComparison.Ordinal);
        Assert.Contains(
            "cannot be created as active",
            Drafts.Refused(() =>
                drafts.Enter(site.Dana, Replacing("6666", null, (CommitmentTable.RuleState, new OptionSetValue(RuleStateChoice.Active))))
            ),
            StringComparison.Ordinal
        );
        var draft = drafts.Enter(site.Dana, Replacing("6666"));
        Assert.Equal("Refused second-person-required", drafts.ReviewAndActivate(site.Dana, Table, draft).ToString());

        Assert.Equal("Prepared", site.Prepare(id)["State"]);
        Assert.Equal(("1012", "JOLIET"), (site.Frozen(id).VendorNumber, site.Frozen(id).VendorSite));
        Assert.Equal(true, Claim(id)["IsClaimed"]);
    }

    [Fact]
    public void The_active_row_keeps_its_id_and_key_and_takes_the_content_and_the_draft_row_keeps_the_history()
    {
        site.Dataverse.Row(Table, site.Commitment)[CommitmentTable.ActivatedBy] = "Grace Lin";
        var key = drafts.Text(Table, site.Commitment, CommitmentTable.Key);
        var draft = drafts.Enter(site.Dana, Replacing("2044"));

        var shown = drafts.Activate(site.Luis, Table, draft);
        Assert.Contains("Vendor number: 1012 -> 2044", shown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Currency", shown.Message, StringComparison.Ordinal);
        var answer = drafts.Activate(site.Luis, Table, draft, shown.Hash);

        Assert.Equal("Activated", answer.ToString());
        Assert.Equal(RuleStateChoice.Active, drafts.State(Table, site.Commitment));
        Assert.Equal((key, "2044"), (drafts.Text(Table, site.Commitment, CommitmentTable.Key), Vendor(site.Commitment)));
        Assert.Equal("Dana Kowalski", drafts.Text(Table, site.Commitment, CommitmentTable.Contributors));
        Assert.Equal("Luis Ortega", drafts.Text(Table, site.Commitment, CommitmentTable.ActivatedBy));
        Assert.Equal(answer.Hash, drafts.Text(Table, site.Commitment, CommitmentTable.VersionHash));

        Assert.Equal(RuleStateChoice.Superseded, drafts.State(Table, draft));
        Assert.Equal((key + "|V2", "1012"), (drafts.Text(Table, draft, CommitmentTable.Key), Vendor(draft)));
        Assert.Equal(("Grace Lin", "Luis Ortega"), (Text(draft, CommitmentTable.ActivatedBy), Text(draft, CommitmentTable.EndedBy)));
        Assert.Null(Text(draft, CommitmentTable.Contributors));
        Assert.Equal("Refused version-state", drafts.ReviewAndActivate(site.Luis, Table, draft).ToString());
    }

    [Fact]
    public void A_prepared_document_is_not_sent_to_the_replaced_supplier_but_prepared_again()
    {
        var id = site.AddDocument(First);
        site.Prepare(id);
        var before = site.Document(id).Reference(DocumentTable.PreparationId);
        Replace("2044");

        var refused = Claim(id);
        Assert.Equal((false, "configuration-changed"), (refused["IsClaimed"], refused["ReasonCode"]));
        Assert.Contains("earlier version of its commitment", (string)refused["Message"], StringComparison.Ordinal);
        Assert.Null(site.Document(id).Instant(DocumentTable.SentOn));
        Assert.Equal(DocumentStateChoice.Held, site.Document(id).Choice(DocumentTable.DocumentState));

        Assert.Equal("Prepared", site.Prepare(id)["State"]);
        Assert.NotEqual(before, site.Document(id).Reference(DocumentTable.PreparationId));
        Assert.Equal("2044", site.Frozen(id).VendorNumber);
        Assert.Equal(true, Claim(id)["IsClaimed"]);
    }

    // The vendor master replaced the link: the supplier that was frozen is not the one that is linked any more.
    [Fact]
    public void A_prepared_document_is_not_sent_once_its_vendor_link_is_another_version()
    {
        var id = site.AddDocument(First);
        site.Prepare(id);
        var link = site.Dataverse.All(VendorLinkTable.LogicalName)[0];
        site.Dataverse.Row(VendorLinkTable.LogicalName, link.Id)[VendorLinkTable.VersionHash] = new string('b', 64);
        var refused = Claim(id);
        Assert.Equal((false, "configuration-changed"), (refused["IsClaimed"], refused["ReasonCode"]));
        Assert.Contains("earlier version of its vendor", (string)refused["Message"], StringComparison.Ordinal);
        Assert.Equal("Prepared", site.Prepare(id)["State"]);
        Assert.Equal(true, Claim(id)["IsClaimed"]);
    }

    [Fact]
    public void A_change_that_does_not_change_the_invoice_lets_it_be_sent_after_it_was_prepared_again()
    {
        var id = site.AddDocument(First);
        site.Prepare(id);
        Replace("1012", (CommitmentTable.Name, "SC-002, renamed"));
        Assert.Equal("configuration-changed", Claim(id)["ReasonCode"]);
        Assert.Equal("Prepared", site.Prepare(id)["State"]);
        Assert.Equal(true, Claim(id)["IsClaimed"]);
    }

    [Fact]
    public void What_was_sent_before_is_looked_up_as_it_was_sent()
    {
        var id = site.AddDocument(First);
        site.Prepare(id);
        Assert.Equal(true, Claim(id)["IsClaimed"]);
        Replace("2044");
        Assert.Equal(true, Claim(id)["IsClaimed"]);
        Assert.Equal("1012", site.Frozen(id).VendorNumber);
    }

    // It credits the invoice to the supplier that it was posted for, whoever the supplier is now.
    [Fact]
    public void A_reversal_of_what_was_posted_for_the_replaced_supplier_is_sent()
    {
        var id = site.AddDocument(First);
        site.Post(id);
        var asked = Reverse(site.Dana, id, "Wrong site");
        Replace("2044");
        Assert.Equal("Prepared", Reverse(site.Luis, id, null)["State"]);
        Assert.Equal("1012", site.Frozen((Guid)asked["DocumentId"]).VendorNumber);
        Assert.Equal(true, Claim((Guid)asked["DocumentId"])["IsClaimed"]);
    }

    // Two people may replace the contract; whom Procore's vendor is, the vendor master decides.
    [Fact]
    public void A_replaced_contract_alone_pays_nobody_else()
    {
        var id = site.AddDocument(First);
        Replace("2044");
        site.LinkVendor("1012", "JOLIET");
        Assert.Equal("Held vendor-differs", site.Prepare(id)["State"] + " " + site.Document(id).Text(DocumentTable.ReasonCode));
    }

    [Fact]
    public void A_preparation_names_the_versions_that_it_used()
    {
        Replace("2044");
        var id = site.AddDocument(First);
        site.Prepare(id);
        var lines = site.Frozen(id).RuleVersions.Split('\n');
        Assert.Equal("commitment LAKESHORE|1|PROCORE|COMMITMENT|SC-002 " + Text(site.Commitment, CommitmentTable.VersionHash)![..16], lines[0]);
        Assert.StartsWith("project ", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("payables ", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_first_version_of_an_active_contract_is_refused()
    {
        var draft = drafts.Enter(site.Dana, Replacing("6666", null));
        var refused = drafts.ReviewAndActivate(site.Luis, Table, draft);
        Assert.Equal("Refused version-overlap", refused.ToString());
        Assert.Contains("in Replaces", refused.Message, StringComparison.Ordinal);
    }

    private static (string, object?) Draft => (CommitmentTable.RuleState, new OptionSetValue(RuleStateChoice.Draft));

    private string? Vendor(Guid id) => Text(id, CommitmentTable.VendorNumber);

    private string? Text(Guid id, string column) => drafts.Text(Table, id, column);

    private void Replace(string vendor, params (string Column, object? Value)[] more)
    {
        var draft = drafts.Enter(site.Dana, Replacing(vendor, site.Commitment, more));
        Assert.Equal("Activated", drafts.ReviewAndActivate(site.Luis, Table, draft).ToString());
        site.LinkVendor(vendor, "JOLIET");
    }

    private Entity Replacing(string vendor) => Replacing(vendor, site.Commitment);

    // The contract's content with another vendor.
    private Entity Replacing(string vendor, Guid? replaces, params (string Column, object? Value)[] more)
    {
        var active = site.Dataverse.Row(Table, site.Commitment);
        var row = new Entity(Table);
        foreach (var column in VersionedTables.Find(Table)!.Replaced.Where(active.Contains))
        {
            row[column] = active[column];
        }

        row[CommitmentTable.Key] = active.GetAttributeValue<string>(CommitmentTable.Key) + "|V2";
        row[CommitmentTable.VendorNumber] = vendor;
        row[CommitmentTable.ReplacesId] = replaces is { } id ? new EntityReference(Table, id) : null;
        foreach (var (column, value) in more)
        {
            row[column] = value;
        }

        return row;
    }

    private ParameterCollection Reverse(Guid person, Guid id, string? reason)
    {
        site.Caller = person;
        return site.Call(new PrepareReversal(), "pint_PrepareReversal", ("DocumentId", id), ("Reason", reason));
    }

    private ParameterCollection Claim(Guid id) =>
        site.Call(
            new ClaimDocument(),
            "pint_ClaimDocument",
            ("DocumentId", id),
            ("Claim", "gateway-1"),
            ("ContentHash", site.Document(id).Text(DocumentTable.ContentHash)),
            ("Payload", "{}")
        );
}
