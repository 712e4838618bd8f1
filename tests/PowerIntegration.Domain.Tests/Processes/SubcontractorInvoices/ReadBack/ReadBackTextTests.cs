using System.Text.Json.Nodes;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.ReadBack;
using PowerIntegration.Domain.Texts;
using Xunit;

namespace PowerIntegration.Domain.Tests.Processes.SubcontractorInvoices.ReadBack;

public sealed class ReadBackTextTests
{
    private static readonly ReadBackWords Words = new()
    {
        InvoiceId = "300100187048034",
        Kind = "StandardInvoice",
        Cancelled = "true",
        InvoiceNumber = "HE-40213",
        Supplier = "O'Neil & \"Halsted\" Electric",
        SupplierSite = "CHICAGO-PAY",
        BusinessUnit = "Lakeshore US BU",
        Currency = "USD",
        InvoiceAmount = "16875.00",
        InvoiceDate = "2025-10-31",
        AccountingDate = "2025-11-01",
        ValidationStatus = "Validated",
        ApprovalStatus = "Not required",
        PaidStatus = "Unpaid",
        Description = "Subcontractor invoice [PI-AA328460D257]",
        Lines =
        [
            new()
            {
                LineNumber = "7",
                Amount = "-18750.25",
                PurchaseOrderNumber = "FYT-PO-1002",
                PurchaseOrderLine = "2",
                PurchaseOrderSchedule = "3",
                Account = "101-10-20250-000-000-000",
                Project = "PJ-100",
                Task = "2600",
                ExpenditureType = "Subcontract",
                ExpenditureOrganization = "Lakeshore Field",
                ExpenditureItemDate = "2025-10-30",
            },
        ],
    };

    private static readonly ReadBackInvoice Invoice = new()
    {
        InvoiceId = "300100187048034",
        Kind = "StandardInvoice",
        IsCancelled = true,
        InvoiceNumber = "HE-40213",
        Supplier = "O'Neil & \"Halsted\" Electric",
        VendorSite = "CHICAGO-PAY",
        BusinessUnit = "Lakeshore US BU",
        Currency = "USD",
        InvoiceAmount = 16875m,
        InvoiceDate = CalendarDate.Parse("2025-10-31"),
        AccountingDate = CalendarDate.Parse("2025-11-01"),
        ValidationStatus = "Validated",
        ApprovalStatus = "Not required",
        PaidStatus = "Unpaid",
        Description = "Subcontractor invoice [PI-AA328460D257]",
        Lines =
        [
            new()
            {
                LineNumber = 7,
                Amount = -18750.25m,
                PurchaseOrderNumber = "FYT-PO-1002",
                PurchaseOrderLine = 2,
                PurchaseOrderSchedule = 3,
                Account = "101-10-20250-000-000-000",
                ProjectNumber = "PJ-100",
                TaskNumber = "2600",
                ExpenditureType = "Subcontract",
                ExpenditureOrganization = "Lakeshore Field",
                ExpenditureItemDate = CalendarDate.Parse("2025-10-30"),
            },
        ],
    };

    public static TheoryData<string> InvoiceFields => [.. Names(Json()[0]!)];

    public static TheoryData<string> LineFields => [.. Names(Json()[0]!["lines"]![0]!)];

    [Fact]
    public void Holds_are_read_as_they_were_written_with_their_invoice_and_alone()
    {
        var hold = new ReadBackHold
        {
            InvoiceNumber = "HE-40213",
            Name = "OWNER NOT PAID",
            HeldBy = "Gateway",
            HeldOn = "2025-10-31",
            ReleaseName = null,
            ReleasedOn = null,
            ChangedBy = "Gateway",
        };
        var text = JsonText.WriteList([ReadBackText.Write(Words with { Holds = [hold] })]);
        Assert.Equal(hold, Assert.Single(Assert.Single(ReadBackText.Read(text, out _)!).Holds));
        Assert.Equal(hold, Assert.Single(ReadBackText.ReadHolds(JsonText.WriteList([ReadBackText.Write(hold)]), out _)!));
        Assert.Null(ReadBackText.ReadHolds("[{}]", out var refusal));
        Assert.Contains("invoiceNumber", refusal!.Sentence, StringComparison.Ordinal);
        Assert.Empty(Assert.Single(ReadBackText.Read(JsonText.WriteList([ReadBackText.Write(Words)]), out _)!).Holds);
    }

    [Fact]
    public void What_is_written_is_read_field_by_field()
    {
        AssertComplete(Invoice);
        AssertComplete(Invoice.Lines[0]);

        foreach (var read in new[] { Assert.Single(ReadBackText.Read(Json().ToJsonString(), out var refusal)!), ReadBackText.InvoiceOf(Words)! })
        {
            Assert.Null(refusal);
            Assert.Equal(Invoice.Lines[0], Assert.Single(read.Lines));
            Assert.Equal(Invoice with { Lines = read.Lines, Holds = read.Holds }, read);
        }
    }

    [Fact]
    public void Several_invoices_keep_their_order_and_none_is_an_empty_list()
    {
        var text = JsonText.WriteList(new[] { Words, Words with { InvoiceNumber = "HE-40213-R" } }.Select(ReadBackText.Write));

        Assert.Equal(["HE-40213", "HE-40213-R"], ReadBackText.Read(text, out _)!.Select(invoice => invoice.InvoiceNumber));
        Assert.Empty(ReadBackText.Read(JsonText.WriteList([]), out _)!);
    }

    [Fact]
    public void What_Oracle_does_not_say_of_a_line_stays_unknown()
    {
        var bare = Words.Lines[0] with { Account = null, PurchaseOrderLine = null, Task = null, ExpenditureItemDate = null };
        var text = JsonText.WriteList([ReadBackText.Write(Words with { Description = null, Lines = [bare] })]);

        var read = Assert.Single(ReadBackText.Read(text, out _)!);

        Assert.Null(read.Description);
        var line = Assert.Single(read.Lines);
        Assert.Equal((null, null, null, null), (line.Account, line.PurchaseOrderLine, line.TaskNumber, line.ExpenditureItemDate));
    }

    [Theory]
    [MemberData(nameof(InvoiceFields))]
    public void A_field_that_is_left_out_is_named(string field)
    {
        var json = Json();
        json[0]!.AsObject().Remove(field);
        AssertRefused(json.ToJsonString(), $"[0].{field} is missing.");
    }

    [Theory]
    [MemberData(nameof(LineFields))]
    public void A_field_that_is_left_out_of_a_line_is_named(string field)
    {
        var json = Json();
        json[0]!["lines"]![0]!.AsObject().Remove(field);
        AssertRefused(json.ToJsonString(), $"[0].lines[0].{field} is missing.");
    }

    [Theory]
    [InlineData("\"16875.00\"", "null", "[0].invoiceAmount is ''")]
    [InlineData("\"16875.00\"", "\"16,875.00\"", "[0].invoiceAmount is '16,875.00'")]
    [InlineData("\"-18750.25\"", "\"-18750.255\"", "[0].lines[0].amount is '-18750.255'")]
    [InlineData("\"Validated\"", "null", "[0].validationStatus is missing.")]
    [InlineData("\"canceled\":\"true\"", "\"canceled\":\"yes\"", "[0].canceled is 'yes'")]
    [InlineData("\"2025-10-31\"", "\"10/31/2025\"", "[0].invoiceDate is '10/31/2025'")]
    [InlineData("\"purchaseOrderLine\":\"2\"", "\"purchaseOrderLine\":\"-2\"", "[0].lines[0].purchaseOrderLine is '-2'")]
    [InlineData("\"currency\"", "\"paidOn\":\"2025-11-30\",\"currency\"", "[0].paidOn is not a known field.")]
    [InlineData("\"currency\"", "\"currency\":\"EUR\",\"currency\"", "[0].currency appears twice.")]
    [InlineData("\"USD\"", "{\"code\":\"USD\"}", "[0].currency must be a single value.")]
    [InlineData("\"lines\":[", "\"lines\":null,\"more\":[", "[0].lines is missing.")]
    [InlineData("{\"invoiceId\"", "{{\"invoiceId\"", "is not valid JSON")]
    [InlineData("}]}]", "}]}", "is not valid JSON")]
    [InlineData("}]}]", "}]}]]", "is not valid JSON")]
    [InlineData("[{\"invoiceId\"", "[null,{\"invoiceId\"", "[0] must be an object in braces.")]
    public void What_is_bent_is_named(string part, string replacement, string named)
    {
        var text = Text();
        Assert.Contains(part, text, StringComparison.Ordinal);
        AssertRefused(text.Replace(part, replacement, StringComparison.Ordinal), named);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("\"[]\"")]
    [InlineData("<html>")]
    public void What_is_no_list_is_refused(string text) => AssertRefused(text, "list in square brackets");

    [Fact]
    public void Words_that_the_recording_could_not_read_are_no_invoice()
    {
        Assert.Null(ReadBackText.InvoiceOf(Words with { InvoiceAmount = "16,875.00" }));
        Assert.Null(ReadBackText.InvoiceOf(Words with { PaidStatus = null }));
    }

    private static string Text() => JsonText.WriteList([ReadBackText.Write(Words)]);

    private static JsonNode Json() => JsonNode.Parse(Text())!;

    private static IEnumerable<string> Names(JsonNode node) => node.AsObject().Select(field => field.Key);

    private static void AssertRefused(string text, string named)
    {
        Assert.Null(ReadBackText.Read(text, out var refusal));
        Assert.Equal("read-back-unreadable", refusal!.WireCode);
        Assert.Contains(named, refusal.Sentence, StringComparison.Ordinal);
        Assert.Contains("It will be read again automatically", refusal.Sentence, StringComparison.Ordinal);
    }

    // A field that is added later is set here, or neither its writing nor its reading is proved.
    private static void AssertComplete<T>(T sample)
        where T : class
    {
        foreach (var property in typeof(T).GetProperties().Where(property => property.CanWrite))
        {
            Assert.False(property.GetValue(sample) is null or false or 0 or 0m or "", $"The sample leaves {property.Name} empty.");
        }
    }
}
