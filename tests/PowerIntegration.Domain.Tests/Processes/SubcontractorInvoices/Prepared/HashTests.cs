using PowerIntegration.Domain.ContractBilling.Documents;
using PowerIntegration.Domain.Documents.Content;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;
using PowerIntegration.Domain.Tests.Builders;
using Xunit;

namespace PowerIntegration.Domain.Tests.Processes.SubcontractorInvoices.Prepared;

public sealed class HashTests
{
    private static readonly SourceInvoice Invoice = Sample.Application(
        1,
        0m,
        [Sample.Line(1, 85000m, 0m, 4200m, 52000m, 420m, 5200m, 0m), Sample.Line(2, 1000m, 0m, 10m, 0m, 1m, 0m, 0m)]
    );

    // Each makes another revision.
    private static readonly Dictionary<string, Func<SourceInvoice, SourceInvoice>> Changes = new()
    {
        ["status"] = invoice => invoice with { Status = "under_review" },
        ["approver"] = invoice => invoice with { ApproverName = "Someone else" },
        ["approver's id"] = invoice => invoice with { ApproverId = "599" },
        ["creator"] = invoice => invoice with { CreatorId = "599" },
        ["submitter"] = invoice => invoice with { SubmitterId = null, SubmitterName = "Someone else" },
        ["vendor"] = invoice => invoice with { ProcoreVendorId = "36" },
        ["time of approval"] = invoice => invoice with { ApprovedOn = invoice.ApprovedOn!.Value.AddSeconds(1) },
        ["invoice number"] = invoice => invoice with { InvoiceNumber = "HE-1" },
        ["end of period"] = invoice => invoice with { PeriodEnd = invoice.PeriodEnd!.Value.AddDays(1) },
        ["billing date"] = invoice => invoice with { BillingDate = null },
        ["final"] = invoice => invoice with { Final = true },
        ["certified payment"] = invoice => invoice with { CertifiedPayment = 1m },
        ["tax missing"] = invoice => invoice with { TaxAmount = null },
        ["line removed"] = invoice => invoice with { Lines = [invoice.Lines[0]] },
        ["work this period"] = invoice => invoice.With(1, line => line with { WorkThisPeriod = 4200.01m }),
        ["stored moved to work"] = invoice => invoice.With(1, line => line with { WorkThisPeriod = 56200m, MaterialsStored = 0m }),
        ["retainage"] = invoice => invoice.With(1, line => line with { StoredRetainageHeld = 5200.01m }),
        ["retainage released on work"] = invoice => invoice.With(1, line => line with { WorkRetainageReleased = 5200m }),
        ["retainage released on stored"] = invoice => invoice.With(1, line => line with { StoredRetainageReleased = 5200m }),
        ["original contract sum"] = invoice => invoice with { OriginalContractSum = 86000m },
        ["change orders"] = invoice => invoice with { NetChangeOrders = 86000m },
        ["task segment"] = invoice => invoice.With(2, line => line with { TaskSegmentCode = null }),
        ["cost code"] = invoice => invoice.With(2, line => line with { CostCode = "26-241" }),
        ["decision on the line"] = invoice => invoice.With(2, line => line with { LineStatus = "rejected" }),
        ["override"] = invoice => invoice.With(2, line => line with { ManualOverride = true }),
    };

    [Fact]
    public void Money_coding_and_eligibility_make_a_new_revision()
    {
        var original = SourceHash.Of(Invoice);
        var same = Changes.Where(change => SourceHash.Of(change.Value(Invoice)) == original).Select(change => change.Key);
        Assert.Empty(same);
        Assert.Equal(Changes.Count, Changes.Select(change => SourceHash.Of(change.Value(Invoice))).Distinct().Count());
    }

    [Fact]
    public void Descriptions_order_and_trailing_zeros_make_no_new_revision()
    {
        var same = Invoice.With(1, line => line with { Description = "Switchgear", WorkThisPeriod = 4200.00m, ScheduledValue = 85000.0m });
        Assert.Equal(SourceHash.Of(Invoice), SourceHash.Of(same with { Lines = [same.Lines[1], same.Lines[0]] }));
    }

    [Fact]
    public void Missing_empty_and_zero_are_three_different_things()
    {
        var hashes = new[] { null, "", "0" }.Select(number => SourceHash.Of(Invoice with { InvoiceNumber = number })).Distinct();
        Assert.Equal(3, hashes.Count());
        Assert.NotEqual(SourceHash.Of(Invoice with { TaxAmount = null }), SourceHash.Of(Invoice with { TaxAmount = 0m }));
    }

    [Fact]
    public void No_value_can_pretend_to_be_two_fields()
    {
        Assert.NotEqual(
            SourceHash.Of(Invoice with { Status = "approved\napprover=4:Dana", ApproverName = null }),
            SourceHash.Of(Invoice with { Status = "approved", ApproverName = "Dana" })
        );
    }

    // A change of these texts makes every known document a new revision and every prepared one unsendable.
    [Fact]
    public void The_hashes_are_pinned()
    {
        Assert.Equal(
            "0bd6f4c4edc0ea0ac8a2 692de5a2663d21da506f",
            SourceHash.Of(Sample.WithoutPeople(Invoice))[..20] + " " + StoredContent.HashOf(Facts.Frozen(Facts.Of(Invoice)).Invoice)[..20]
        );
    }

    [Fact]
    public void Everything_that_leaves_for_Oracle_is_in_the_payload_hash()
    {
        var prepared = Facts.Frozen(Facts.Of(Invoice)).Invoice;
        var original = StoredContent.HashOf(prepared);
        PreparedInvoice[] changed =
        [
            prepared with
            {
                InvoiceNumber = "X",
            },
            prepared with
            {
                VendorName = "X",
            },
            prepared with
            {
                VendorSite = "X",
            },
            prepared with
            {
                BusinessUnit = "X",
            },
            prepared with
            {
                InvoiceSource = "X",
            },
            prepared with
            {
                PaymentTerms = "X",
            },
            prepared with
            {
                Currency = "CAD",
            },
            prepared with
            {
                PayableAmount = 1m,
            },
            prepared with
            {
                AccountingDate = default,
            },
            prepared with
            {
                ExpenditureItemDate = default,
            },
            prepared with
            {
                VendorNumber = "X",
            },
            prepared with
            {
                Documents = [],
            },
            ChangeDocument(prepared, document => document with { InvoiceNumber = "X" }),
            ChangeDocument(prepared, document => document with { Amount = 1m }),
            ChangeDocument(prepared, document => document with { Action = PayablesAction.Cancel }),
            ChangeDocument(prepared, document => document with { Kind = BillingDocumentKind.CreditMemo }),
            prepared with
            {
                InvoiceDate = default,
            },
            ChangeLine(prepared, line => line with { Amount = line.Amount + 0.01m }),
            ChangeLine(prepared, line => line with { PurchaseOrderLine = 99 }),
            ChangeLine(prepared, line => line with { Account = "X" }),
            ChangeLine(prepared, line => line with { TaskNumber = "X" }),
        ];
        Assert.DoesNotContain(original, changed.Select(StoredContent.HashOf));
        Assert.Equal(original, StoredContent.HashOf(prepared with { Warnings = "A person read it.", RuleVersions = "" }));
    }

    private static PreparedInvoice ChangeDocument(PreparedInvoice prepared, Func<PayablesInvoice, PayablesInvoice> change) =>
        prepared with
        {
            Documents = [change(prepared.Documents[0])],
        };

    private static PreparedInvoice ChangeLine(PreparedInvoice prepared, Func<PreparedLine, PreparedLine> change) =>
        prepared with
        {
            Lines = [change(prepared.Lines[0]), .. prepared.Lines.Skip(1)],
        };
}
