using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Processes.SubcontractorInvoices;
using PowerIntegration.Tables.Rows;
using Xunit;

namespace PowerIntegration.Plugins.Tests.Tables;

public sealed class SourceInvoiceRowsTests
{
    private static readonly SourceInvoiceLine Line = new()
    {
        LineNumber = 1,
        ProcoreItemId = "9001",
        ProcoreLineId = "7001",
        ItemType = "contract_item",
        Description = "Switchgear",
        WbsCodeId = "5001",
        FlatCode = "26-240.SUB",
        TaskSegmentCode = "2600",
        CostCode = "26-240",
        CostType = "SUB",
        SubJob = "N-1",
        OtherSegments = "Area=2",
        ScheduledValue = 1.01m,
        WorkPrevious = 1.02m,
        WorkThisPeriod = 1.03m,
        MaterialsStored = 1.04m,
        CompletedToDate = 1.05m,
        CompletedPrevious = 1.06m,
        WorkRetainageHeld = 1.07m,
        StoredRetainageHeld = 1.08m,
        WorkRetainageReleased = 1.09m,
        StoredRetainageReleased = 1.10m,
        ClaimedAmount = 1.11m,
        LineStatus = "approved",
        ManualOverride = true,
        ProcoreDetailId = "8001",
        TaxRates = "13",
    };

    private static readonly SourceInvoice Invoice = new()
    {
        ProcoreId = "6001",
        ProcoreVendorId = "35",
        ApplicationNumber = 3,
        InvoiceNumber = "HE-41102",
        PeriodStart = new CalendarDate(2025, 12, 1),
        PeriodEnd = new CalendarDate(2025, 12, 31),
        BillingDate = new CalendarDate(2025, 12, 30),
        Status = "approved",
        ApproverName = "Dana Kowalski",
        ApproverId = "501",
        CreatorName = "Luis Ortega",
        CreatorId = "502",
        SubmitterName = "Ana Ruiz",
        SubmitterId = "503",
        ApprovedOn = new DateTime(2026, 1, 5, 15, 0, 0, DateTimeKind.Utc),
        Final = true,
        Currency = "USD",
        OriginalContractSum = 2.01m,
        NetChangeOrders = -2.02m,
        ContractSumToDate = 2.03m,
        GrossToDate = 2.04m,
        RetainageToDate = 2.05m,
        PreviousCertificates = 2.06m,
        CertifiedPayment = 2.07m,
        TaxAmount = 2.08m,
        Lines = [Line],
    };

    [Fact]
    public void What_is_written_is_read_field_by_field()
    {
        AssertComplete(Invoice);
        AssertComplete(Line);

        var read = WrittenAndRead(Invoice);

        Assert.Equal(Line, Assert.Single(read.Lines));
        Assert.Equal(Invoice with { Lines = read.Lines }, read);
    }

    [Fact]
    public void Releases_and_contract_sums_that_were_never_said_stay_unknown()
    {
        var read = WrittenAndRead(
            Invoice with
            {
                OriginalContractSum = null,
                NetChangeOrders = null,
                Lines = [Line with { WorkRetainageReleased = null, StoredRetainageReleased = null }],
            }
        );

        Assert.Null(read.OriginalContractSum);
        Assert.Null(read.NetChangeOrders);
        Assert.Null(read.Lines[0].WorkRetainageReleased);
        Assert.Null(read.Lines[0].StoredRetainageReleased);
    }

    [Fact]
    public void Every_column_that_is_written_is_asked_for()
    {
        var document = new Entity(DocumentTable.LogicalName);
        SourceInvoiceRows.Write(document, Invoice);
        var line = SourceInvoiceRows.Write(Line, "D");

        Assert.Equal(SourceInvoiceRows.DocumentColumns.Order(), document.Attributes.Keys.Order());
        Assert.Equal(SourceInvoiceRows.LineColumns.Order(), line.Attributes.Keys.Except([SourceLineTable.Key, SourceLineTable.Name]).Order());
    }

    [Fact]
    public void A_long_description_fits_the_name_of_the_line()
    {
        var line = SourceInvoiceRows.Write(Line with { Description = new string('x', 2000) }, "D");

        Assert.Equal(SourceLineTable.NameLengthMax, line.GetAttributeValue<string>(SourceLineTable.Name).Length);
        Assert.Equal(2000, line.GetAttributeValue<string>(SourceLineTable.Description).Length);
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

    private static SourceInvoice WrittenAndRead(SourceInvoice invoice)
    {
        var row = new Entity(DocumentTable.LogicalName);
        SourceInvoiceRows.Write(row, invoice);
        SourceInvoiceRows.WriteLines(row, invoice, "D");
        return SourceInvoiceRows.Read(row, row.RelatedEntities[new Relationship(Relationships.SourceLinesOfDocument)].Entities);
    }
}
