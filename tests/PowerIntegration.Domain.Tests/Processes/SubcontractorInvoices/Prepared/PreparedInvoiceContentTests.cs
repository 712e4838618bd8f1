using PowerIntegration.Domain.ContractBilling.Documents;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Documents.Content;
using PowerIntegration.Domain.Law.Tax;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Domain.Tests.Builders;
using Xunit;

namespace PowerIntegration.Domain.Tests.Processes.SubcontractorInvoices.Prepared;

public sealed class PreparedInvoiceContentTests
{
    private const int LinesMax = 2000;

    private static PreparedInvoice Small =>
        Facts.Frozen(Facts.Of(Sample.Application(1, 0m, [Sample.Line(1, 10000m, 0m, 5000m, 0m, 500m, 0m, 0m)]))).Invoice;

    [Fact]
    public void What_was_written_is_read_back_but_for_the_remarks()
    {
        var invoice = Full(3, description: "Line feed\nand [line]\nand amount=4:1.00");
        Assert.Equal(Comparable(invoice), Comparable(Read(StoredContent.Of(invoice))));
        Assert.Equal(Comparable(Small), Comparable(Read(StoredContent.Of(Small))));
    }

    [Fact]
    public void A_content_that_moves_nothing_and_knows_little_is_read_back_too()
    {
        var bare = Small with { Documents = [], Lines = [], ChangeOrders = null, StoredMaterials = null, Threshold = null, HeldRetention = null };
        Assert.Equal(Comparable(bare), Comparable(Read(StoredContent.Of(bare))));
    }

    [Fact]
    public void Two_thousand_lines_with_the_longest_texts_fit_their_column()
    {
        var invoice = Full(LinesMax, description: null);
        var stored = StoredContent.Of(invoice);
        Assert.InRange(stored.Text.Length, 1, StoredContent.LengthMax);
        Assert.Equal(LinesMax, Read(stored).Lines.Count);
        Assert.Equal(stored.Hash, StoredContent.HashOf(Read(stored)));
    }

    [Fact]
    public void The_hash_covers_what_the_next_document_builds_on_and_no_remark()
    {
        var invoice = Full(2, description: "Conduit");
        var hash = StoredContent.HashOf(invoice);
        PreparedInvoice[] others =
        [
            invoice with
            {
                GrossToDate = invoice.GrossToDate + 0.01m,
            },
            invoice with
            {
                OriginalContractSum = 0m,
            },
            invoice with
            {
                ChangeOrders = null,
            },
            invoice with
            {
                LastPostedNumber = 99,
            },
            invoice with
            {
                StoredMaterials = StoredMaterials.AutoMove,
            },
            invoice with
            {
                Threshold = null,
            },
            invoice with
            {
                RetentionTax = 1m,
            },
            invoice with
            {
                HeldRetention = null,
            },
            invoice with
            {
                Reclassified = [],
            },
            ChangeLine(invoice, line => line with { ScheduledValue = 0m }),
            ChangeLine(invoice, line => line with { StoredAfter = 1m }),
            ChangeLine(invoice, line => line with { WorkRetainageAfter = 1m }),
            ChangeLine(invoice, line => line with { StoredRetainageAfter = 1m }),
            ChangeLine(invoice, line => line with { PunchListAfter = 1m }),
            ChangeLine(invoice, line => line with { WorkReleased = 1m }),
            ChangeLine(invoice, line => line with { ThresholdGross = 1m }),
            ChangeLine(invoice, line => line with { StoredUnchangedPeriods = 9 }),
            ChangeLine(invoice, line => line with { FlatCode = "x" }),
            ChangeLine(invoice, line => line with { ExpenditureOrganization = "x" }),
        ];
        Assert.Equal(others.Length, others.Select(StoredContent.HashOf).Append(hash).Distinct().Count() - 1);
        Assert.Equal(hash, StoredContent.HashOf(invoice with { Warnings = "Somebody looked.", RuleVersions = "rule 7" }));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no dense text")]
    [InlineData("\u4E00\u4E01\u5000")]
    public void A_text_that_was_not_frozen_is_refused_by_the_record(string text)
    {
        Assert.Null(PreparedInvoiceContent.Read("Commitment SC-002, preparation P1", text, StoredContent.HashOf(Small), out var refusal));
        Assert.Equal("content-changed", refusal!.WireCode);
        Assert.Contains("Commitment SC-002, preparation P1", refusal.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_with_another_hash_and_a_text_of_another_format_are_refused()
    {
        var stored = StoredContent.Of(Small with { PayableAmount = 1m });
        Assert.Null(PreparedInvoiceContent.Read("P1", stored.Text, StoredContent.HashOf(Small), out var changed));
        Assert.Equal("content-changed", changed!.WireCode);
        Assert.Null(StoredContent.Open("P1", "payables-invoices 2", stored.Text, stored.Hash, out var older));
        Assert.Contains("'payables-invoices 1'", older!.Sentence, StringComparison.Ordinal);
    }

    private static PreparedInvoice Read(StoredContent stored) =>
        PreparedInvoiceContent.Read("P1", stored.Text, stored.Hash, out var refusal) ?? throw new InvalidOperationException(refusal!.Sentence);

    // Records compare their lists by reference; their texts say everything.
    private static string Comparable(PreparedInvoice invoice)
    {
        var writer = new ContentWriter();
        invoice.WriteTo(writer);
        return writer.ToString();
    }

    private static PreparedInvoice ChangeLine(PreparedInvoice invoice, Func<PreparedLine, PreparedLine> change) =>
        invoice with
        {
            Lines = [change(invoice.Lines[0]), .. invoice.Lines.Skip(1)],
        };

    // Every field has a value. Without a description each text is as long as its column and as varied as letters and digits can be.
    private static PreparedInvoice Full(int lines, string? description)
    {
        var letters = new Letters();
        string Text(int length) => description ?? letters.Next(length);
        decimal Amount() => letters.Amount();
        return Small with
        {
            PaymentTerms = Text(50),
            ChangeOrders = new ChangeOrderTotals(10m, 3m),
            StoredMaterials = StoredMaterials.Manual,
            Threshold = new ThresholdPassed(4, 5000m),
            RetentionTax = 7.25m,
            HeldRetention = new HeldRetention(5m, 2m),
            Reclassified = [new ReclassifiedCost("562949953000001", "A=1:x", null, -3m), new ReclassifiedCost("562949953000002", null, "B", 4m)],
            Documents =
            [
                new PayablesInvoice(1, PayablesAction.Create, BillingDocumentKind.StandardInvoice, 4500m, "HE-1"),
                new PayablesInvoice(2, PayablesAction.Cancel, BillingDocumentKind.CreditMemo, -1m, "HE|2\nx"),
            ],
            Lines =
            [
                .. Enumerable
                    .Range(1, lines)
                    .Select(number => new PreparedLine
                    {
                        Kind = LineKind.ScheduleOfValues,
                        LineNumber = number,
                        ProcoreLineId = FormattableString.Invariant($"{562949953000000 + number}"),
                        Description = Text(PreparedLine.DescriptionMax),
                        FlatCode = Text(200),
                        ScheduledValue = Amount(),
                        WorkPrevious = Amount(),
                        WorkThisPeriod = Amount(),
                        GrossBefore = Amount(),
                        GrossAfter = Amount(),
                        StoredBefore = Amount(),
                        StoredAfter = Amount(),
                        WorkRetainageBefore = Amount(),
                        WorkRetainageAfter = Amount(),
                        StoredRetainageBefore = Amount(),
                        StoredRetainageAfter = Amount(),
                        PunchListBefore = Amount(),
                        PunchListAfter = Amount(),
                        WorkReleased = Amount(),
                        StoredReleased = Amount(),
                        StoredUnchangedPeriods = number % 12,
                        ThresholdGross = Amount(),
                        ThresholdStored = Amount(),
                        ThresholdWorkRetainage = Amount(),
                        ThresholdStoredRetainage = Amount(),
                        Amount = Amount(),
                        PayablesInvoice = 1,
                        OracleLineNumber = number,
                        PurchaseOrderNumber = "PO-4711",
                        PurchaseOrderLine = number,
                        PurchaseOrderSchedule = 1,
                        OracleProjectNumber = "FYT-2401",
                        TaskNumber = Text(100),
                        ExpenditureType = "Subcontract",
                        ExpenditureOrganization = "Chicago Construction",
                        Account = "101-10-20250-000-000-000",
                    }),
            ],
        };
    }

    /// <summary>Letters, digits and amounts that no compression foresees, the same in every run.</summary>
    private sealed class Letters
    {
        private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 -";
        private ulong state = 20251130;

        public string Next(int length) => string.Concat(Enumerable.Range(0, length).Select(_ => Alphabet[(int)(Step() % 64)]));

        public decimal Amount() => Step() % 100_000_000_000 / 100m;

        private ulong Step()
        {
            state = (state * 6364136223846793005) + 1442695040888963407;
            return state >> 20;
        }
    }
}
